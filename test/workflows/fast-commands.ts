import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../command-line.ts';
import { kept } from './kept.ts';

const scripts = join(projectFolder, 'scripts');

/** Native, or reads files of its own beside itself. */
const NOT_BUNDLED = ['@resvg/resvg-js', 'esbuild', 'node-sqlite3-wasm', 'tsx'];
/** What packages in the older format ask for at run time. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);`;

/**
 * The commands with their packages, compiled once: a scenario has dozens of runs, and most of what
 * each would take is finding and compiling the same files again.
 *
 * @returns the folder that holds them, each under its entry point's name
 */
export function fastCommands(): Promise<string> {
  return kept('commands', async (folder) => {
    symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
    await build({
      entryPoints: readdirSync(scripts)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(scripts, name)),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: NOT_BUNDLED,
      banner: { js: REQUIRE },
      logLevel: 'error',
      plugins: [{ name: 'places', setup: keepPlaces }],
    });
  });
}

/** Files that look for others beside themselves find those of the checkout that they run in. */
function keepPlaces({
  onLoad,
}: Parameters<NonNullable<Parameters<typeof build>[0]['plugins']>[number]['setup']>[0]) {
  onLoad({ filter: /\/scripts\/.*\.ts$/ }, ({ path }) => {
    const place = `file://\${process.cwd()}/scripts/${relative(scripts, path)}`;
    const text = readFileSync(path, 'utf8').replaceAll('import.meta.url', `\`${place}\``);
    return { contents: text, loader: 'ts' };
  });
}
