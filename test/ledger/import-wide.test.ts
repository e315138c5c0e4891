import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { importWide } from '../../scripts/ledger/import-wide.ts';
import { checkInvariants } from '../../scripts/ledger/invariants/index.ts';
import type { Ledger } from '../../scripts/ledger/model.ts';
import { originalTables } from '../../scripts/website/exports/original-tables.ts';
import { siteData } from '../../scripts/website/site-data.ts';
import { instant, schoolId, settingsOf, World, world } from '../world.ts';

const SEVEN = 'School,Latitude,Longitude,CPS_School_ID,7Total,14Total,gTotal';
const NINE = 'School,Latitude,Longitude,CPS_School_ID,7Total,14Total,21Total,gTotal,preSY2122';
const FOURTEEN =
  'School,Latitude,Longitude,CPS_School_ID,Student_Count,Vax_First_Dose,Vax_Complete,7Total,14Total,21Total,gTotal,preSY2122,SY2122,Summer_22';
const QUARTERS = 'School,Latitude,Longitude,mer_coords_x,mer_coords_y,Q3 SY20,Q1 SY21';
const table = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const bounds = { notAfter: instant('2021-03-09'), timeZone: 'America/Chicago' };

const figures = ({ schools, days, cases }: Ledger) => ({
  baselines: [...schools.values()].map((school) => [school.id, school.baselineCases]),
  days: days.map((day) => [day.date, day.newCases]),
  cells: [...new Set(cases.map((line) => `${line.date} ${line.schoolId}`))]
    .map((key) => [
      key,
      cases
        .filter((line) => `${line.date} ${line.schoolId}` === key)
        .reduce((sum, line) => sum + line.newCases, 0),
    ])
    .filter(([, sum]) => sum !== 0)
    .sort(),
});

