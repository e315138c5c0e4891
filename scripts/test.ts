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
  // CI has what it needs or fails; on a person's machine the tests concerned say that they skip.
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
  const tests = async (title: string, projects: readonly string[]) => {
    const file = join(folder, `${projects[0]}.json`);
    const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const options = [...projects.map((project) => `--project=${project}`), ...output];
    await stage(`Tests: ${title}`, 'vitest', 'run', ...options);
    const counted = counts.parse(JSON.parse(readFileSync(file, 'utf8')));
    totals.passed += counted.numPassedTests;
    totals.failed += counted.numFailedTests;
    totals.skipped += counted.numPendingTests;
  };
  const endToEnd = [
    ...(args.given('unit') ? [] : ['e2e', 'runs']),
    ...(args.given('long') ? ['long'] : []),
  ];
  await tests('unit', ['unit']);
  if (endToEnd.length > 0) await tests('end to end', endToEnd);

  report.say('');
  for (const { title, milliseconds } of timings) {
    report.say(`${title}: ${(milliseconds / 1000).toFixed(1)} s`);
  }
  if (failures > 0) report.say(`${failures} of the stages above failed.`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  report.say(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
  return failures > 0 ? EXIT.defect : EXIT.done;
});
