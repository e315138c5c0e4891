import { expect, it } from 'vitest';
import { publishedWorld } from '../repository-world.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;
const CHICAGO_BEHIND_UTC_MILLISECONDS = 6 * 3_600_000;

/** Every fire that the update workflow's cron lines ask for, in fourteen days from 2021-03-01. */
function fires(): readonly string[] {
  const asked: number[] = [];
  for (let day = 0; day < 14; day += 1) {
    const midnight = Date.parse('2021-03-01T00:00:00Z') + day * DAY_MILLISECONDS;
    const at = (hour: number, minute: number) =>
      asked.push(midnight + CHICAGO_BEHIND_UTC_MILLISECONDS + (hour * 60 + minute) * 60_000);
    const weekday = day % 7 < 5;
    for (let hour = 0; hour < 24; hour += 1) {
      if (weekday && hour >= 12 && hour <= 20) {
        at(hour, 17);
        at(hour, 47);
      }
      if ([6, 9, 22].includes(hour)) at(hour, 37);
    }
  }
  return asked.sort((a, b) => a - b).map((instant) => new Date(instant).toISOString());
}

// What GitHub was seen to do: one fire in twelve comes, and once nothing comes for seven hours.
it('loses no figure and raises no false alarm when a twelfth of the cron fires is delivered', async () => {
  const world = await publishedWorld();
  const asked = fires().filter((instant) => instant > '2021-03-01T18:30:00Z');
  const delivered = asked.filter((_, index) => index % 12 === 3);
  const stall = (instant: string) => /^2021-03-04T(18|19|2[0-4])/.test(instant);
  let cases = 4;
  let announced = 0;
  for (const at of delivered.filter((instant) => !stall(instant))) {
    cases += 3;
    world.sheet.shows({ 1: cases - 1, 2: 1 });
    const run = await world.runAll('update', { at });
    expect([at, run.conclusion]).toEqual([at, 'success']);
    announced += 3;
  }
  const lines = world.file('data/cases.csv')?.split('\n').slice(1) ?? [];
  const counted = lines.reduce((sum, line) => sum + Number(line.split(',')[3]), 0);
  expect(counted).toBe(announced);
  expect(lines.at(-1)).toMatch(new RegExp(`,${cases - 1}$`));
  expect(world.hub.issues.all()).toEqual([]);
  expect(world.pages.served).toBe(world.head());
  await world.close();
}, 900_000);
