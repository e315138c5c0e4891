import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../scripts/source/open-source.ts';
import { scratch } from '../command-line.ts';
import { type Loopback, loopback } from '../source/loopback.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';

let data: string;
let server: Loopback;
/** What the server answers, by path; what is not there is a 404. */
let answers: Record<string, string>;

beforeEach(async () => {
  data = join(await scratch(), 'data');
  await mkdir(data);
  server = await loopback((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200).end(answer);
  });
});
afterEach(() => server.close());

const table = (a: number, b: number, c: number, total: number) =>
  `Home,Cases\nAlder,${a}\nBirch,${b}\nCedar,${c}\nTotal,${total}\n`;

async function settings(changes: object) {
  const source = {
    addresses: [new URL('/sheet.csv', server.url).href],
    columns: { name: 'Home', counts: ['Cases'] },
  };
  const { $schema: _, ...all } = settingsOf({ source, ...changes });
  await writeFile(join(data, 'district.json'), JSON.stringify(all));
}

const update = (when: string, source?: string) =>
  updateOnce({
    dataDir: data,
    source,
    at: instant(when),
    now: instant('2021-04-01'),
    accept: undefined,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
    fetch: {
      limits: { bytes: 2_000_000, milliseconds: 300_000, redirects: 5 },
      patience: { ...PATIENCE, retries: 0 },
    },
  });
const lines = async (file: string) => (await readFile(join(data, file), 'utf8')).trim().split('\n');
const totals = async () => (await lines('days.csv')).slice(1).map((line) => line.split(',').at(-1));
const codes = (report: Awaited<ReturnType<typeof update>>) =>
  report.findings.map(({ code }) => code);

describe('the own total of the district', () => {
  it('is recorded each day from the sheet’s total row, and its move is a notice once', async () => {
    await settings({});
    answers = { '/sheet.csv': table(200, 100, 97, 399) };
    await update('2021-03-01');
    answers = { '/sheet.csv': table(201, 100, 97, 451) };
    const report = await update('2021-03-02');
    expect(report).toMatchObject({ outcome: 'published', new_cases: 1 });
    expect(codes(report)).toContain('own-total-moved');
    expect(codes(await update('2021-03-03'))).not.toContain('own-total-moved');
    expect(await totals()).toEqual(['399', '451', '451']);
    expect((await lines('notices.csv')).slice(1)).toEqual([
      '2021-03-02T18:00:00Z,definition,2021-03-02,,district_total - places: 2 -> 53',
    ]);
  });

  it('is a change of its own where no place changes', async () => {
    await settings({});
    answers = { '/sheet.csv': table(200, 100, 97, 397) };
    await update('2021-03-01');
    answers = { '/sheet.csv': table(200, 100, 97, 399) };
    const report = await update('2021-03-01T20:00:00Z');
    expect(report).toMatchObject({ outcome: 'checked', files: ['days.csv'] });
    expect(await totals()).toEqual(['399']);
  });

  it('is read from elsewhere where the settings say so, instead of the total row', async () => {
    const address = new URL('/total.json', server.url).href;
    await settings({ districtTotal: { address, path: 'cases.total' } });
    answers = { '/sheet.csv': table(200, 100, 97, 397), '/total.json': '{"cases":{"total":410}}' };
    await update('2021-03-01');
    expect(await totals()).toEqual(['410']);
  });

  it.each([
    ['is not there', undefined],
    ['is another document', '{"cases":[]}'],
    ['is a page', '<html><title>Sorry</title></html>'],
  ])('fails no read where its address %s', async (_, answer) => {
    const address = new URL('/total.json', server.url).href;
    await settings({ districtTotal: { address, path: 'cases.total' } });
    answers = { '/sheet.csv': table(200, 100, 97, 397) };
    if (answer !== undefined) answers['/total.json'] = answer;
    const report = await update('2021-03-01');
    expect(report).toMatchObject({ outcome: 'checked', exit: 0 });
    expect(codes(report).filter((code) => code.startsWith('district-total-'))).toHaveLength(1);
    expect(await totals()).toEqual(['']);
  });

  it('is not asked for beside another copy of the sheet', async () => {
    const address = new URL('/total.json', server.url).href;
    await settings({ districtTotal: { address, path: 'cases.total' } });
    const copy = join(await scratch(), 'copy.csv');
    await writeFile(copy, table(200, 100, 97, 397));
    await update('2021-03-01', copy);
    expect(server.requests).toBe(0);
    expect(await totals()).toEqual(['']);
  });
});
