import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { reportingDate } from '../../scripts/domain/time.ts';
import { invariants } from '../../scripts/ledger/invariants/index.ts';
import { emptyLedger, type Ledger, type PostLine } from '../../scripts/ledger/model.ts';
import { openLedger, writeLedger } from '../../scripts/ledger/store.ts';
import { bytesOf, copyOf, scratch } from '../command-line.ts';
import { instant, schoolId, world } from '../world.ts';

const bounds = { notAfter: instant('2021-03-09'), timeZone: 'America/Chicago' };

const full = world()
  .school('a', 0, {
    name: 'Adams, "the first"',
    latitude: 41.88235794,
    longitude: -87.5,
    enrollment: 300,
  })
  .reads('2021-03-01', { a: 3, b: [1, 'Brown'] })
  .reads('2021-03-02T15:00:00Z', { a: 5, b: [1, 'Brown'] })
  .reads('2021-03-02T17:00:00Z', { a: 4, b: [2, 'Browne'] })
  .reads('2021-03-05', { a: 4, b: 2 })
  .declares({ counterRestarts: ['2021-03-06'] })
  .reads('2021-03-06', { a: 1 })
  .holds('2021-03-07', { a: 60 }).ledger;
const ledger: Ledger = {
  ...full,
  notices: [
    {
      noticedAt: instant('2021-03-06'),
      kind: 'restart',
      date: full.days[0]?.date ?? null,
      schoolId: schoolId('a'),
      text: 'It began\u2009again, "really"',
    },
  ],
  failing: {
    cause: 'sign-in-page',
    since: instant('2021-03-07'),
    checkedAt: instant('2021-03-08'),
  },
  posts: [
    post('2021-03-01', 'on'),
    post('2021-03-03', 'sending', 'en'),
    post('2021-03-03', 'sent', 'en'),
    post('2021-03-03', 'failed', 'es'),
    post('2021-03-08', 'off'),
  ],
};

function post(recordedAt: string, state: PostLine['state'], language?: string): PostLine {
  const about = { language: language ?? null, date: language ? reportingDate('2021-03-02') : null };
  const recorded = { recordedAt: instant(recordedAt), channel: 'slack', state };
  return { ...recorded, ...about, update: null, detail: null };
}

let kept: string;
beforeAll(async () => {
  kept = join(await scratch(), 'data');
  await mkdir(kept);
  await writeLedger(kept, emptyLedger, ledger, bounds);
});

describe('a ledger', () => {
  it('is read back as it was written', async () => {
    expect(await openLedger(kept, bounds)).toEqual(ledger);
  });

  it('is empty where there is no file', async () => {
    expect(await openLedger(await scratch(), bounds)).toEqual(emptyLedger);
  });

  it('is not written again where nothing changed', async () => {
    const opened = await openLedger(kept, bounds);
    expect(await writeLedger(kept, opened, { ...opened }, bounds)).toEqual([]);
    const again = { ...opened, cases: [...opened.cases], days: [...opened.days] };
    expect(await writeLedger(kept, opened, again, bounds)).toEqual([]);
  });

  it('loses what the new ledger does not have, and names the file', async () => {
    const dir = await copyOf(kept);
    const opened = await openLedger(dir, bounds);
    expect(await writeLedger(dir, opened, { ...opened, held: null }, bounds)).toEqual([
      'held.json',
    ]);
    expect(Object.keys(await bytesOf(dir))).not.toContain('held.json');
  });

  it('is not written if it would break a rule', async () => {
    const dir = await copyOf(kept);
    const opened = await openLedger(dir, bounds);
    const wrong = { ...opened, days: opened.days.slice(2) };
    await expect(writeLedger(dir, opened, wrong, bounds)).rejects.toThrow(/cases.csv|days.csv/);
    expect(await bytesOf(dir)).toEqual(await bytesOf(kept));
  });

  it('keeps the bytes of committed lines when it grows', async () => {
    const dir = await copyOf(kept);
    const before = await readFile(join(dir, 'cases.csv'), 'utf8');
    const opened = await openLedger(dir, bounds);
    const line = opened.cases.at(-1);
    const [notice] = opened.notices.slice(-1);
    const later = { ...notice, noticedAt: bounds.notAfter };
    const grown = { ...opened, notices: [...opened.notices, later] } as Ledger;
    await writeLedger(dir, opened, grown, bounds);
    expect(await readFile(join(dir, 'cases.csv'), 'utf8')).toBe(before);
    expect((await openLedger(dir, bounds)).cases.at(-1)).toEqual(line);
  });
});

