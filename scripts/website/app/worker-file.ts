import { createHash } from 'node:crypto';
import type { Edition } from '../editions.ts';

/** The service worker's two programs, compiled. */
export interface WorkerSources {
  /** Keeps copies of pages seen. */
  readonly keeping: string;
  /** Removes the copies and itself, for a site that no longer wants any kept. */
  readonly retiring: string;
}

/**
 * The site's service worker. Its text names the files that it fetches ahead, so that browsers update
 * it whenever one of them changes.
 *
 * @param isWanted whether browsers are to keep copies of pages seen
 * @param files the site so far, by path
 */
export function workerFile(
  sources: WorkerSources,
  isWanted: boolean,
  editions: readonly Edition[],
  files: ReadonlyMap<string, string>,
): string {
  if (!isWanted) return sources.retiring;
  const folders = editions.map(({ folder }) => folder);
  const pages = folders.map((folder) => `${folder}offline/`);
  const loaded = withImports(
    [...files.keys()].filter((path) =>
      /^assets\/(style|site|offline-page|read-chart)\./.test(path),
    ),
    files,
  );
  const hash = createHash('sha256').update(sources.keeping);
  for (const path of loaded) hash.update(path);
  for (const page of pages) hash.update(files.get(`${page}index.html`) ?? '');
  const facts = {
    version: hash.digest('hex').slice(0, 10),
    ahead: [...pages, ...loaded],
    folders,
  };
  return `const SITE=${JSON.stringify(facts)};\n${sources.keeping}`;
}

/** Modules, and those that they import when they start. */
function withImports(
  paths: readonly string[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  const found = new Set(paths);
  for (const path of found) {
    for (const [, name] of (files.get(path) ?? '').matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
      found.add(`assets/${name}`);
    }
  }
  return [...found];
}
