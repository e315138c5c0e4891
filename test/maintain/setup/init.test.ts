import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guessColumns } from '../../../scripts/maintain/setup/guess-columns.ts';
import {
  boundsAround,
  newSettings,
  pagesAddress,
} from '../../../scripts/maintain/setup/new-settings.ts';
import { parseSettings } from '../../../scripts/settings/load-settings.ts';
import { settingsSchema } from '../../../scripts/settings/schema.ts';
import { bytesOf, command, projectFolder, scratch } from '../../command-line.ts';

describe('guessColumns', () => {
  it.each([
    [['Date', 'School', 'CPS School ID'], 'CPS School ID', 'School'],
    [['Campus', 'Site ID', 'When'], 'Site ID', 'Campus'],
    [['id', 'name'], 'id', 'name'],
    [['School Name', 'School Number', 'Student ID'], 'School Number', 'School Name'],
    [['When', 'What'], undefined, undefined],
  ])('reads %j', (header, id, name) => {
    expect(guessColumns(header)).toEqual({ id, name });
  });
});

describe('newSettings', () => {
  const columns = settingsSchema.shape.source.shape.columns.parse(undefined);
  const answers = {
    name: 'Prairie Falls',
    timeZone: 'America/Denver',
    addresses: ['https://example.org/a.csv'],
    columns: { ...columns, id: 'Site' },
    counted: { singular: 'flu case', plural: 'flu cases' },
    languages: ['en', 'es'],
    repository: 'https://github.com/Me/tracker',
    schoolYear: '2026-08-20',
    locations: undefined,
    bounds: boundsAround([
      { latitude: 40.123, longitude: -105.5 },
      { latitude: 40.5, longitude: -105.1 },
      { latitude: null, longitude: null },
    ]),
    year: '2026',
  };

  it('are settings, with what is usual left out', () => {
    const text = newSettings(answers);
    const settings = parseSettings(text);
    expect(settings.source.columns.id).toBe('Site');
    expect(JSON.parse(text).source.columns).toEqual({ id: 'Site' });
    expect(settings.map.bounds).toEqual({
      south: 40.07,
      west: -105.55,
      north: 40.55,
      east: -105.05,
    });
    expect(settings.schoolYears).toEqual([{ name: '2026–27', firstDay: '2026-08-20' }]);
    expect(settings.feedAuthority).toBe('me.github.io,2026');
    expect(settings.site.url).toBe('https://me.github.io/tracker/');
  });

  it('know where Pages serves an owner’s own site', () => {
    expect(pagesAddress('Me', 'me.github.io')).toBe('https://me.github.io/');
  });
});

describe('npm run init', () => {
  const sheet = 'Campus,Site ID,When\nAlder,11,x\nAlder,11,y\nBirch,12,z\n';
  const places =
    'School_ID,Short_Name,School_Latitude,School_Longitude\n11,Alder,40.1,-105\n12,Birch,40.2,-105\n';
  const server = createServer((request, response) => {
    const odd = 'When,What\n1,2\n';
    const body = { '/sheet.csv': sheet, '/places.csv': places, '/odd.csv': odd }[request.url ?? ''];
    if (body === undefined) response.writeHead(404).end('<html>none</html>');
    else response.end(body);
  });
  let at = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  const answering = (lines: readonly string[], args: readonly string[]) =>
    new Promise<{ exit: number | null; out: string }>((resolve) => {
      const script = join(projectFolder, 'scripts', 'init.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
        cwd: projectFolder,
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (d) => (out += d));
      child.stdin.end(`${lines.join('\n')}\n`);
      child.on('close', (exit) => resolve({ exit, out }));
    });

  it('asks, shows what it understood of the sheet, and writes a ledger that update can go on from', async () => {
    const data = join(await scratch(), 'data');
    const { exit, out } = await answering(
      // The sheet; its two columns as proposed; the rest, one answer wrong at first.
      [
        `${at}/sheet.csv`,
        '',
        '',
        'Prairie Falls',
        'Denver',
        'America/Denver',
        '',
        'en,es',
        'https://github.com/me/tracker',
        '',
        `${at}/places.csv`,
      ],
      ['--data', data],
    );
    expect(out).toContain('"Site ID"');
    expect(out).toContain('Understood as a line list: 3 rows, 2 schools, 3 cases.');
    expect(out).toContain('"Denver" is not a time zone');
    expect(out).toContain('2 of 2 schools in it have a location');
    expect(exit).toBe(0);
    const settings = parseSettings(await readFile(join(data, 'district.json'), 'utf8'));
    expect(settings.source.columns).toMatchObject({ id: 'Site ID', name: 'Campus' });
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
    const again = ['--data', data, '--yes', '--name', 'X', '--sheet', `${at}/sheet.csv`];
    const refused = await answering([], again);
    expect(refused).toMatchObject({ exit: 2 });
    expect(await bytesOf(data)).toEqual(before);
  });

  it.each([
    ['a sheet that is none', ['--sheet', '/nothing'], 3],
    ['columns that nobody can guess', ['--sheet', '/odd.csv'], 2],
    ['a missing answer', ['--sheet', '/sheet.csv'], 2],
  ])('writes nothing for %s', async (_, [option = '', path = ''], exit) => {
    const data = join(await scratch(), 'data');
    await mkdir(data);
    await writeFile(join(data, 'kept.txt'), 'mine');
    const ran = await answering([], ['--data', data, '--yes', option, `${at}${path}`]);
    expect(ran.exit).toBe(exit);
    expect(Object.keys(await bytesOf(data))).toEqual(['kept.txt']);
  });
});