describe('importWide', () => {
  it.each<[string, string]>([
    [
      'with seven leading columns',
      table(
        `${SEVEN},20210201,20210203`,
        'BLAIR,41.7,-87.7,610087,1,2,1,2,0',
        'ADDAMS,41.6,-87.5,609772,0,0,3,1,2',
      ),
    ],
    [
      'with nine',
      table(
        `${NINE},20210201,20210203`,
        'BLAIR,41.7,-87.7,610087,1,2,2,1,0,2,0',
        'ADDAMS,41.6,-87.5,609772,0,0,0,3,0,1,2',
      ),
    ],
    [
      'with CRLF, a mark and decimals',
      `\ufeff${table(`${SEVEN},20210201,20210203`, 'BLAIR,41.7,-87.7,610087.0,1,2,1.0,2,0', 'ADDAMS,41.6,-87.5,609772,0,0,3,1,2').replaceAll('\n', '\r\n')}`,
    ],
  ])('keeps every day and every total: %s', (_, text) => {
    const { ledger, report } = importWide(text, []);
    expect(figures(ledger)).toEqual({
      baselines: [
        ['609772', 0],
        ['610087', -1],
      ],
      days: [
        ['2021-02-01', 3],
        ['2021-02-03', 2],
      ],
      cells: [
        ['2021-02-01 609772', 1],
        ['2021-02-01 610087', 2],
        ['2021-02-03 609772', 2],
      ],
    });
    expect(report.mismatches).toMatchObject([
      { name: 'BLAIR', column: 'gTotal', said: 1, added: 2 },
    ]);
    expect(report).toMatchObject({ newCases: 5, totalCases: 4, firstDate: '2021-02-01' });
    expect(() => checkInvariants(ledger, bounds)).not.toThrow();
    expect(ledger.updates).toEqual([]);
    expect(ledger.days.map((day) => day.firstReadAt)).toEqual([null, null]);
  });

  it('reads the older generation: ids are slugs of names, totals are sums of quarters', () => {
    const { ledger } = importWide(
      table(`${QUARTERS},20210115`, 'AIR FORCE HIGH SCHOOL,41.8,-87.6,1.5,2.5,2,3,-1'),
      [],
    );
    expect(figures(ledger)).toMatchObject({
      baselines: [['air-force-hs', 6]],
      days: [['2021-01-15', -1]],
    });
  });

  it('reports where preSY2122 does not match the sum of its days', () => {
    const text = table(`${NINE},20210829,20210830`, 'A,,,1,0,0,0,5,9,2,3');
    const { report } = importWide(text, ['2021-08-30']);
    expect(report.mismatches).toMatchObject([{ column: 'preSY2122', said: 9, added: 2 }]);
  });

  it('reads the last layout: its people, its days, and preSY2122 as of 2021–22', () => {
    const text = table(
      `${FOURTEEN},20210829,20210830,20220901`,
      'BLAIR,41.7,-87.7,610087,200.0,150,,1,1,1,9,3,5,0,2,5,1',
      'ADDAMS,,,609772,,,,0,0,0,0,,,,0,0,0',
    );
    const { ledger, report } = importWide(text, ['2021-08-30', '2022-08-22']);
    expect(figures(ledger)).toEqual({
      baselines: [
        ['609772', 0],
        ['610087', 1],
      ],
      days: [
        ['2021-08-29', 2],
        ['2021-08-30', 5],
        ['2022-09-01', 1],
      ],
      cells: [
        ['2021-08-29 610087', 2],
        ['2021-08-30 610087', 5],
        ['2022-09-01 610087', 1],
      ],
    });
    expect(
      [...ledger.schools.values()].map((school) => [
        school.enrollment,
        school.vaccinatedOneDose,
        school.vaccinatedComplete,
      ]),
    ).toEqual([
      [null, null, null],
      [200, 150, null],
    ]);
    expect(report.mismatches).toMatchObject([{ column: 'gTotal', said: 9, added: 8 }]);
  });

  it.each<[string, string, RegExp]>([
    [
      'fewer people than none',
      table(`${FOURTEEN},20210830`, 'A,,,1,-5,,,0,0,0,0,0,0,0,0'),
      /Student_Count.*"-5"/,
    ],
    [
      'half a case in the summer',
      table(`${FOURTEEN},20210830`, 'A,,,1,,,,0,0,0,0,0,0,0.5,0'),
      /Summer_22.*"0\.5"/,
    ],
    ['no header of its kind', 'a,b\n1,2\n', /the header/],
    ['no days', table(SEVEN, 'A,,,1,0,0,0'), /YYYYMMDD/],
    ['a day that does not exist', table(`${SEVEN},20210230`, 'A,,,1,0,0,0,0'), /20210230/],
    ['days out of order', table(`${SEVEN},20210203,20210201`, 'A,,,1,0,0,0,0,0'), /after 20210203/],
    [
      'a day twice',
      table(`${SEVEN},20210201,20210201`, 'A,,,1,0,0,0,0,0'),
      /must ascend and not repeat/,
    ],
    ['a ragged row', table(`${SEVEN},20210201`, 'A,,,1,0,0,0'), /as many cells/],
    [
      'a school twice',
      table(`${SEVEN},20210201`, 'A,,,1,0,0,0,0', 'B,,,1,0,0,0,0'),
      /Line 3.*line 2/,
    ],
    [
      'an id out of its grammar',
      table(`${SEVEN},20210201`, 'A,,,../1,0,0,0,0'),
      /Line 2.*CPS_School_ID.*"\.\.\/1"/,
    ],
    ['a blank name', table(`${SEVEN},20210201`, ',,,1,0,0,0,0'), /a name/],
    [
      'half a case',
      table(`${SEVEN},20210201`, 'A,,,1,0,0,0,0.5'),
      /column "20210201", holds "0.5"/,
    ],
    [
      'a coordinate in words',
      table(`${SEVEN},20210201`, 'A,north,,1,0,0,0,0'),
      /Latitude.*"north"/,
    ],
  ])('refuses %s', (_, text, said) => {
    try {
      importWide(text, []);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ exit: 2 });
      expect(String(error)).toMatch(said);
    }
  });
});

const WIDE = 'data/allCpsCovidData.csv';
const LATER = 'data/allCpsCovidData2022.csv';
const exported = (w: World, path = WIDE, at = '2021-03-09') =>
  originalTables(
    siteData({
      ledger: w.ledger,
      settings: w.settings,
      at: instant(at),
      baseUrl: 'https://example.org/',
      commit: null,
    }),
  ).get(path) ?? '';

