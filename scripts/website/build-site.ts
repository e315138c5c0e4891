import { createHash } from 'node:crypto';
import { type BuildStamp, STAMP_FILE } from '../domain/build-stamp.ts';
import { apiFiles } from './api/index.ts';
import { appFiles } from './app/app-files.ts';
import { type WorkerSources, workerFile } from './app/worker-file.ts';
import { badge } from './cards/badge.ts';
import { cards } from './cards/index.ts';
import { editionsOf, LANGUAGES } from './editions.ts';
import { checksums } from './exports/checksums.ts';
import { dataPackage } from './exports/data-package.ts';
import { DATABASE, databaseSql } from './exports/database-sql.ts';
import { ledgerTables, schoolTables } from './exports/ledger-tables.ts';
import { originalTables } from './exports/original-tables.ts';
import { feeds } from './feeds/index.ts';
import { renderOldAddresses, renderPages } from './pages/render-pages.ts';
import { closedThrough, type SiteData, type SiteInput, siteData } from './site-data.ts';

/** What browsers load, compiled beforehand so that building stays pure. */
export interface AssetSources {
  readonly style: string;
  /** Name of each compiled module, with the hash of its content → text. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The module that every page loads; the others are loaded by it when they are needed. */
  readonly entry: string;
  /** The module that cards embedded in other sites load. */
  readonly embedEntry: string;
  /** The style of cards that other sites embed. */
  readonly embedStyle: string;
  readonly worker: WorkerSources;
}

/**
 * Path below the site → text. The text of a `.png` is its drawing as SVG, for the shell to draw; that of
 * the database is the SQL that makes it.
 */
export type SiteFiles = ReadonlyMap<string, string>;

/**
 * Every file of the site: the same ledger, instant and address give the same bytes.
 *
 * @param languages the words to choose from; the settings name those of the site
 * @throws Refusal (exit 2) for a language of the settings that has no words
 */
export function buildSite(
  input: SiteInput,
  sources: AssetSources,
  languages = LANGUAGES,
): SiteFiles {
  const data = siteData(input);
  const assets = {
    style: `assets/style.${hashOf(sources.style)}.css`,
    script: `assets/${sources.entry}`,
    embedScript: `assets/${sources.embedEntry}`,
    embedStyle: `assets/embed.${hashOf(sources.embedStyle)}.css`,
  };
  const editions = editionsOf(data.settings, languages);
  const pages = renderPages(data, assets, editions);
  const originalFiles = data.settings.site.originalFiles;
  const tables = new Map([...ledgerTables(data), ...(originalFiles ? originalTables(data) : [])]);
  const files = new Map<string, string>([
    ...pages,
    ...(originalFiles ? renderOldAddresses(data, assets, editions[0]) : []),
    ...tables,
    ...dataPackage(data, tables),
    [DATABASE, databaseSql(data)],
    ...schoolTables(data),
    ...apiFiles(data),
    ...editions.flatMap((edition) => [...feeds(data, edition)]),
    ...(data.cards ? editions.flatMap((edition) => [...cards(data, edition)]) : []),
    ...appFiles(data, editions),
    ...badge(data),
    [assets.style, sources.style],
    [assets.embedStyle, sources.embedStyle],
    ...[...sources.scripts].map(([name, text]) => [`assets/${name}`, text] as const),
    ['sitemap.xml', sitemap(data, [...pages.keys()])],
    ['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${data.baseUrl}sitemap.xml\n`],
  ]);
  const keepsCopies = data.settings.site.offline;
  files.set('sw.js', workerFile(sources.worker, keepsCopies, editions, files));
  for (const [path, text] of checksums(files)) files.set(path, text);
  files.set(STAMP_FILE, stamp(data, files));
  return new Map([...files].sort(byPath));
}

/** `build.json`, by which a served build is known: its commit, a hash of all other files, its instant. */
function stamp(data: SiteData, files: SiteFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort(byPath)) hash.update(`${path}\0${text}\0`);
  const build: BuildStamp = {
    commit: data.commit,
    content_sha256: hash.digest('hex'),
    built_at: data.at,
    closed_through: closedThrough(data),
    last_read: data.lastDay?.date ?? null,
    base_url: data.baseUrl,
    program_version: data.version ?? null,
  };
  return `${JSON.stringify(build, null, 2)}\n`;
}

/** Pages that say nothing that is not on another page. */
const UNLISTED = /(^|\/)(embed|offline)\//;

function sitemap({ baseUrl }: SiteData, files: readonly string[]): string {
  const addresses = files
    .filter((file) => file.endsWith('index.html') && !UNLISTED.test(file))
    .map((file) => `<url><loc>${baseUrl}${file.slice(0, -'index.html'.length)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
}

/** Those files of a site that are drawings, which the shell turns into pictures. */
export function drawingsOf(files: SiteFiles): SiteFiles {
  return new Map([...files].filter(([path]) => path.endsWith('.png')));
}

function byPath(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
