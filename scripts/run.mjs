/**
 * Runs a command of this folder in this very process: `node scripts/run.mjs update --dry-run`.
 * Node 22.18 and later read TypeScript themselves and keep what they compiled for the next run;
 * older ones read it through tsx.
 */
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [name] = process.argv.splice(2, 1);
const entry = new URL(`./${name}.ts`, import.meta.url);
process.argv[1] = fileURLToPath(entry);

if (process.features.typescript) {
  // A fresh runner never comes back to what it kept.
  if (!process.env.GITHUB_ACTIONS) {
    module.enableCompileCache(
      fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)),
    );
  }
} else {
  // tsx looks into every file that is loaded after it, so the largest packages are loaded before.
  await Promise.all([import('zod'), import('csv-parse/sync'), import('@sindresorhus/slugify')]);
  process.setSourceMapsEnabled(true);
  // Its hooks alone, as `tsx/esm/api` registers them, without loading them into this thread too.
  module.register('tsx/esm', import.meta.url, { data: {} });
}

await import(entry.href);
