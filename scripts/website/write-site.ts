import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import type { AssetSources, SiteFiles } from './build-site.ts';

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'site');

/** Compiles what browsers load: the styles, the service worker, and modules, most loaded when needed. */
export async function readAssets(): Promise<AssetSources> {
  const { build } = await import('esbuild');
  const shared = { bundle: true, minify: true, write: false, logLevel: 'silent' } as const;
  const worker = (file: string) =>
    build({
      ...shared,
      entryPoints: [join(SITE, 'worker', file)],
      format: 'iife',
      target: 'es2020',
    });
  const modules = (file: string) =>
    compileModules(join(SITE, file), {
      minify: true,
      logLevel: 'silent',
      target: 'es2020',
    });
  const [style, embed, keeping, retiring, scripts, embedScripts] = await Promise.all([
    build({ ...shared, entryPoints: [join(SITE, 'style.css')], external: ['*.png'] }),
    build({ ...shared, entryPoints: [join(SITE, 'embed.css')] }),
    worker('sw.ts'),
    worker('retire.ts'),
    modules('site.ts'),
    modules('embed.ts'),
  ]);
  const [[entry = ''], [embedEntry = '']] = [[...scripts.keys()], [...embedScripts.keys()]];
  return {
    style: textOf(style),
    embedStyle: textOf(embed),
    scripts: new Map([...scripts, ...embedScripts]),
    entry,
    embedEntry,
    worker: { keeping: textOf(keeping), retiring: textOf(retiring) },
  };
}

function textOf({ outputFiles }: { readonly outputFiles: readonly { readonly text: string }[] }) {
  return outputFiles[0]?.text ?? '';
}

/**
 * Writes a site beside its folder and puts it in place once it is complete; the old one goes.
 *
 * @param out folder of the site
 * @param drawn bytes of the pictures and of the database, by their paths among the files
 */
export async function writeSite(
  out: string,
  files: SiteFiles,
  drawn: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const next = `${out}.next`;
  await rm(next, { recursive: true, force: true });
  const folders = new Set([...files.keys()].map((path) => dirname(join(next, path))));
  await mkdir(next, { recursive: true });
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  // Thousands of small files: one after the other is twice as fast as all through the thread pool.
  for (const [path, text] of files) writeFileSync(join(next, path), drawn.get(path) ?? text);
  await rm(out, { recursive: true, force: true });
  await rename(next, out);
}

/**
 * Compiles a module for browsers, and each module that it loads later into a file of its own. What
 * several of them need is in each: it is small, and a shared file would be one more request.
 *
 * @param path of the module's source
 * @returns the text of every file by its name, which holds the hash of its content; the module's own
 * comes first
 * @throws esbuild's error for source that it cannot compile
 */
async function compileModules(
  path: string,
  options: BuildOptions,
): Promise<ReadonlyMap<string, string>> {
  const { build } = await import('esbuild');
  const later = new Map<string, Promise<ReadonlyMap<string, string>>>();

  const compile = async (entry: string): Promise<ReadonlyMap<string, string>> => {
    const loads = new Set<string>();
    const apart: Plugin = {
      name: 'apart',
      setup: ({ onResolve }) => {
        onResolve({ filter: /^\./ }, async ({ kind, path: asked, resolveDir }) => {
          if (kind !== 'dynamic-import') return null;
          const source = join(resolveDir, asked);
          loads.add(source);
          const compiled = later.get(source) ?? compile(source);
          later.set(source, compiled);
          const [name = ''] = (await compiled).keys();
          return { path: `./${name}`, external: true };
        });
      },
    };
    const { outputFiles } = await build({
      ...options,
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      write: false,
      outdir: dirname(path),
      entryNames: '[name].[hash]',
      plugins: [apart],
    });
    const own = (outputFiles ?? []).map((file) => [basename(file.path), file.text] as const);
    const theirs = await Promise.all([...loads].sort().map((source) => later.get(source)));
    return new Map([...own, ...theirs.flatMap((files) => [...(files ?? [])])]);
  };
  return compile(path);
}
