import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boundsAround } from '../../../scripts/maintain/setup/map-bounds.ts';
import { newSettings, pagesAddress } from '../../../scripts/maintain/setup/new-settings.ts';
import type { SheetReading } from '../../../scripts/maintain/setup/sheet-choices.ts';
import { parseSettings } from '../../../scripts/settings/load-settings.ts';
import { bytesOf, command, projectFolder, scratch } from '../../command-line.ts';

describe('newSettings', () => {
  const reading: SheetReading = {
    rows: 'case',
    columns: { id: 'Site', name: null, counts: null, date: null },
    counts: 'cumulative',
    path: null,
    cells: { zero: [], unknown: [] },
    totalRow: null,
  };
  const answers = {
    name: 'Prairie Falls',
    timeZone: 'America/Denver',
    addresses: ['https://example.org/a.csv'],
    reading,
    ignore: [],
    counted: { singular: 'flu case', plural: 'flu cases', otherLanguages: {} },
    places: null,
    people: null,
    languages: ['en', 'es'],
    repository: 'https://github.com/Me/tracker',
    schoolYear: '2026-08-20',
    locations: {
      address: 'https://example.org/places.csv',
      columns: { schoolId: null, name: 'N', latitude: 'y', longitude: 'x', enrollment: null },
      bounds: boundsAround([
        { latitude: 40.123, longitude: -105.5 },
        { latitude: 40.5, longitude: -105.1 },
        { latitude: null, longitude: null },
      ]),
    },
    year: '2026',
  };

  it('are settings, with what is usual left out', () => {
    const text = newSettings(answers);
    const settings = parseSettings(text);
    expect(JSON.parse(text).source).toEqual({
      addresses: ['https://example.org/a.csv'],
      rows: 'case',
      columns: { id: 'Site' },
    });
    expect(settings.map.bounds).toEqual({
      south: 40.07,
      west: -105.55,
      north: 40.55,
      east: -105.05,
    });
    expect(settings.locations?.columns).toMatchObject({ schoolId: null, name: 'N' });
    expect(settings.schoolYears).toEqual([{ name: '2026–27', firstDay: '2026-08-20' }]);
    expect(settings.feedAuthority).toBe('me.github.io,2026');
    expect(settings.site.url).toBe('https://me.github.io/tracker/');
  });

  it('say everything about a sheet that needs it, and nothing about a map without locations', () => {
    const county = { singular: 'county', plural: 'counties', otherLanguages: {} };
    const text = newSettings({
      ...answers,
      locations: undefined,
      places: { ...county, otherLanguages: { es: { singular: 'condado', plural: 'condados' } } },
      ignore: ['/^Test/'],
      reading: {
        rows: 'place-and-day',
        columns: { id: null, name: ['County', 'Site'], counts: ['Cases'], date: 'Day' },
        counts: 'new',
        path: 'result.records',
        cells: { zero: ['None'], unknown: [] },
        totalRow: [],
      },
    });
    parseSettings(text);
    const file = JSON.parse(text);
    expect(file.source).toEqual({
      addresses: ['https://example.org/a.csv'],
      rows: 'place-and-day',
      columns: { name: ['County', 'Site'], counts: ['Cases'], date: 'Day' },
      counts: 'new',
      path: 'result.records',
      cells: { zero: ['None'] },
      totalRow: [],
    });
    expect(file).toMatchObject({ ignore: ['/^Test/'], places: { otherLanguages: { es: {} } } });
    expect(file).not.toHaveProperty('map');
  });

  it('know where Pages serves an owner’s own site', () => {
    expect(pagesAddress('Me', 'me.github.io')).toBe('https://me.github.io/');
  });
});

