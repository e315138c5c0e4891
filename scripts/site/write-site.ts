import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetSources } from './build-site.ts';

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'site');

/** What browsers load, compiled: TypeScript becomes a small module. */
export async function readAssets(): Promise<AssetSources> {
  const { transform } = await import('esbuild');
  const [style, script] = await Promise.all([
    readFile(join(SITE, 'style.css'), 'utf8'),
    readFile(join(SITE, 'site.ts'), 'utf8'),
  ]);
  const [css, js] = await Promise.all([
    transform(style, { loader: 'css', minify: true }),
    transform(script, { loader: 'ts', minify: true, format: 'esm', target: 'es2020' }),
  ]);
  return { style: css.code, script: js.code };
}

/** Writes a site beside its place and moves it in when it is whole; old files go with the old one. */
export async function writeSite(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  const folders = new Set([...files.keys()].map((path) => dirname(join(next, path))));
  await mkdir(next, { recursive: true });
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  // Thousands of small files: one after the other is twice as fast as all through the thread pool.
  for (const [path, text] of files) writeFileSync(join(next, path), text);
  await rm(out, { recursive: true, force: true });
  await rename(next, out);
}
