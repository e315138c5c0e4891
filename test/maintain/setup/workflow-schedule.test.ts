import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  hoursOf,
  hoursProblem,
  rescheduled,
} from '../../../scripts/maintain/setup/workflow-schedule.ts';
import { readWorkflowFiles } from '../../../scripts/operate/schedule/workflow-files.ts';
import { projectFolder, scratch } from '../../command-line.ts';

const workflow = await readFile(join(projectFolder, '.github/workflows/update.yml'), 'utf8');
const madrid = { timeZone: 'Europe/Madrid', hours: '8-14' };

/** The schedule as the program itself reads it afterwards. */
async function cronsOf(text: string) {
  const checkout = await scratch();
  await mkdir(join(checkout, '.github/workflows'), { recursive: true });
  await writeFile(join(checkout, '.github/workflows/update.yml'), text);
  const [file] = await readWorkflowFiles(checkout);
  return file?.crons;
}

describe('the schedule of the update workflow', () => {
  it('gets time zone and hours, and nothing else changes', async () => {
    const text = rescheduled(workflow, 'update.yml', madrid);
    const before = await cronsOf(workflow);
    expect(await cronsOf(text)).toEqual(
      before?.map(({ cron }) => ({
        cron: cron.replace(/ \d+-\d+ /, ' 8-14 '),
        timeZone: 'Europe/Madrid',
      })),
    );
    const changed = text.split('\n').filter((line, index) => line !== workflow.split('\n')[index]);
    expect(changed.every((line) => /cron: |timezone: /.test(line))).toBe(true);
    expect(text.split('\n')).toHaveLength(workflow.split('\n').length);
  });

  it('keeps its hours where none are given, and is the same when it is set again', () => {
    const text = rescheduled(workflow, 'update.yml', { ...madrid, hours: undefined });
    expect(hoursOf(text)).toBe(hoursOf(workflow));
    const again = rescheduled(text, 'update.yml', { ...madrid, hours: hoursOf(workflow) });
    expect(again).toBe(text);
  });

  it('gets a time zone where it had none', async () => {
    const plain = "on:\n  schedule:\n    - cron: '5 * * * *' # hourly\n  push:\njobs: {}\n";
    const text = rescheduled(plain, 'update.yml', madrid);
    expect(await cronsOf(text)).toEqual([{ cron: '5 * * * *', timeZone: 'Europe/Madrid' }]);
    expect(text).toContain('  push:\n');
  });

  it.each([
    ['no YAML', 'on: ['],
    ['no schedule', 'on: push\njobs: {}\n'],
    ['a schedule without times', 'on:\n  schedule: []\njobs: {}\n'],
  ])('is left alone, and the file named, where it is %s', (_, text) => {
    expect(() => rescheduled(text, '.github/workflows/update.yml', madrid)).toThrow(
      '.github/workflows/update.yml has no schedule',
    );
    expect(hoursOf(text)).toBeUndefined();
  });
});

describe('hours', () => {
  it.each([
    ['12-20', true],
    ['0-23', true],
    ['20-12', false],
    ['12-24', false],
    ['9', false],
    ['nine to five', false],
  ])('%s', (text, isRight) => {
    expect(hoursProblem(text) === undefined).toBe(isRight);
  });
});