/** File, what is replaced, by what: one edit by hand of a ledger that is sound. */
type Edit = readonly [file: string, from: string | RegExp, to: string];

async function refusalOf([file, from, to]: Edit): Promise<Refusal | undefined> {
  const dir = await copyOf(kept);
  const path = join(dir, file);
  const text = await readFile(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited, `${from} is not in ${file}`).not.toBe(text);
  await writeFile(path, edited);
  const before = await bytesOf(dir);
  try {
    await openLedger(dir, bounds);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(await bytesOf(dir)).toEqual(before);
    return error;
  }
}

const broken: readonly (readonly [rule: string, line: number, edit: Edit])[] = [
  ['sorted-and-unique', 3, ['cases.csv', /^(2021-03-02,1.*\n)/m, '$1$1']],
  ['sorted-and-unique', 4, ['days.csv', '2021-03-05,2021-03-05T18', '2021-03-01,2021-03-01T18']],
  ['sorted-and-unique', 4, ['updates.csv', '2021-03-06,1,2021-03-06', '2021-03-01,1,2021-03-06']],
  ['registry-sound', 2, ['schools.csv', '41.88235794', '']],
  ['registry-sound', 3, ['schools.csv', /^(b,.*)$/m, '$1;into:c']],
  ['registry-sound', 3, ['schools.csv', /^(b,.*)$/m, '$1;into:b']],
  ['registry-sound', 3, ['schools.csv', /^(b,.*)$/m, '$1;into:a;into:a']],
  ['schools-known', 4, ['cases.csv', '2021-03-02,2,b', '2021-03-02,2,c']],
  ['totals-chain', 2, ['cases.csv', '2021-03-02,1,a,2,5', '2021-03-02,1,a,2,6']],
  ['totals-chain', 2, ['cases.csv', '2021-03-02,1,a,2,5', '2021-03-02,1,a,0,3']],
  ['totals-chain', 2, ['schools.csv', ',3,', ',4,']],
  ['updates-numbered', 3, ['updates.csv', '2021-03-02,2,', '2021-03-02,3,']],
  ['updates-numbered', 4, ['updates.csv', /^(2021-03-02,2,.*),0,/m, '$1,2,']],
  ['updates-add-up', 2, ['updates.csv', /^(2021-03-02,1,\S+?),2,1,/m, '$1,3,1,']],
  ['updates-add-up', 2, ['updates.csv', /^(2021-03-02,1,\S+?),2,1,/m, '$1,2,2,']],
  ['updates-add-up', 5, ['updates.csv', /^2021-03-06,1.*\n/m, '']],
  ['days-add-up', 3, ['days.csv', /^(2021-03-02,\S+?),2,6,2,/m, '$1,3,6,2,']],
  ['days-add-up', 3, ['days.csv', /^(2021-03-02,\S+?),2,6,2,/m, '$1,2,7,2,']],
  ['days-add-up', 3, ['days.csv', /^(2021-03-02,\S+?),2,6,2,/m, '$1,2,6,1,']],
  ['days-add-up', 3, ['days.csv', /^2021-03-02.*\n/m, '']],
  ['imported-first', 4, ['days.csv', '2021-03-05,2021-03-05T18:00:00Z', '2021-03-05,']],
  ['instants-on-their-day', 2, ['days.csv', '2021-03-01T18:00:00Z', '2021-03-02T06:00:00Z']],
  ['sorted-and-unique', 6, ['posts.csv', '2021-03-08T18', '2021-03-02T18']],
  ['not-in-the-future', 6, ['posts.csv', '2021-03-08T18', '2031-03-08T18']],
  ['posts-in-turn', 2, ['posts.csv', /^.*slack,on.*\n/m, '']],
  ['posts-in-turn', 3, ['posts.csv', 'sending,en,2021-03-02', 'on,,']],
  ['posts-in-turn', 3, ['posts.csv', 'sending,en,', 'sending,,']],
  ['posts-in-turn', 3, ['posts.csv', 'sending,en,', 'off,en,']],
  ['posts-in-turn', 5, ['posts.csv', 'failed,es', 'sent,en']],
  ['posts-in-turn', 4, ['posts.csv', 'sent,en,2021-03-02', 'sent,en,2021-03-03']],
  ['posts-in-turn', 4, ['posts.csv', 'sent,en,2021-03-02,', 'sent,en,2021-03-02,3']],
  ['not-in-the-future', 2, ['renames.csv', '2021-03-02T17', '2031-03-02T17']],
];

