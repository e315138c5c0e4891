import { basename, dirname, join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/**
 * Compiles a module for browsers, and each module that it loads later as one file of its own, whole.
 * What several need is in each of them: it is small, and a shared scrap would be one request more.
 *
 * @param path of the module's source
 * @returns the text of every file by its name, which holds the hash of its content; the first is
 * the module's own
 * @throws what esbuild does not compile
 */
export async function compileModules(
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
