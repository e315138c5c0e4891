import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_FILES } from '../../../scripts/ledger/ledger-files.ts';
import { emptyLedger } from '../../../scripts/ledger/model.ts';
import { writeLedger } from '../../../scripts/ledger/store.ts';
import { jsonDiff } from '../../../scripts/maintain/review/json-diff.ts';
import { reviewFindings } from '../../../scripts/maintain/review/review.ts';
import { siteDiff } from '../../../scripts/maintain/review/site-diff.ts';
import { tableDiff } from '../../../scripts/maintain/review/table-diff.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { command, projectFolder, scratch } from '../../command-line.ts';
import { noAssets } from '../../website/html.ts';
import { instant, type World, world } from '../../world.ts';

const HEADER = 'reporting_date,update,school_id,new_cases,total_cases\n';
const noSite = siteDiff(new Map(), new Map());
const codes = (table: Parameters<typeof tableDiff>[0], before: string, after: string) =>
  reviewFindings({ tables: [tableDiff(table, before, after)], site: noSite }).map((f) => f.code);

describe('a change of the ledger', () => {
  const line = '2021-03-02,1,a,2,5\n';
  it.each([
    ['appends', HEADER + line, `${HEADER}${line}2021-03-03,1,a,1,6\n`, []],
    ['begins a table', '', HEADER + line, []],
    ['rewrites a figure', HEADER + line, `${HEADER}2021-03-02,1,a,3,6\n`, ['announced-line']],
    ['takes a line away', HEADER + line, HEADER, ['announced-line']],
  ])('that %s is distinguished from one that rewrites', (_, before, after, expected) => {
    expect(codes(LEDGER_FILES.cases, before, after)).toEqual(expected);
  });

  it('may replace the open day’s line and correct a school', () => {
    const days = 'reporting_date,new_cases\n';
    expect(codes(LEDGER_FILES.days, `${days}2021-03-02,1\n`, `${days}2021-03-02,4\n`)).toEqual([]);
    const schools = 'school_id,name\n';
    expect(codes(LEDGER_FILES.schools, `${schools}a,Adams\n`, `${schools}a,Adams High\n`)).toEqual(
      [],
    );
  });

  it('is listed cell by cell', () => {
    const before = 'school_id,name,latitude\na,Adams,41\nb,Brown,\n';
    const after = 'school_id,name,latitude\na,Adams,41.5\nc,Carver,\n';
    expect(tableDiff(LEDGER_FILES.schools, before, after)).toEqual({
      table: 'schools.csv',
      added: [{ school_id: 'c', name: 'Carver', latitude: '' }],
      removed: [{ school_id: 'b', name: 'Brown', latitude: '' }],
      changed: [{ key: 'a', column: 'latitude', before: '41', after: '41.5' }],
    });
  });
});

describe('jsonDiff', () => {
  it('names each value that differs by its path', () => {
    expect(jsonDiff('{"a":{"b":1},"c":[1]}', '{"a":{"b":2},"c":[1,7]}')).toEqual([
      { name: 'a.b', before: '1', after: '2' },
      { name: 'c.1', before: 'none', after: '7' },
    ]);
  });
});

const before = world()
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-02', { a: [5, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-03T15:00:00Z', { a: 5, b: 1 });
const after = before
  .reads('2021-03-03', { a: [5, 'Adams'], b: [2, '|<b>Brown</b> @everyone'] })
  .reads('2021-03-04', { a: 5, b: 2 });
const siteOf = (w: World) =>
  buildSite(
    {
      ledger: w.ledger,
      settings: w.settings,
      at: instant('2021-03-10'),
      baseUrl: 'https://example.org/',
      commit: null,
    },
    noAssets,
  );

describe('a change of the site', () => {
  const diff = siteDiff(siteOf(before), siteOf(after));

  it('names new pages, changed figures, and what subscribers would get', () => {
    expect(diff.kinds.find(({ kind }) => kind === 'pages')?.added).toContain(
      'cases/2021-03-04/index.html',
    );
    expect(diff.figures).toContainEqual({ name: 'total_cases', before: '6', after: '7' });
    expect(diff.newItems).toContainEqual({
      feed: 'feeds/daily.json',
      title: 'Wed, Mar 3, 2021: 1 new case at 1 school',
    });
    expect(diff.changedItems).toEqual([]);
    expect(reviewFindings({ tables: [], site: diff })).toEqual([]);
  });

  it('is refused when an item that readers have would change, and warned of when an address goes', () => {
    const changed = new Map(siteOf(after));
    const feed = changed.get('feeds/daily.json') ?? '';
    changed.set('feeds/daily.json', feed.replace('2 new cases at', '3 new cases at'));
    changed.delete('schools/a/index.html');
    const findings = reviewFindings({ tables: [], site: siteDiff(siteOf(before), changed) });
    expect(findings.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'error changed-item',
      'warning vanished-address',
    ]);
  });

  it('is none when only the names of assets differ', () => {
    const other = {
      ...noAssets,
      style: 'body{color:red}',
      scripts: new Map([['site.9.js', '']]),
      entry: 'site.9.js',
    };
    const input = { ledger: before.ledger, settings: before.settings, at: instant('2021-03-10') };
    const restyled = buildSite({ ...input, baseUrl: 'https://example.org/', commit: null }, other);
    const { kinds } = siteDiff(siteOf(before), restyled);
    expect(kinds.flatMap(({ added, changed }) => [...added, ...changed])).toEqual([]);
  });
});

describe('npm run review', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await scratch();
    const bounds = { notAfter: instant('2021-03-10'), timeZone: 'America/Chicago' };
    for (const [name, w] of [
      ['base', before],
      ['head', after],
    ] as const) {
      const data = join(folder, name, 'data');
      await mkdir(data, { recursive: true });
      await cp(join(projectFolder, 'test/chicago/district.json'), join(data, 'district.json'));
      await writeLedger(data, emptyLedger, w.ledger, bounds);
      for (const [path, text] of siteOf(w)) {
        const file = join(folder, name, 'dist', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
  });
  const review = (base: string, head: string, env = {}) =>
    command(
      'review',
      [
        '--base-data',
        join(folder, base, 'data'),
        '--base-site',
        join(folder, base, 'dist'),
        '--data',
        join(folder, head, 'data'),
        '--site',
        join(folder, head, 'dist'),
      ],
      env,
    );

  it('shows a person what an update would do, with names that can do nothing', async () => {
    const { exit, out } = await review('base', 'head');
    expect(exit).toBe(0);
    expect(out).toContain('**1 new case at 1 school, 2021\\-03\\-03**');
    expect(out).toContain('| total\\_cases | 6 | 7 |');
    expect(out).not.toMatch(/[^\\]<b>|@everyone/);
  });

  it('fails when announced lines go', async () => {
    const { exit, out } = await review('head', 'base');
    expect(exit).toBe(2);
    expect(out).toMatch(/lines? of cases.csv that are on main would be changed or removed/);
  });
});
