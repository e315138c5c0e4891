import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SheetChoices } from '../../../scripts/maintain/setup/sheet-choices.ts';
import { choicesOf } from '../../../scripts/maintain/setup/sheet-choices.ts';
import { optionsFor } from '../../../scripts/maintain/setup/sheet-options.ts';
import { type FoundReadings, tryReadings } from '../../../scripts/maintain/setup/try-readings.ts';
import { openBody } from '../../../scripts/source/open-body.ts';
import { projectFolder } from '../../command-line.ts';
import { settingsOf } from '../../world.ts';

const folder = join(projectFolder, 'test/source/sheets');
const { guards: limits } = settingsOf();

async function found(
  body: string | Uint8Array,
  choices: SheetChoices = {},
): Promise<FoundReadings> {
  const opened = await openBody(
    typeof body === 'string' ? new TextEncoder().encode(body) : body,
    '',
  );
  return tryReadings(opened, choices, { district: { name: 'X', languages: ['en'] }, limits });
}

/** Each way a sheet reads, as the options for it, with its counts by name. */
async function ways(body: string | Uint8Array, choices?: SheetChoices) {
  const { found: readings } = await found(body, choices);
  return readings.map(({ reading, sheet, doubt }) => ({
    options: [...optionsFor(choicesOf(reading, [])).values()].join(' '),
    counts: Object.fromEntries(sheet.rows.map(({ name, count }) => [name, count])),
    isSure: doubt === undefined,
  }));
}

const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

describe('the one way in which a sheet reads', () => {
  it.each<[string, string]>([
    ['cases-by-id.csv', "--rows case --id-column 'School ID' --name-column School"],
    ['cases-by-name.csv', '--rows case --name-column Neighbourhood'],
    ['id-of-the-case.csv', '--rows case --name-column School'],
    ['id-of-the-area.csv', '--rows case --name-column School'],
    [
      'id-and-total.csv',
      "--rows place --id-column 'Site ID' --name-column Site --count-column 'Cases to date'",
    ],
    [
      'codes-with-zeros.csv',
      '--rows place --id-column code --name-column municipality --count-column positives',
    ],
    ['total-first.csv', '--rows place --name-column Campus --count-column Cumulative'],
    [
      'total-last.csv',
      '--rows place --name-column County --count-column Confirmed --count-column Probable',
    ],
    ['titles-above.csv', '--rows place --name-column School --count-column Total'],
    ['tabs.tsv', '--rows place --name-column School --count-column Total'],
    ['notes-below.csv', '--rows place --name-column School --count-column Total'],
    [
      'two-places-of-one-name.csv',
      '--rows place --name-column County --name-column School --count-column Total',
    ],
    [
      'new-by-day.csv',
      '--rows place-and-day --name-column where --count-column cases --date-column date --counts new',
    ],
    ['columns-of-new-cases.csv', "--rows place --name-column Commune --count-column 'every date'"],
    [
      'features.json',
      "--rows place --path 'features[*].attributes' --name-column School --count-column Cumulative",
    ],
    [
      'datastore.json',
      '--rows place --path result.records --name-column School --count-column Total',
    ],
    [
      'keyed-by-place.json',
      "--rows place --path 'counties.*' --name-column '*' --count-column cases",
    ],
    [
      'records.json',
      '--rows place --id-column school_code --name-column school --count-column total',
    ],
    ['rows-of-cells.json', '--rows place --path values --name-column School --count-column Total'],
    [
      'two-header-rows.csv',
      "--rows place --name-column Place --count-column '/^\\p{L}+ \\d+ Residents$/' --count-column '/^\\p{L}+ \\d+ Staff$/'",
    ],
  ])('%s', async (file, options) => {
    const read = await ways(await readFile(join(folder, file)));
    expect(read.map((way) => way.options.replaceAll(' --id-column none', ''))).toEqual([options]);
    expect(read[0]?.isSure).toBe(true);
  });

  it('is left to a person where several fit, or where nothing says what is counted', async () => {
    const open = [];
    for (const file of readdirSync(folder).sort()) {
      const read = await ways(await readFile(join(folder, file)));
      if (read.length > 1 || read.some(({ isSure }) => !isSure)) open.push(file);
    }
    expect(open).toEqual([
      // So few days that they may be running totals or new cases.
      'newest-column.csv',
      // One number for each place, with no heading.
      'numbers-by-place.json',
      'places-as-columns.csv',
      // "Students" and "Residents" may be counted or ill.
      'subtotals.csv',
      'totals-by-day.csv',
      'words-for-counts.csv',
    ]);
  });

  it('is none where the source layer refuses all', async () => {
    const none = await found(await readFile(join(folder, 'averages.json')));
    expect(none).toMatchObject({ found: [], refusal: { code: 'not-a-running-total' } });
    const figures = await found(await readFile(join(folder, 'figures-as-rows.csv')));
    expect(figures).toMatchObject({ found: [], refusal: { code: 'misread-rows' } });
  });
});

