/** What a page holds that a test asks for; our own pages are plain enough for expressions. */
export interface ReadPage {
  readonly title: string;
  readonly description: string;
  readonly ids: ReadonlySet<string>;
  /** Every href and src. */
  readonly links: readonly string[];
  readonly html: string;
}

/** For tests that look at pages, not at what browsers load. */
export const noAssets = {
  style: 'body{}',
  scripts: new Map([
    ['site.js', ''],
    ['embed.js', ''],
  ]),
  entry: 'site.js',
  embedEntry: 'embed.js',
  embedStyle: 'body{}',
  worker: { keeping: 'keep();', retiring: 'retire();' },
};

/** What a reader reads, on one line. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

export function readPage(html: string): ReadPage {
  return {
    title: /<title>([^<]*)/.exec(html)?.[1] ?? '',
    description: /<meta name="description" content="([^"]*)/.exec(html)?.[1] ?? '',
    ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)),
    links: [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    ),
    html,
  };
}

/**
 * Links that lead to nothing: a file that was not built, or an id that its page has not.
 *
 * @param files path → text of the built site
 * @param base the site's own address; other hosts are not asked
 */
export function deadLinks(files: ReadonlyMap<string, string>, base: string): readonly string[] {
  const pages = new Map(
    [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, html]) => [path, readPage(html)]),
  );
  const dead: string[] = [];
  for (const [path, page] of pages) {
    for (const link of page.links) {
      const url = new URL(link, base + path);
      if (!url.href.startsWith(base)) continue;
      const target = decodeURIComponent(url.href.slice(base.length).replace(/[?#].*$/, ''));
      const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
      const anchor = url.hash.slice(1);
      if (!files.has(file)) dead.push(`${path} → ${link}`);
      else if (anchor !== '' && !pages.get(file)?.ids.has(anchor)) dead.push(`${path} → ${link}`);
    }
  }
  return dead;
}
