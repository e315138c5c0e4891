import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../command-line.ts';

const scripts = join(projectFolder, 'scripts');

/**
 * The commands, compiled once for all runs of this process: a scenario has dozens of runs, and most
 * of what each would take is compiling the same files again.
 *
 * @returns the folder that holds them, each under its entry point's name
 */
export async function fastCommands(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-commands-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
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
    packages: 'external',
    logLevel: 'error',
    plugins: [{ name: 'places', setup: keepPlaces }],
  });
  return folder;
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
