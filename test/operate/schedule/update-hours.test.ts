import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cronFires } from '../../../scripts/operate/schedule/cron-fires.ts';
import {
  type CronLine,
  readWorkflowFiles,
} from '../../../scripts/operate/schedule/workflow-files.ts';
import { projectFolder } from '../../command-line.ts';
import { instant } from '../../world.ts';

const CLOSEST_TO_THE_HOUR = 5;
let crons: readonly CronLine[] = [];
const settings = JSON.parse(readFileSync(join(projectFolder, 'data', 'district.json'), 'utf8'));
beforeAll(async () => {
  const files = await readWorkflowFiles(projectFolder);
  crons = files.find(({ file }) => file === 'update.yml')?.crons ?? [];
});

/** A copy of the program reads its own sheet at hours of its own. */
const isCopy = settings.timeZone !== 'America/Chicago';

/** Runs asked for between two instants, by weekday (Monday is 1). */
const firesOn = (day: number) =>
  cronFires(crons, instant(`2021-03-0${day}T06:00:00Z`), instant(`2021-03-0${day + 1}T06:00:00Z`));

describe('the hours of the update workflow', () => {
  it('are those of the district’s clock', () => {
    expect([...new Set(crons.map((line) => line.timeZone))]).toEqual([settings.timeZone]);
  });

  it.skipIf(isCopy)('keep off the full hour, when GitHub drops runs', () => {
    const minutes = firesOn(3).map((at) => new Date(at).getUTCMinutes());
    expect(minutes.length).toBeGreaterThan(0);
    for (const minute of minutes) {
      expect(Math.min(minute, 60 - minute)).toBeGreaterThanOrEqual(CLOSEST_TO_THE_HOUR);
    }
  });

  it.skipIf(isCopy)(
    'are most on Wednesdays, many on other weekdays, and few at the weekend',
    () => {
      const [tuesday, wednesday, sunday] = [2, 3, 7].map((day) => firesOn(day).length);
      expect([tuesday, wednesday, sunday]).toEqual([21, 30, 3]);
    },
  );

  it.skipIf(isCopy)('are thickest when a school day’s figures come out, in the afternoon', () => {
    const hours = firesOn(3).map((at) => new Date(at).getUTCHours());
    const afternoon = hours.filter((hour) => hour >= 18 || hour < 3).length;
    expect(afternoon).toBeGreaterThan(hours.length * 0.8);
  });
});
