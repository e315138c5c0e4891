const SHEET =
  /^https:\/\/docs\.google\.com\/spreadsheets\/d\/(?!e\/)([A-Za-z0-9_-]{20,})(\/[^?#]*)?/;

/**
 * The addresses from which a program can read what a person sees. The address of a Google sheet, as
 * shown by a browser, becomes two addresses of the same worksheet: `export`, which keeps every
 * cell, and `gviz`, which still answers if downloads are disabled; `headers=1` keeps it from
 * guessing the number of header rows. Everything else stays as it is.
 *
 * @param pasted an address, or the path of a local file
 */
export function readableAddresses(pasted: string): readonly string[] {
  const address = pasted.trim();
  const [, id, rest = ''] = SHEET.exec(address) ?? [];
  const isReadableAsItIs = /^\/(export|gviz|pub)\b/.test(rest);
  if (id === undefined || isReadableAsItIs) return [address];
  const gid = /[?#&]gid=(\d+)/.exec(address)?.[1] ?? '0';
  const sheet = `https://docs.google.com/spreadsheets/d/${id}`;
  return [
    `${sheet}/export?format=csv&gid=${gid}`,
    `${sheet}/gviz/tq?tqx=out:csv&headers=1&gid=${gid}`,
  ];
}
