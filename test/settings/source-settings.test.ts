import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { parseSettings } from '../../scripts/settings/load-settings.ts';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import { projectFolder } from '../command-line.ts';

const chicago = JSON.parse(readFileSync(join(projectFolder, 'test/chicago/district.json'), 'utf8'));

/** Chicago's settings with another `source`. */
function withSource(source: object): string {
  const { addresses } = chicago.source;
  return JSON.stringify({ ...chicago, source: { addresses, ...source } }, null, 2);
}

function refusalOf(source: object): string {
  try {
    parseSettings(withSource(source));
  } catch (error) {
    if (error instanceof Refusal && error.exit === 2) return error.message;
    throw error;
  }
  return 'accepted';
}

const name = { name: 'School' };

describe('the settings of a source', () => {
  it.each<[string, object]>([
    ['rows of cases by name', { columns: name }],
    ['rows of cases, said so', { rows: 'case', columns: { id: 'ID' } }],
    ['a table', { rows: 'place', columns: { ...name, counts: ['Total'] } }],
    ['a name in two columns', { columns: { name: ['County', 'School'], counts: ['/^Q\\d/'] } }],
    ['the newest of dated columns', { columns: { ...name, counts: 'last date' } }],
    ['new cases by day', { counts: 'new', columns: { ...name, date: 'Day', counts: ['New'] } }],
    ['places as columns', { rows: 'place-and-day', columns: { date: 'Day', counts: ['/^P/'] } }],
    [
      'a path, words and a total',
      {
        columns: { ...name, counts: ['n'] },
        path: 'a[*].b',
        cells: { zero: ['none'], unknown: ['*'] },
        totalRow: ['All'],
      },
    ],
  ])('may say: %s', (_, source) => {
    const settings = parseSettings(withSource(source));
    expect(settings.source).toMatchObject(source);
    // What a program writes, it can read again.
    expect(settingsSchema.parse(settings)).toEqual(settings);
  });

  it.each<[string, object, RegExp]>([
    ['neither id nor name', { columns: {} }, /source\.columns .*neither "id" nor "name"/],
    ['no columns at all', {}, /source\.columns .*is not given, which names neither/],
    [
      'counts of rows of cases',
      { rows: 'case', columns: { ...name, counts: ['n'] } },
      /counts .* does not go with "rows": "case"/,
    ],
    [
      'a table without counts',
      { rows: 'place', columns: name },
      /counts .* must name the columns with counts for "rows": "place"/,
    ],
    [
      'days without a day',
      { rows: 'place-and-day', columns: { ...name, counts: ['n'] } },
      /date .* must name the column with the day/,
    ],
    [
      'a table with a day',
      { rows: 'place', columns: { ...name, counts: ['n'], date: 'Day' } },
      /date .* use "place-and-day"/,
    ],
    [
      'days as rows and as headings',
      { columns: { ...name, counts: 'last date', date: 'Day' } },
      /days are headings or rows/,
    ],
    [
      'new cases without a day',
      { counts: 'new', columns: { ...name, counts: ['n'] } },
      /source\.counts .* needs rows of places and days/,
    ],
    [
      'a pattern that backtracks in any engine',
      { columns: { name: '/(a)\\1/' } },
      /columns\.name .* linear time/,
    ],
    [
      'a malformed pattern',
      { columns: { ...name, counts: ['/(/'] } },
      /columns\.counts\.0 .* linear time/,
    ],
    ['an empty list of counts', { columns: { ...name, counts: [] } }, /columns\.counts/],
    ['a malformed path', { columns: name, path: 'a..b' }, /source\.path .* is not a path like/],
    [
      'an unknown kind of rows',
      { rows: 'school', columns: name },
      /is not one of auto, case, place, place-and-day/,
    ],
  ])('may not say: %s', (_, source, said) => {
    expect(refusalOf(source)).toMatch(said);
  });

  it.each<[string, object, RegExp]>([
    [
      'format',
      { format: 'line-list', columns: name },
      /source .*"format" is not a setting any more: write "source\.rows"/,
    ],
    [
      'columns.schoolId',
      { columns: { ...name, schoolId: 'ID' } },
      /"schoolId" is not a setting any more: write "source\.columns\.id"/,
    ],
    [
      'columns.schoolName',
      { columns: { id: 'ID', schoolName: 'S' } },
      /write "source\.columns\.name"/,
    ],
    [
      'columns.quarters',
      { columns: { ...name, quarters: '^Q' } },
      /write "source\.columns\.counts", a list/,
    ],
    [
      'columns.apiSchoolId',
      { columns: { ...name, apiSchoolId: 'ID' } },
      /write "source\.columns\.id"/,
    ],
    [
      'columns.apiSchoolName',
      { columns: { id: 'x', apiSchoolName: 'ID' } },
      /write "source\.columns\.name"/,
    ],
    [
      'columns.apiCount',
      { columns: { ...name, apiCount: 'n' } },
      /write "source\.columns\.counts", a list/,
    ],
  ])('name what took the place of %s of the first version', (_, source, said) => {
    expect(refusalOf(source)).toMatch(said);
  });

  it('under "ignore" may be patterns, which are checked as well', () => {
    const text = (entry: string) => JSON.stringify({ ...chicago, ignore: [entry] });
    expect(parseSettings(text('/^Test /')).ignore).toEqual(['/^Test /']);
    expect(() => parseSettings(text('/(/'))).toThrow(/ignore\.0 .* linear time/);
  });
});
