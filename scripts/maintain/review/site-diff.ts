import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ChangedValue, jsonDiff } from './json-diff.ts';

/** The kinds of file on a site, with a pattern for their paths. The first match counts. */
const KINDS = [
  ['API files', /^api\//],
  ['feeds', /\.(rss|atom)$|(^|\/)feeds\/.*\.json$|\/feed\.json$/],
  ['pages', /\.html$/],
  ['data files', /^data\//],
  ['other files', /./],
] as const;

/** A kind of file on the site. */
export type SiteKind = (typeof KINDS)[number][0];

/** A built site: path → text, or the SHA-256 of a file that is not text. */
export type SiteTexts = ReadonlyMap<string, string>;

/** Paths of one kind that differ between two builds. */
export interface KindDiff {
  readonly kind: SiteKind;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** A published feed item that would change. */
export interface ChangedItem {
  readonly feed: string;
  readonly id: string;
}

/** How two builds of a site differ. */
export interface SiteDiff {
  readonly kinds: readonly KindDiff[];
  readonly newItems: readonly { readonly feed: string; readonly title: string }[];
  /** These are errors: an item never changes once it is published. */
  readonly changedItems: readonly ChangedItem[];
  /** The district's figures that differ. */
  readonly figures: readonly ChangedValue[];
}

const FIGURES = 'api/v1/district.json';
/** Files that differ with every build, or whose names contain a hash of their content. */
const LEFT_OUT = /^(assets\/|(build\.json|sw\.js)$)/;
const jsonFeed = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string().optional() }).loose()),
});

/** Compares two builds of a site as of the same instant. */
export function siteDiff(before: SiteTexts, after: SiteTexts): SiteDiff {
  const paths = (site: SiteTexts, kind: SiteKind) =>
    [...site.keys()].filter((path) => !LEFT_OUT.test(path) && kindOf(path) === kind).sort();
  const items = feedItems(before, after);
  return {
    kinds: KINDS.map(([kind]) => ({
      kind,
      added: paths(after, kind).filter((path) => !before.has(path)),
      removed: paths(before, kind).filter((path) => !after.has(path)),
      changed: paths(after, kind).filter(
        (path) => before.has(path) && comparable(before, path) !== comparable(after, path),
      ),
    })),
    ...items,
    figures: jsonDiff(before.get(FIGURES), after.get(FIGURES)),
  };
}

/** Reads a built site from its folder. */
export async function readSite(dir: string): Promise<SiteTexts> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = new Map<string, string>();
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const isText = /\.(html|json|rss|atom|xml|txt|csv|css|js|svg|webmanifest|opml)$/.test(file);
    const text = isText ? bytes.toString() : createHash('sha256').update(bytes).digest('hex');
    texts.set(file.slice(dir.length).replace(/^\//, ''), text);
  }
  return texts;
}

function kindOf(path: string): SiteKind {
  return KINDS.find(([, fits]) => fits.test(path))?.[0] ?? 'other files';
}

/** A page's text without the hashes in the names of the files that it loads. */
function comparable(site: SiteTexts, path: string): string {
  const text = site.get(path) ?? '';
  return path.endsWith('.html') ? text.replace(/assets\/[\w.-]+/g, 'assets/') : text;
}

function feedItems(before: SiteTexts, after: SiteTexts) {
  const newItems: { feed: string; title: string }[] = [];
  const changedItems: ChangedItem[] = [];
  for (const [feed, text] of after) {
    if (kindOf(feed) !== 'feeds' || !feed.endsWith('.json')) continue;
    const old = new Map(itemsOf(before.get(feed)).map((item) => [item.id, JSON.stringify(item)]));
    for (const item of itemsOf(text)) {
      const known = old.get(item.id);
      if (known === undefined) newItems.push({ feed, title: item.title ?? item.id });
      else if (known !== JSON.stringify(item)) changedItems.push({ feed, id: item.id });
    }
  }
  return { newItems, changedItems };
}

function itemsOf(text: string | undefined) {
  return text === undefined ? [] : jsonFeed.parse(JSON.parse(text)).items;
}
