import { expect, it } from 'vitest';
import { cronFires } from '../../../scripts/operate/schedule/cron-fires.ts';
import { readWorkflowFiles } from '../../../scripts/operate/schedule/workflow-files.ts';
import { projectFolder } from '../../command-line.ts';
import { instant } from '../../world.ts';
import { publishedWorld } from '../repository-world.ts';

const STALL_MILLISECONDS = 7 * 3_600_000;
/** The sheet has one case more after so many fires, delivered or not. */
const FIRES_OF_A_CASE = 4;

/** Every fire that the update workflow's own cron lines ask for in the fortnight. */
async function fires() {
  const files = await readWorkflowFiles(projectFolder);
  const lines = files.find(({ file }) => file === 'update.yml')?.crons ?? [];
  return cronFires(lines, instant('2021-03-01T18:30:00Z'), instant('2021-03-15T18:30:00Z'));
}

// What GitHub was seen to do: one fire in twelve comes, and once nothing comes for seven hours.
it('loses no figure and raises no false alarm when a twelfth of the cron fires is delivered', async () => {
  const world = await publishedWorld();
  const asked = await fires();
  expect(asked.length).toBeGreaterThan(150);
  const twelfth = [...asked.entries()].filter(([index]) => index % 12 === 3);
  const stall = Date.parse(twelfth[5]?.[1] ?? '');
  const isStalled = (at: string) =>
    Date.parse(at) >= stall && Date.parse(at) < stall + STALL_MILLISECONDS;
  const delivered = twelfth.filter(([, at]) => !isStalled(at));
  expect(delivered.length).toBeLessThan(twelfth.length);

  let cases = 3;
  for (const [index, at] of delivered) {
    cases = 3 + Math.floor(index / FIRES_OF_A_CASE);
    world.sheet.shows({ 1: cases, 2: 1 });
    const run = await world.runAll('update', { at });
    expect([at, run.conclusion]).toEqual([at, 'success']);
    expect([at, world.pages.served]).toEqual([at, world.head()]);
  }
  const counted = world.cases().reduce((sum, line) => sum + Number(line.split(',')[3]), 0);
  expect(counted).toBe(cases - 3);
  expect(world.cases().at(-1)).toMatch(new RegExp(`,${cases}$`));
  // Each date that is over and had news is released, once.
  const dates = new Set(world.cases().map((line) => line.split(',')[0]));
  const last = world.cases().at(-1)?.split(',')[0];
  expect(world.hub.releases.all().map(({ tag, draft }) => [tag, draft])).toEqual(
    [...dates].filter((date) => date !== last).map((date) => [`data-${date}`, false]),
  );
  expect(world.hub.issues.all()).toEqual([]);
  await world.close();
});
