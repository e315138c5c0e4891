import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';
import { costsOf } from './run-costs.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

const at = '2021-03-02T18:00:00Z';
const decisions = readFileSync(join(projectFolder, 'docs', 'decisions.md'), 'utf8');

const BEGINNINGS: Readonly<Record<string, () => void>> = {
  'A quiet run': () => {},
  'A run with news': () => world.sheet.shows({ 1: 5, 2: 1 }),
  'A failed read': () => world.sheet.answers('down', 503, 'text/plain'),
};

describe('what runs cost', () => {
  // A figure that has to grow is a decision, and is written down there.
  it.each(Object.keys(BEGINNINGS))('is what the table of decisions says: %s', async (name) => {
    const quiet = name === 'A quiet run';
    BEGINNINGS[name]?.();
    const first = await world.run('update', { at: quiet ? '2021-03-01T19:00:00Z' : at });
    const runs = [first, ...(await world.settle({ at }))];
    const { jobs, installations, artifacts, minutes, seconds } = costsOf(runs);
    const after = [jobs, installations, artifacts, minutes, seconds];
    const [, row] = new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(decisions) ?? [];
    const figures = row?.split(' | ').map((cell) => Number(cell.split(' → ').at(-1)));
    expect(figures).toEqual(after);
  });
});
