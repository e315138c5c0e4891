import { inertMarkdown } from '../../wording/markdown.ts';

/** What a README says of a site, between two comments, so that upgrades leave it alone. */
const PLACE = /(<!-- site: [^\n]*-->\n)(?:.*\n)*?(<!-- \/site -->)/;

/** The site of a copy. */
interface OwnSite {
  readonly title: string;
  /** Ends in a slash; null: none is configured. */
  readonly url: string | null;
}

/**
 * A README with the link to a copy's own site, and its badge, in the place of the original's;
 * without either if no address is configured.
 *
 * @returns the same text where it has no such place
 */
export function withOwnSite(readme: string, { title, url }: OwnSite): string {
  const link = `**[${inertMarkdown(title)}](${url})**`;
  const badge = `[![How often the source is really read](${url}badge.svg)](${url}status/)`;
  const line = url === null ? '' : `${link} ${badge}\n`;
  return readme.replace(PLACE, (_, before: string, after: string) => `${before}${line}${after}`);
}
