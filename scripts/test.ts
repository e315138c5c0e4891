import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { main } from './command/main.ts';
import { installSystemPackages } from './develop/system-packages.ts';
import { EXIT } from './domain/refusal.ts';

const counts = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

await main('test', async ({ args, report, env, step, timings }) => {
  const missing = installSystemPackages(report.say);
  for (const sentence of missing) report.say(`Missing: ${sentence}`);
  // On CI a missing program is a failure; on a person's machine the tests that need it are skipped.
  let failures = env.CI ? missing.length : 0;
  const stage = async (title: string, command: string, ...options: string[]) => {
    report.say(`\n== ${title}`);
    const { status } = await step(title, () =>
      spawnSync(join('node_modules', '.bin', command), options, { stdio: 'inherit' }),
    );
    if (status !== 0) failures += 1;
  };
  await stage('Types', 'tsc', '-p', '.');
  await stage('Types of the browser’s part', 'tsc', '-p', 'site');
  await stage('Types of the browser’s worker', 'tsc', '-p', join('site', 'worker'));
  await stage('Lint and format', 'biome', 'ci', '--error-on-warnings');
  await stage('Dead code', 'knip');

  const totals = { passed: 0, failed: 0, skipped: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'tracker-tests-'));
  const projects = args.given('unit') ? ['unit'] : ['unit', 'figures', 'e2e'];
  if (args.given('long')) projects.push('long');
  for (const project of projects) {
    const file = join(folder, `${project}.json`);
    const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const alone = project === 'figures' ? ['--no-file-parallelism'] : [];
    const options = [`--project=${project}`, ...alone, ...output];
    await stage(`Tests: ${project}`, 'vitest', 'run', ...options);
    const result = counts.parse(JSON.parse(readFileSync(file, 'utf8')));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests;
    totals.skipped += result.numPendingTests;
  }

  report.say('');
  for (const { title, milliseconds } of timings) {
    report.say(`${title}: ${(milliseconds / 1000).toFixed(1)} s`);
  }
  if (failures > 0) report.say(`${failures} of the stages above failed.`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  report.say(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return failures > 0 ? EXIT.defect : EXIT.done;
});