describe('the place’s id', () => {
  it('is never the case’s, whatever its heading', async () => {
    for (const heading of ['Case ID', 'ID', 'Number', 'School Case Number']) {
      const list = lines(
        `${heading},School,Reported`,
        '1001,Alder,2021-09-01',
        '1002,Alder,2021-09-01',
        '1003,Birch,2021-09-02',
      );
      const [way] = await ways(list);
      expect(way?.options).toContain('--id-column none');
      expect(way?.counts).toEqual({ Alder: 2, Birch: 1 });
    }
  });

  it('is never the number of a row', async () => {
    const table = lines('ID,County,Cases', '1,Ash,12', '2,Brook,3', '3,Clay,0');
    expect((await ways(table))[0]?.options).toContain('--id-column none');
    const records = '[{"_id":1,"School":"Alder","Total":3},{"_id":2,"School":"Birch","Total":9}]';
    expect((await ways(records))[0]?.options).toContain('--id-column none');
  });

  it('is never that of a row in rows of places and days', async () => {
    const days = lines(
      'Record ID,Site Code,School,Date,New Cases',
      '9001,A1,Alder,2021-09-01,3',
      '9002,B2,Birch,2021-09-01,1',
      '9003,A1,Alder,2021-09-02,1',
      '9004,B2,Birch,2021-09-02,2',
    );
    const [way, ...others] = await ways(days);
    expect(others).toEqual([]);
    expect(way?.options).toContain("--id-column 'Site Code'");
    expect(way?.counts).toEqual({ Alder: 4, Birch: 3 });
  });
});

describe('a list of cases', () => {
  it('may number the cases of each place, or have their ages', async () => {
    const list = lines(
      'School,Case,Age',
      'Alder,1,9',
      'Alder,2,11',
      'Birch,1,10',
      'Alder,3,9',
      'Birch,2,40',
    );
    expect(await ways(list)).toMatchObject([
      { options: '--rows case --id-column none --name-column School', isSure: true },
    ]);
  });
});

