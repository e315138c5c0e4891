import { escapeHtml } from './xml-text.ts';

/** A school's feed in an OPML file. */
export interface FollowedFeed {
  readonly title: string;
  /** Absolute address of the feed. */
  readonly feed: string;
  /** Absolute address of the page that the feed follows. */
  readonly page: string;
}

/** A list of feeds as OPML 2.0 (http://opml.org/spec2.opml), which feed readers can import. */
export function opmlOf(title: string, feeds: readonly FollowedFeed[]): string {
  const outlines = feeds.map((followed) => {
    const name = escapeHtml(followed.title);
    const [feed, page] = [escapeHtml(followed.feed), escapeHtml(followed.page)];
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${feed}" htmlUrl="${page}"/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeHtml(title)}</title>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`;
}
