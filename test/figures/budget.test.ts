import { expect, it } from 'vitest';
import { installMegabytes, updateFigures } from '../../scripts/develop/bench/figures.ts';
import { builtPages } from '../../scripts/develop/bench/growth.ts';
import {
  SITE_LIMITS,
  siteFigures,
  WEIGHT_LIMITS,
} from '../../scripts/develop/bench/site-figures.ts';
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

it('builds 518 schools and 300 dates in two languages within time, memory, disk and weight', async () => {
  const { builds, megabytesOnDisk, weights } = await siteFigures({ ...options, runs: 1 });
  const [drawing, kept] = builds.map(({ measured }) => measured);
  expect(drawing?.seconds).toBeLessThan(1.5 * SITE_LIMITS.secondsNew);
  expect(kept?.seconds).toBeLessThan(1.5 * SITE_LIMITS.secondsKept);
  expect(drawing?.megabytes).toBeLessThan(SITE_LIMITS.megabytes);
  expect(megabytesOnDisk).toBeGreaterThan(20);
  expect(megabytesOnDisk).toBeLessThan(SITE_LIMITS.megabytesOnDisk);
  for (const [what, limit] of Object.entries(WEIGHT_LIMITS)) {
    expect(weights[what as keyof typeof weights], what).toBeLessThan(limit);
  }
}, 600_000);

it('builds ten times the schools in a time in proportion to the pages', async () => {
  const [few, many] = [await builtPages(options, 150, 60), await builtPages(options, 1500, 60)];
  const pages = many.pages / few.pages;
  expect(pages).toBeGreaterThan(5);
  expect(many.measured.seconds / few.measured.seconds).toBeLessThan(1.2 * pages);
});

it('installs little for a scheduled run', async () => {
  const megabytes = await installMegabytes(projectFolder);
  expect(megabytes).toBeGreaterThan(10);
  expect(megabytes).toBeLessThan(60);
});
