import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Database } from 'node-sqlite3-wasm';
import type { Polled } from '../website/feeds/watch-items.ts';

/** A reader from Debian's packages. */
export interface DebianReader {
  /** The package that it comes in. */
  readonly name: string;
  readonly isThere: boolean;
  /**
   * Subscribes to feeds.
   *
   * @param home an empty folder, its home
   * @param urls addresses of RSS feeds
   * @returns polls them once, and gives everything that it has delivered so far by feed
   */
  readonly subscribe: (home: string, urls: readonly string[]) => Promise<() => Promise<Delivered>>;
}

/** Address of a feed → what came of it. */
export type Delivered = ReadonlyMap<string, readonly Polled[]>;

const answers = (name: string, ...args: readonly string[]) => spawnSync(name, args).status === 0;
const run = (home: string, name: string, ...args: readonly string[]) =>
  promisify(execFile)(name, args, {
    cwd: home,
    env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8', PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 2 ** 26,
  });

/** Debian's own, which knows Debian's packages, where another comes first in the path. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((name) =>
  answers(name, '-c', 'import feedparser'),
);

/** The readers that these tests poll with; what is not installed is skipped. */
export const DEBIAN_READERS: readonly DebianReader[] = [
  { name: 'newsboat', isThere: answers('newsboat', '--version'), subscribe: newsboat },
  {
    name: 'sfeed',
    isThere: answers('sh', '-c', 'command -v sfeed_update && command -v curl'),
    subscribe: sfeed,
  },
  { name: 'rss2email', isThere: answers('r2e', '--version'), subscribe: rss2email },
  { name: 'python3-feedparser', isThere: PYTHON !== undefined, subscribe: feedparser },
];

for (const { name, isThere } of DEBIAN_READERS) {
  if (!isThere) console.warn(`SKIPPED: polling with ${name}, which is not installed`);
}

/** Keeps every item in a database, by its guid and its feed. */
async function newsboat(home: string, urls: readonly string[]) {
  await writeFile(join(home, 'urls'), `${urls.join('\n')}\n`);
  await writeFile(join(home, 'config'), '');
  return async () => {
    const files = ['-u', 'urls', '-c', 'cache.db', '-C', 'config'];
    await run(home, 'newsboat', ...files, '-x', 'reload');
    const cache = new Database(join(home, 'cache.db'), { readOnly: true });
    const rows = cache.all('SELECT feedurl, guid, title, url, pubDate, content FROM rss_item');
    cache.close();
    return byFeed(
      urls,
      rows.map(({ feedurl, guid, pubDate, ...rest }) => ({
        feed: String(feedurl),
        id: String(guid),
        dated: Number(pubDate) * 1000,
        whole: JSON.stringify([rest, pubDate]),
      })),
    );
  };
}

/** Merges what it fetches into a file for each feed, a line for each item. */
async function sfeed(home: string, urls: readonly string[]) {
  const feeds = urls.map((url, index) => `feed "${index}" "${url}"`).join('; ');
  await writeFile(join(home, 'sfeedrc'), `sfeedpath="${home}/feeds"\nfeeds() { ${feeds}; }\n`);
  return async () => {
    await run(home, 'sfeed_update', 'sfeedrc');
    const delivered = new Map<string, readonly Polled[]>();
    for (const [index, url] of urls.entries()) {
      const lines = (await readFile(join(home, 'feeds', String(index)), 'utf8')).split('\n');
      delivered.set(
        url,
        lines.filter(Boolean).map((line) => {
          const [seconds, , , , , id = ''] = line.split('\t');
          return { id, dated: Number(seconds) * 1000, whole: line };
        }),
      );
    }
    return delivered;
  };
}

/** Sends a mail for each item that it has not sent yet: here into a folder of its own. */
async function rss2email(home: string, urls: readonly string[]) {
  await mkdir(join(home, 'mail'));
  await writeFile(
    join(home, 'cfg'),
    `[DEFAULT]
to = reader@example.invalid
email-protocol = maildir
maildir-path = ${home}/mail
maildir-mailbox = inbox
date-header = True
use-8bit = True
encodings = UTF-8
`,
  );
  const files = ['-c', 'cfg', '-d', 'data.json'];
  for (const [index, url] of urls.entries())
    await run(home, 'r2e', ...files, 'add', `n${index}`, url);
  return async () => {
    await run(home, 'r2e', ...files, 'run');
    const inbox = join(home, 'mail', 'inbox', 'new');
    const names = await readdir(inbox).catch(() => []);
    const mails = await Promise.all(names.map((name) => readFile(join(inbox, name), 'utf8')));
    return byFeed(urls, mails.map(mailOf));
  };
}

function mailOf(mail: string) {
  const [head = '', ...body] = mail.split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(unfolded)?.[1] ?? '';
  return {
    feed: header('X-RSS-Feed'),
    id: header('X-RSS-ID'),
    dated: Date.parse(header('Date')),
    whole: [header('Subject'), header('Date'), ...body].join('\n\n'),
  };
}

/** The library behind many readers; it remembers nothing. */
const FEEDPARSER = `
import calendar, feedparser, json, sys
for url in sys.argv[1:]:
    for e in feedparser.parse(url).entries:
        content = [c.value for c in e.get('content', [])]
        print(json.dumps({'feed': url, 'id': e.id, 'dated': calendar.timegm(e.published_parsed) * 1000,
                          'whole': json.dumps([e.title, e.link, e.published, e.summary, content])}))
`;

async function feedparser(home: string, urls: readonly string[]) {
  return async () => {
    const { stdout } = await run(home, PYTHON ?? 'python3', '-c', FEEDPARSER, ...urls);
    const lines = stdout.split('\n').filter(Boolean);
    return byFeed(
      urls,
      lines.map((line) => JSON.parse(line)),
    );
  };
}

function byFeed(
  urls: readonly string[],
  items: readonly (Polled & { readonly feed: string })[],
): Delivered {
  return new Map(urls.map((url) => [url, items.filter(({ feed }) => feed === url)]));
}
