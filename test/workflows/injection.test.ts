import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { commandsIn } from '../harness/annotations.ts';
import type { WorkflowRun } from '../harness/run-workflow.ts';
import { becomeOriginal } from './as-original.ts';
import { gitIn } from './git-in.ts';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
let pwned: string;
beforeEach(async () => {
  world = await publishedWorld();
  pwned = join(await scratch(), 'pwned');
});
afterEach(() => world.close());

const at = '2021-03-02T18:00:00Z';

/** Texts that act when a shell, the runner or Markdown takes them for its own. */
const attacks = (): readonly string[] => [
  `$(touch ${pwned})`,
  `\`touch ${pwned}\``,
  `'; touch ${pwned}; '`,
  `"; touch ${pwned}; "`,
  `x\n::error title=pwned::pwned`,
  `::set-env name=pwned::pwned`,
  `x\r\n##[error]pwned`,
];

/** Nothing was run, and the runner was told nothing but by us. */
function expectHarmless(...runs: readonly WorkflowRun[]): void {
  expect(existsSync(pwned)).toBe(false);
  for (const { log, jobs } of runs) {
    const strange = commandsIn(log).filter(({ name, properties }) => {
      return !/^(notice|warning|error)$/.test(name) || properties.includes('pwned');
    });
    expect(strange).toEqual([]);
    const outputs = jobs.flatMap(({ steps }) => steps.map((step) => step.outputs));
    expect(JSON.stringify(outputs)).not.toContain('pwned');
  }
}

describe('no text from outside acts:', () => {
  it('names in the sheet, published', async () => {
    const names = Object.fromEntries(attacks().map((name, index) => [String(100 + index), name]));
    const counts = Object.fromEntries(
      Object.keys(names)
        .slice(0, 5)
        .map((id) => [id, 1]),
    );
    world.sheet.shows({ 1: 4, 2: 1, ...counts }, { 1: attacks()[0] ?? '', ...names });
    const run = await world.run('update', { at });
    const [deploy] = await world.settle({ at });
    expect(world.subjects(1)[0]).toMatch(/new cases/);
    if (deploy) expectHarmless(run, deploy);
    expect(deploy?.conclusion).toBe('success');
  });

  it('names in the sheet, held', async () => {
    const names = Object.fromEntries(attacks().map((name, index) => [String(100 + index), name]));
    world.sheet.shows(
      { 1: 90, 2: 1, ...Object.fromEntries(Object.keys(names).map((id) => [id, 1])) },
      names,
    );
    const run = await world.run('update', { at });
    const after = await world.settle({ at });
    expect(world.file('data/held.json')).toBeDefined();
    expectHarmless(run, ...after);
  });

  it('a sheet that is rejected', async () => {
    world.sheet.answers(`<html>${attacks().join('\n')}</html>\n`);
    expectHarmless(await world.run('update', { at }));
    world.sheet.answers(attacks().join('\n'));
    expectHarmless(await world.run('update', { at }));
  });

  it.each(['source', 'accept'])('the input %s of a dispatch', async (input) => {
    for (const attack of attacks()) {
      const run = await world.run('update', {
        at,
        event: 'workflow_dispatch',
        inputs: { [input]: attack },
      });
      expectHarmless(run);
    }
  });

  it('the version of a release', async () => {
    becomeOriginal(world);
    for (const version of attacks()) {
      const asked = { at, event: 'workflow_dispatch', inputs: { version } } as const;
      const run = await world.run('release', asked);
      expect(run.conclusion).toBe('failure');
      expectHarmless(run);
    }
    expect(world.hub.releases.all()).toEqual([]);
  });

  it('a branch’s name', async () => {
    const branch = `x$(touch\${IFS}${pwned.slice(1)})`.replaceAll('//', '/');
    gitIn(world.remote)('branch', branch, 'main');
    const run = await world.run('update', { at, event: 'workflow_dispatch', branch });
    expectHarmless(run);
    expect(existsSync(join('/', pwned))).toBe(false);
  });

  it('an issue’s title and text', async () => {
    for (const text of attacks()) world.hub.issues.open({ title: text, body: text });
    expectHarmless(await world.run('update', { at, trouble: { installationFails: true } }));
    expectHarmless(await world.run('update', { at }));
    const people = world.hub.issues.all().filter(({ by }) => by.type === 'User');
    expect(people.map(({ state, edits }) => [state, edits])).toEqual(
      attacks().map(() => ['open', 0]),
    );
  });
});