describe('npm run init', () => {
  const sheets: Readonly<Record<string, string>> = {
    '/list.csv': 'Campus,Site ID,When\nAlder,11,x\nAlder,11,y\nBirch,12,z\n',
    '/places.csv':
      'School_ID,Short_Name,School_Latitude,School_Longitude\n11,Alder,40.1,-105\n12,Birch,40.2,-105\n',
    '/odd.csv': 'When,What\n1,2\n',
    '/table.csv':
      'County,Cases,Deaths,Population\nAsh,12,1,900\nBrook,30,2,4000\nClay,7,0,800\nDale,9,0,950\nTotal,58,3,6650\n',
    '/days.csv': 'School,9/1/2021,9/2/2021\nAlder,10,12\nBirch,5,5\n',
  };
  const server = createServer((request, response) => {
    const body = sheets[request.url ?? ''];
    if (body === undefined) response.writeHead(404).end('<html>none</html>');
    else response.end(body);
  });
  let at = '';
  let data = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    data = join(await scratch(), 'data');
  });
  afterAll(() => {
    server.close();
  });

  const answering = (lines: readonly string[], args: readonly string[]) =>
    new Promise<{ exit: number | null; out: string }>((resolve) => {
      const script = join(projectFolder, 'scripts', 'init.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', script, '--data', data, ...args], {
        cwd: projectFolder,
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (d) => (out += d));
      child.stdin.end(`${lines.join('\n')}\n`);
      child.on('close', (exit) => resolve({ exit, out }));
    });
  const accepting = (...args: readonly string[]) =>
    answering([], ['--yes', '--name', 'X', '--repository', 'https://github.com/me/x', ...args]);
  const settingsNow = async () =>
    parseSettings(await readFile(join(data, 'district.json'), 'utf8'));

  it('asks, shows what it understood of the sheet, and writes a ledger that update can go on from', async () => {
    const { exit, out } = await answering(
      [
        'Prairie Falls',
        // A language without words, then two that have some; what is counted, in both.
        'en,de',
        'en,es',
        '',
        '',
        // An address that answers nothing, then the sheet, which is right.
        `${at}/nothing.csv`,
        `${at}/list.csv`,
        'yes',
        // Campuses are schools here; the time zone is wrong at first.
        'school,schools',
        '',
        'Denver',
        'America/Denver',
        'https://github.com/me/tracker',
        '',
        `${at}/places.csv`,
      ],
      [],
    );
    expect(out).toContain('The site has no words in "de"; it has en, es, fr.');
    expect(out).toContain('What is counted: one, and many? [COVID-19 case,COVID-19 cases]');
    expect(out).toMatch(/nothing\.csv .*\n {2}.*404/);
    expect(out).toContain('each row is a case\n  name: “Campus”\n  id: “Site ID”');
    expect(out).toContain('line 3: Alder (id 11): 2 COVID-19 cases');
    expect(out).toContain('Together: 2 campuses, 3 COVID-19 cases.');
    expect(out).toContain('What is a place called: one, and many? [campus,campuses]');
    expect(out).toContain('"Denver" is not a time zone');
    expect(out).toContain(
      'It has 2 schools, 2 of them with a location: id “School_ID”, name “Short_Name”, “School_Latitude” and “School_Longitude”.',
    );
    expect(exit).toBe(0);
    const settings = await settingsNow();
    expect(settings.source).toMatchObject({
      rows: 'case',
      columns: { id: 'Site ID', name: 'Campus' },
    });
    expect(settings.counted.otherLanguages.es).toEqual({
      singular: 'caso de COVID-19',
      plural: 'casos de COVID-19',
    });
    expect(settings.map.bounds).toEqual({
      south: 40.05,
      west: -105.05,
      north: 40.25,
      east: -104.95,
    });

    const updated = await command('update', ['--data', data]);
    expect(updated.out).toContain('read for the first time');
    expect(await readFile(join(data, 'schools.csv'), 'utf8')).toContain('11,Alder,40.1,-105');

    const before = await bytesOf(data);
    const refused = await accepting('--sheet', `${at}/list.csv`);
    expect(refused).toMatchObject({ exit: 2 });
    expect(refused.out).not.toContain('Reading');
    expect(await bytesOf(data)).toEqual(before);
  });

  it('asks again what was wrong, and proposes what was said before', async () => {
    const { exit, out } = await answering(
      [
        // Not the cases: the deaths. A column that is not there is asked for again.
        'no',
        '',
        '',
        '',
        'Death',
        'Deaths',
        '',
        'yes',
        '',
        '',
        '',
      ],
      [
        ...['--name', 'X', '--languages', 'en', '--counted', 'death,deaths'],
        ...['--sheet', `${at}/table.csv`, '--time-zone', 'America/Denver'],
        ...['--repository', 'https://github.com/me/x'],
      ].filter(Boolean),
    );
    expect(out).toContain('Together: 4 counties, 58 deaths; the sheet’s own total says 58.');
    expect(out).toContain('line 6: Total (58): the district’s own total');
    expect(out).toContain(
      'Which columns are counts? (A + B: their sum; last date, every date: headings are dates) [Cases]',
    );
    expect(out).toContain('The sheet has no column “Death”. It has “County”, “Cases”');
    expect(out).toContain('Together: 4 counties, 3 deaths; the sheet’s own total says 3.');
    expect(exit).toBe(0);
    const { source, places } = await settingsNow();
    expect(source.columns).toMatchObject({ name: 'County', counts: ['Deaths'] });
    expect(places).toMatchObject({ singular: 'county', plural: 'counties' });
  });

  it('lets a person choose between several readings, and presses none on them', async () => {
    const given = [
      ...['--name', 'X', '--languages', 'en', '--counted', 'case,cases'],
      ...['--sheet', `${at}/days.csv`, '--repository', 'https://github.com/me/x'],
    ];
    // An empty answer is none; the second way is the one.
    const answers = ['', '2', '', '', '', '', ''];
    const { exit, out } = await answering(answers, given);
    expect(out).toContain(
      '1. each row is a place; name: “School”; counts: the newest of the columns with a date: 2 schools, 17 cases',
    );
    expect(out).toContain('An answer is needed here.');
    expect(exit).toBe(0);
    expect((await settingsNow()).source.columns.counts).toBe('every date');
  });

  it('accepts with --yes what reads in one way only', async () => {
    const { exit } = await accepting(
      '--sheet',
      `${at}/table.csv`,
      '--languages',
      'en,es',
      '--places',
      'condados',
      '--place',
      'condado',
      '--languages',
      'es',
      '--counted',
      'caso,casos',
      '--people',
      'residentes',
      '--person',
      'residente',
    );
    expect(exit).toBe(0);
    const settings = await settingsNow();
    expect(settings.source).toMatchObject({
      rows: 'place',
      columns: { id: null, name: 'County', counts: ['Cases'], date: null },
    });
    expect(settings.places).toMatchObject({ singular: 'condado', plural: 'condados' });
    expect(settings.people).toMatchObject({ singular: 'residente', plural: 'residentes' });
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['a sheet that does not exist', ['--sheet', '/nothing'], 3, /404/],
    ['columns that nobody can guess', ['--sheet', '/odd.csv'], 2, /--name-column.*--count-column/],
    [
      'two ways to read it',
      ['--sheet', '/days.csv'],
      2,
      /--count-column 'last date'\n.*--count-column 'every date'/,
    ],
    ['a missing answer', ['--yes'], 2, /sheet’s address.*An answer is needed here\.\n.*--sheet/],
    [
      'a language without words',
      ['--languages', 'en,de'],
      2,
      /--languages en,de: The site has no words in "de"/,
    ],
    ['an unknown time zone', ['--time-zone', 'Denver'], 2, /--time-zone Denver: "Denver" is not/],
    ['an unknown kind of row', ['--rows', 'school'], 2, /--rows school: Write one of these words/],
    ['a malformed path', ['--path', '[['], 2, /--path \[\[: Write it like/],
    ['hours that are none', ['--hours', '20-12'], 2, /--hours 20-12: Write it like/],
    [
      'a malformed pattern',
      ['--count-column', '/(/'],
      2,
      /--count-column \/\(\/: This is not a regular expression/,
    ],
    [
      'half of a noun',
      ['--place', 'county'],
      2,
      /--place and --places go together: --places is missing/,
    ],
  ])('writes nothing for %s, and names the option', async (_, options, exit, said) => {
    await mkdir(data);
    await writeFile(join(data, 'kept.txt'), 'mine');
    const ran = await accepting(
      ...options.map((text) => (text.startsWith('/') && text.length > 4 ? `${at}${text}` : text)),
    );
    expect(ran.out).toMatch(said);
    expect(ran.exit).toBe(exit);
    expect(Object.keys(await bytesOf(data))).toEqual(['kept.txt']);
  });

  it('writes time zone and hours into the schedule of the checkout, and its site into README', async () => {
    const workflows = join(data, '..', '.github', 'workflows');
    await mkdir(workflows, { recursive: true });
    await cp(join(projectFolder, '.github/workflows/update.yml'), join(workflows, 'update.yml'));
    const readme = join(data, '..', 'README.md');
    await cp(join(projectFolder, 'README.md'), readme);
    const { exit, out } = await accepting(
      '--sheet',
      `${at}/table.csv`,
      '--time-zone',
      'Europe/Madrid',
      '--hours',
      '8-14',
    );
    expect(exit).toBe(0);
    expect(out).toContain('update.yml has its time zone');
    expect(out).toMatch(/git add .*update\.yml .*README\.md &&/);
    const { site } = await settingsNow();
    expect(await readFile(readme, 'utf8')).toContain(`](${site.url}status/)`);
    const text = await readFile(join(workflows, 'update.yml'), 'utf8');
    expect(text).toContain("- cron: '17,47 8-14 * * 1-5'\n      timezone: Europe/Madrid\n");
    expect(text).not.toContain('Chicago');
    expect(await settingsNow()).toMatchObject({ timeZone: 'Europe/Madrid' });
  });
});
