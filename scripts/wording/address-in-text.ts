/**
 * An address without anything that may be a secret, safe as the target of a Markdown link.
 *
 * @returns '' for a file, or anything else that is not an HTTP address
 */
export function publicAddress(address: string | null): string {
  if (address === null || !URL.canParse(address)) return '';
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (/key|token|secret|sig|auth|pass/i.test(name)) url.searchParams.set(name, '…');
  }
  return url.href.replaceAll('(', '%28').replaceAll(')', '%29');
}
