import { expect, it } from 'vitest';
import { buildFigure, installMegabytes, updateFigures } from '../../scripts/bench/figures.ts';
import { projectFolder } from '../command-line.ts';
import { instant } from '../world.ts';

// Generous: the machine that tests may be slow and busy. `npm run bench` measures.
const options = { project: projectFolder, runs: 3, now: instant('2026-01-01') };

it('updates a ledger of 518 schools and 1,100 days within the original’s time and memory', async () => {
  const { measured } = await updateFigures(options, 518, 1100, 40);
  expect(measured.seconds).toBeLessThan(2 * 0.92);
  expect(measured.megabytes).toBeLessThan(1.15 * 125);
});

it('updates ten times the schools within a fifth of the original’s time', async () => {
  const { measured } = await updateFigures(options, 5180, 1100, 40);
  expect(measured.seconds).toBeLessThan(2 * 1.32);
});

it('builds 518 schools and 300 dates in seconds', async () => {
  const { measured } = await buildFigure({ ...options, runs: 1 });
  expect(measured.seconds).toBeLessThan(2 * 5);
});

it('installs little for a scheduled run', async () => {
  const megabytes = await installMegabytes(projectFolder);
  expect(megabytes).toBeGreaterThan(10);
  expect(megabytes).toBeLessThan(60);
});
