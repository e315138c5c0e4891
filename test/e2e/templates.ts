import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that are one of a kind. */
const SINGLE = [
  '',
  'schools/',
  'cases/',
  'archive/',
  'map/',
  'compare/',
  'data/',
  'about/',
  'faq/',
  'subscribe/',
  'status/',
  'offline/',
  '404.html',
];

/** Kinds with many pages, each by its folder. */
const MANY = ['schools', 'cases', 'archive', 'updates', 'embed'];

/** A path for every template of the built site, in its first language. */
export function templatePaths(dist: string): readonly string[] {
  return [...SINGLE, ...MANY.flatMap((folder) => one(dist, folder))];
}

/** One in the middle: neither the first of its kind nor the last, which may lack neighbours. */
function one(dist: string, folder: string): readonly string[] {
  const found = readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/index\.html$/.test(path))
    .map((path) => `${folder}/${path.slice(0, -'index.html'.length)}`)
    .sort();
  return found.slice(Math.floor(found.length / 2)).slice(0, 1);
}

/** The same page in the second language; the page for what is not there is one for all. */
export function inSpanish(path: string): string | undefined {
  return path === '404.html' ? undefined : `es/${path}`;
}
