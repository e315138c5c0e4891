/** A feed in its three formats. @param stem absolute address without the ending */
export function feedAddresses(stem: string) {
  return { rss: `${stem}.rss`, atom: `${stem}.atom`, json: `${stem}.json` };
}