describe('export and import', () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(9), { minKeys: 1 });
  const reads = fc.array(counts, { minLength: 1, maxLength: 6 });

  it.each([WIDE, LATER])('preserve baselines and daily figures: %s', (path) => {
    fc.assert(
      fc.property(reads, (list) => {
        const w = list.reduce(
          (at, read, index) => at.reads(`2021-03-0${index + 1}`, read),
          world(),
        );
        expect(figures(importWide(exported(w, path), []).ledger)).toEqual(figures(w.ledger));
      }),
    );
  });

  it('preserve what the last layout says of people, and the order of its columns', () => {
    const facts = { enrollment: 300, vaccinatedOneDose: 200, vaccinatedComplete: null };
    const w = world().school('a', 2, facts).reads('2021-03-01', { a: 3, b: 0 });
    const text = exported(w, LATER);
    expect(text.split('\n')[0]).toBe(`${FOURTEEN},20210301`);
    const { ledger } = importWide(text, []);
    expect(ledger.schools.get(schoolId('a'))).toMatchObject(facts);
  });

  const YEARS = [
    { name: '2020–21', firstDay: '2020-09-08' },
    { name: '2021–22', firstDay: '2021-08-30' },
    { name: '2022–23', firstDay: '2022-08-22' },
  ];
  const SESSIONS = [
    { from: '2021-08-30', to: '2021-12-17' },
    { from: '2022-01-03', to: '2022-06-14' },
    { from: '2022-08-22', to: '2023-06-07' },
  ];

  it.each([
    ['split by the settings’ sessions', YEARS, SESSIONS, ['6', '11', '16']],
    ['without a summer where no sessions are set', YEARS, [], ['6', '27', '0']],
    ['until the next sessions begin', YEARS.slice(0, 2), SESSIONS, ['6', '11', '16']],
    [
      'until today while nothing comes next',
      YEARS.slice(0, 2),
      SESSIONS.slice(0, 2),
      ['6', '11', '48'],
    ],
    ['not known where no year begins in 2021', YEARS.slice(0, 1), SESSIONS, ['', '', '']],
  ])('split a total into years: %s', (_, schoolYears, sessions, expected) => {
    const w = world(settingsOf({ schoolYears, sessions }))
      .school('a', 5)
      .reads('2021-08-29', { a: 6 })
      .reads('2021-08-30', { a: 8 })
      .reads('2022-06-14', { a: 17 })
      .reads('2022-06-15', { a: 21 })
      .reads('2022-08-21', { a: 33 })
      .reads('2022-08-22', { a: 65 });
    const text = exported(w, LATER, '2022-08-23');
    const [header = [], row = []] = text.split('\n').map((line) => line.split(','));
    const cells = ['preSY2122', 'SY2122', 'Summer_22'].map((name) => row[header.indexOf(name)]);
    expect(cells).toEqual(expected);
    const firstDays = schoolYears.map(({ firstDay }) => firstDay);
    const { ledger, report } = importWide(text, firstDays);
    expect(figures(ledger)).toEqual(figures(w.ledger));
    expect(report.mismatches.filter(({ column }) => column === 'preSY2122')).toEqual([]);
  });

  it('invent no cases after a counter restart', () => {
    const settings = settingsOf({ counterRestarts: ['2021-03-03'] });
    const w = world(settings)
      .reads('2021-03-01', { a: 3, b: 2 })
      .reads('2021-03-02', { a: 7, b: 2 })
      .reads('2021-03-03', { a: 1 })
      .reads('2021-03-04', { a: 2, b: 1 });
    const again = new World(importWide(exported(w), []).ledger, settings);
    const next = again.reads('2021-03-05', { a: 2, b: 1 });
    expect(next.ledger.cases).toEqual(again.ledger.cases);
    expect(again.reads('2021-03-05', { a: 3, b: 1 }).ledger.cases.at(-1)).toMatchObject({
      newCases: 1,
      totalCases: 10,
    });
  });

  it('remove the apostrophe that keeps a spreadsheet from reading a name as a formula', () => {
    const w = world().reads('2021-03-01', { a: [1, '=SUM(A1)'], b: [1, "'quoted"], c: [1, "'=x"] });
    const names = [...importWide(exported(w), []).ledger.schools.values()].map(({ name }) => name);
    expect(names).toEqual(['=SUM(A1)', "'quoted", "'=x"]);
  });
});

describe('a restart dated inside imported history', () => {
  const text = table(
    `${SEVEN},20210301,20210302,20210303`,
    'A,,,1,0,0,9,4,3,2',
    'B,,,2,0,0,1,1,0,0',
  );
  const settings = settingsOf({ counterRestarts: ['2021-03-02'] });
  const imported = new World(importWide(text, []).ledger, settings);

  it('counts from the total before its first imported day, and invents no cases', () => {
    expect(imported.reads('2021-03-04', { '1': 5 }).ledger.cases).toEqual(imported.ledger.cases);
    expect(imported.judges('2021-03-04', { '1': 5 }).kind).toBe('clear');
  });

  it('is questioned if the source continues as before', () => {
    const verdict = imported.judges('2021-03-04', { '1': 9, '2': 1 });
    expect(verdict.kind === 'held' && verdict.hold.reasons.map(({ guard }) => guard)).toContain(
      'false-restart',
    );
  });
});
