import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceIn } from '../../../scripts/operate/run/evidence.ts';
import { scratch } from '../../command-line.ts';
import { snapshotOf, world } from '../../world.ts';

const address = 'https://user:pass@example.org/sheet?token=abc';

describe('the evidence of a run', () => {
  it('is body, snapshot and plan, without what may be a secret', async () => {
    const folder = join(await scratch(), 'evidence');
    const evidence = evidenceIn(folder);
    const began = world().reads('2021-03-01', { 1: 3 });
    const plan = began.plans('2021-03-02', { 1: 5 }, { address });
    await evidence.body(new TextEncoder().encode('School,Id\n'));
    await evidence.snapshot(snapshotOf({ 1: 5 }, { address }));
    await evidence.plan(plan);
    const text = (name: string) => readFile(join(folder, name), 'utf8');
    expect(await text('body')).toBe('School,Id\n');
    expect(JSON.parse(await text('snapshot.json')).rows).toHaveLength(1);
    expect(JSON.parse(await text('plan.json'))).toMatchObject({
      outcome: 'published',
      new_cases: 2,
      contents: { 'cases.csv': expect.stringContaining('2021-03-02,1,1,2,5') },
    });
    expect((await text('snapshot.json')) + (await text('plan.json'))).not.toMatch(/pass@|abc/);
  });
});