describe('a ledger edited by hand', () => {
  it.each(broken)('is refused by the rule %s, line %i', async (rule, line, edit) => {
    const refusal = await refusalOf(edit);
    expect(refusal).toMatchObject({ code: `ledger-${rule}`, exit: 2 });
    expect(refusal?.facts.line).toBe(line);
    expect(refusal?.message).toContain(`data/${refusal?.facts.file?.slice('data/'.length)}`);
  });

  it('is refused by every rule in some case', () => {
    const tried = new Set(broken.map(([rule]) => rule));
    expect(invariants.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each<[string, string, Edit]>([
    ['a date that does not exist', 'ledger-cell', ['cases.csv', '2021-03-06', '2021-02-30']],
    ['a number in words', 'ledger-cell', ['cases.csv', ',a,2,5', ',a,two,5']],
    ['a number with a plus', 'ledger-cell', ['cases.csv', ',a,2,5', ',a,+2,5']],
    ['an instant without a time zone', 'ledger-cell', ['updates.csv', '15:00:00Z', '15:00:00']],
    ['a school twice', 'ledger-cell', ['schools.csv', /^b,/m, 'a,']],
    ['an id with characters that are not allowed', 'ledger-cell', ['schools.csv', /^b,/m, '../b,']],
    ['a notice of no kind', 'ledger-cell', ['notices.csv', ',restart,', ',rumour,']],
    ['another header', 'ledger-header', ['days.csv', 'new_cases', 'cases']],
    ['a cell too many', 'ledger-csv', ['days.csv', '2021-03-05,', '2021-03-05,,']],
    ['CRLF', 'ledger-form', ['days.csv', '\n', '\r\n']],
    ['a last line without a line break', 'ledger-form', ['cases.csv', /\n$/, '']],
    ['a hold that is not JSON', 'state-file', ['held.json', '{', '']],
    [
      'a hold of a school with a malformed id',
      'state-file',
      ['held.json', /"school_id": [^,]+/, '"school_id": "../x"'],
    ],
    ['a hold without reasons', 'state-file', ['held.json', '"reasons"', '"ideas"']],
  ])('is refused for %s', async (_, code, edit) => {
    const refusal = await refusalOf(edit);
    expect(refusal).toMatchObject({ code, exit: 2 });
    expect(refusal?.message).toContain(`data/${edit[0]}`);
  });

  it('is refused whichever single figure is changed', async () => {
    const text = await readFile(join(kept, 'cases.csv'), 'utf8');
    const figures = [...text.matchAll(/-?\b\d+\b/g)].filter(({ index }) => (index ?? 0) > 60);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(figures.length - 1),
        fc.integer({ min: -9, max: 99 }),
        async (at, by) => {
          const figure = figures[at];
          if (!figure || String(by) === figure[0]) return;
          const dir = join(await scratch(), 'data');
          await cp(kept, dir, { recursive: true });
          const edited = `${text.slice(0, figure.index)}${by}${text.slice((figure.index ?? 0) + figure[0].length)}`;
          await writeFile(join(dir, 'cases.csv'), edited);
          await expect(openLedger(dir, bounds)).rejects.toBeInstanceOf(Refusal);
        },
      ),
      { numRuns: 60 },
    );
  });
});