describe('counts', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'not the population, the deaths or a rate',
      'County,Population,Cases,Deaths,Case Rate',
      ['Cases'],
    ],
    ['not what is active or new', 'School,Active Cases,New Cases,Total Cases', ['Total Cases']],
    ['the total, not its parts', 'School,Students,Staff,Total', ['Total']],
    [
      'the parts, where there is no total',
      'School,Student Cases,Staff Cases',
      ['Student Cases', 'Staff Cases'],
    ],
    ['in German', 'Gemeinde;Einwohner;Anzahl Fälle;Anzahl Tote', ['Anzahl Fälle']],
    ['in Spanish', 'Municipio,Población,Casos acumulados,Fallecidos', ['Casos acumulados']],
    ['under the number of pupils', 'School,Enrollment,Cases', ['Cases']],
  ])('are found: %s', async (_, header, expected) => {
    const delimiter = header.includes(';') ? ';' : ',';
    const width = header.split(delimiter).length;
    // Parts, and their sum in the last column.
    const row = (name: string, figure: number) => {
      const parts = Array.from({ length: width - 2 }, (_value, at) => figure + at);
      return [name, ...parts, parts.reduce((a, b) => a + b, 0)].join(delimiter);
    };
    const table = lines(header, row('Alder', 11), row('Birch', 3), row('Cedar', 40));
    const read = await found(table);
    expect(read.found.map(({ reading }) => reading.columns.counts)).toEqual([expected]);
  });

  it('are not new cases of a week, unless somebody says so', async () => {
    const table = lines('School,New Cases This Week', 'Alder,3', 'Birch,0', 'Cedar,7');
    expect(await ways(table)).toMatchObject([{ isSure: false }]);
    const said = { countColumns: ['New Cases This Week'] };
    expect(await ways(table, said)).toMatchObject([{ isSure: true, counts: { Alder: 3 } }]);
  });

  it('may be words, of which a person says what they mean', async () => {
    const table = lines('School,Total Cases', 'Alder,12', 'Birch,see note', 'Cedar,4');
    const read = await ways(table);
    expect(read.map(({ counts }) => counts)).toEqual([
      { Alder: 12, Birch: 0, Cedar: 4 },
      { Alder: 12, Cedar: 4 },
    ]);
    expect(read.map(({ options }) => /--(zero|unknown) 'see note'/.exec(options)?.[1])).toEqual([
      'zero',
      'unknown',
    ]);
    const plain = lines(
      'School,Total Cases',
      'Alder,12',
      'Birch,None',
      'Cedar,suppressed',
      'Dune,1',
    );
    expect(await ways(plain)).toMatchObject([{ counts: { Alder: 12, Birch: 0, Dune: 1 } }]);
  });

  it('of quarters are added up; of quarters that only grow, a person says which', async () => {
    const quarters = (...rows: readonly string[]) => lines('School,Q1 SY21,Q2 SY21', ...rows);
    const added = await ways(quarters('Alder,20,1', 'Birch,9,2', 'Cedar,3,8'));
    expect(added.map(({ counts }) => counts)).toEqual([{ Alder: 21, Birch: 11, Cedar: 11 }]);
    const growing = await ways(quarters('Alder,20,21', 'Birch,9,12', 'Cedar,3,8'));
    expect(growing.map(({ counts }) => counts.Alder)).toEqual([41, 21]);
  });

  it('are not looked for among more columns than somebody could choose between', async () => {
    const columns = Array.from({ length: 300 }, (_, index) => `Col ${index}`);
    const row = (name: string, by: number) => [name, ...columns.map((_, at) => (at * by) % 97)];
    const table = lines(['Name', ...columns].join(), row('A', 3).join(), row('B', 5).join());
    expect((await found(table)).found).toEqual([]);
    const one = table.replace('Col 42', 'Total Cases');
    expect((await ways(one)).map(({ counts }) => counts)).toEqual([{ A: 29, B: 16 }]);
  });

  it('by day are running totals where so many changes never go down', async () => {
    const days = (figures: readonly number[]) =>
      lines(
        'School,Date,Cases',
        ...figures.map(
          (figure, day) => `Alder,2021-09-${String(day + 1).padStart(2, '0')},${figure}`,
        ),
      );
    const totals = await ways(days([1, 2, 4, 5, 7, 8, 9, 12]));
    expect(totals).toMatchObject([{ counts: { Alder: 12 }, isSure: true }]);
    const news = await ways(days([3, 2, 4, 1, 7, 2, 1, 5]));
    expect(news).toMatchObject([{ counts: { Alder: 25 }, isSure: true }]);
    expect(await ways(days([1, 2, 4]))).toHaveLength(2);
  });
});

describe('a row that may be a total or a place', () => {
  it('is shown in both ways, so that a person chooses', async () => {
    const table = lines('County,Cases', 'Ash,12', 'Brook,4', 'Clay,16');
    expect((await ways(table)).map(({ options }) => options)).toEqual([
      '--rows place --id-column none --name-column County --count-column Cases --total-row Clay',
      '--rows place --id-column none --name-column County --count-column Cases --total-row none',
    ]);
  });
});

describe('what is settled', () => {
  it('is not found out again', async () => {
    const table = lines('Area,School,Cases,Deaths', 'North,Alder,3,1', 'South,Birch,9,0');
    expect(await ways(table, { name: ['Area'], countColumns: ['Deaths'] })).toMatchObject([
      { counts: { North: 1, South: 0 }, isSure: true },
    ]);
  });

  it.each([
    ['rows', { rows: 'place-and-day' }],
    ['an id', { id: 'Deaths' }],
  ] as const)('and does not fit is refused, or read so: %s', async (_, choices) => {
    const table = lines('School,Cases,Deaths', 'Alder,3,1', 'Birch,9,0');
    const { found: readings } = await found(table, choices);
    for (const { reading } of readings) expect(reading.columns.id).toBe('Deaths');
  });
});

describe('a sheet without a header', () => {
  it('is no sheet that could be read', async () => {
    expect(await found('Alder,12\nBirch,4\n')).toMatchObject({ found: [], headings: [] });
  });
});
