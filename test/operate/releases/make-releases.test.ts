import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { gitHub } from '../../../scripts/github/github.ts';
import type { NoticeLine } from '../../../scripts/ledger/model.ts';
import { replaceLedger } from '../../../scripts/ledger/store.ts';
import { makeReleases } from '../../../scripts/operate/releases/make-releases.ts';
import { nextTag, wantedReleases } from '../../../scripts/operate/releases/wanted-releases.ts';
import { scratch } from '../../command-line.ts';
import { type FakeGitHub, fakeGitHub } from '../../harness/fake-github.ts';
import { HURRIED, instant, schoolId, type World, world } from '../../world.ts';

const correction = (date: string, noticedAt: string): NoticeLine => ({
  noticedAt: instant(noticedAt),
  kind: 'correction',
  date: instant(date).slice(0, 10) as NoticeLine['date'],
  schoolId: schoolId('1'),
  text: 'The district counted two pupils twice.',
});

describe('the releases that are due', () => {
  const { ledger } = world()
    .reads('2021-03-01', { 1: 2 })
    .reads('2021-03-02', { 1: 5 })
    .reads('2021-03-03', { 1: 5 })
    .reads('2021-03-04', { 1: 6 });
  const due = (now: string, tags: string[] = [], notices: readonly NoticeLine[] = []) =>
    wantedReleases({
      ledger: { ...ledger, notices },
      timeZone: 'America/Chicago',
      now: instant(now),
      tags,
    }).map(({ tag }) => tag);

  it.each([
    [
      'one for each closed date with an update',
      '2021-03-05T06:00:00Z',
      [],
      ['data-2021-03-02', 'data-2021-03-04'],
    ],
    [
      'none for a date that is not over where the district is',
      '2021-03-05T05:59:00Z',
      [],
      ['data-2021-03-02'],
    ],
    [
      'none that the repository has',
      '2021-03-06',
      ['data-2021-03-02', 'v1', 'data-2021-03-04'],
      [],
    ],
    [
      'none that the repository has under another tag',
      '2021-03-06',
      ['data-2021-03-02-r2', 'data-2021-03-04'],
      [],
    ],
  ])('are %s', (_, now, tags, expected) => {
    expect(due(now, tags)).toEqual(expected);
  });

  it('are one for each correction of a released date, numbered', () => {
    const notices = [
      correction('2021-03-02', '2021-03-02'),
      correction('2021-03-02', '2021-03-06'),
      correction('2021-03-02', '2021-03-07'),
    ];
    const tags = ['data-2021-03-02', 'data-2021-03-04'];
    expect(due('2021-03-08', tags, notices)).toEqual([
      'data-2021-03-02-correction-1',
      'data-2021-03-02-correction-2',
    ]);
    expect(due('2021-03-08', [...tags, 'data-2021-03-02-correction-1'], notices)).toEqual([
      'data-2021-03-02-correction-2',
    ]);
    expect(due('2021-03-08', ['data-2021-03-04'], notices)).toEqual(['data-2021-03-02']);
  });

  it('are none for imported days', () => {
    const days = world().school('1').reads('2021-03-01', { 1: 2 }).ledger;
    expect(
      wantedReleases({ ledger: days, timeZone: 'UTC', now: instant('2021-03-09'), tags: [] }),
    ).toEqual([]);
  });

  it.each([
    ['data-2021-03-02', 'data-2021-03-02-r2'],
    ['data-2021-03-02-r2', 'data-2021-03-02-r3'],
    ['data-2021-03-02-correction-1', 'data-2021-03-02-correction-1-r2'],
  ])('go on from %s with %s where it is spent', (tag, next) => {
    expect(nextTag(tag)).toBe(next);
  });
});

let hub: FakeGitHub;
let checkout: string;
const sh = (...args: string[]) =>
  execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
beforeEach(async () => {
  const remote = join(await scratch(), 'remote.git');
  checkout = await scratch();
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  sh('init', '--quiet', '--initial-branch=main');
  sh('remote', 'add', 'origin', remote);
  await mkdir(join(checkout, 'data'));
  await writeFile(join(checkout, 'data', 'district.json'), '{}');
  hub = await fakeGitHub({ remote });
});
afterEach(() => hub.close());

/** A run at an instant that has just pushed this ledger. */
async function runAt({ ledger, settings }: World, now: string) {
  const bounds = { notAfter: instant('2022-01-01'), timeZone: settings.timeZone };
  await replaceLedger(join(checkout, 'data'), ledger, bounds);
  sh('add', '.');
  sh(
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    now,
  );
  sh('push', '--quiet', 'origin', 'HEAD:main');
  hub.at(instant(now));
  const before = hub.calls.length;
  const token = hub.token({ contents: 'write' });
  const github = gitHub({ repository: 'example/tracker', token, apiUrl: hub.url, ...HURRIED });
  const facts = { github, git: gitIn(checkout), ledger, settings, now: instant(now) };
  const { made, failed } = await makeReleases(facts);
  return {
    made,
    failed: failed.map(({ tag }) => tag),
    calls: hub.calls.slice(before).map(({ id }) => id.replace(/^repos\//, '')),
  };
}

const releases = () =>
  hub.releases.all().map(({ tag, draft, name }) => `${draft ? 'draft' : 'out'} ${tag} ${name}`);
const HOSTILE = '@everyone | [x](https://evil.example) #1 <b>`$(touch pwned)';
const two = world()
  .reads('2021-03-01', { 1: [2, 'North'], 2: [9, HOSTILE] })
  .reads('2021-03-02', { 1: [5, 'North'], 2: [8, HOSTILE] });

describe('a release', () => {
  it('is drafted, filled, verified and published, at the commit that has its files', async () => {
    const { made, calls } = await runAt(two, '2021-03-03');
    expect(made).toEqual(['data-2021-03-02']);
    expect(calls).toEqual([
      'list-releases',
      'create-release',
      ...Array(5).fill('upload-release-asset'),
      'list-release-assets',
      'update-release',
    ]);
    const [release] = hub.releases.all();
    expect(releases()).toEqual(['out data-2021-03-02 2021-03-02: +2 cases at 2 schools']);
    expect(hub.state.remote.commitOf('refs/tags/data-2021-03-02')).toBe(sh('rev-parse', 'HEAD'));
    const texts = new Map(release?.assets.map(({ name, bytes }) => [name, bytes.toString('utf8')]));
    for (const line of (texts.get('SHA256SUMS') ?? '').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(texts.get(name) ?? '')
          .digest('hex'),
      ).toBe(sum);
      expect(texts.get(name)).toBe(`${sh('show', `HEAD:data/${name}`)}\n`);
    }
    expect(texts.size).toBe(5);
  });

  it('names the figures, and names of the sheet as text and nothing else', async () => {
    await runAt(two, '2021-03-03');
    const body = hub.releases.all()[0]?.body ?? '';
    expect(body).toMatch(/\| North \(1\) \| \\\+3 \| 5 \|/);
    expect(body).toContain('https://example.org/tracker/cases/2021-03-02/');
    expect(body).toMatch(/\n\nCorrections among the figures below: 1\./);
    expect(body).not.toMatch(/@everyone|\]\(https:\/\/evil|#1|(?<!\\)<b>/);
    expect(
      body
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .every((line) => line.endsWith('|')),
    ).toBe(true);
  });

  it('announces the changes of the data that begin after its date, as text', async () => {
    const definition = (date: string, text: string | null): NoticeLine => ({
      ...correction(date, '2021-03-01'),
      kind: 'definition',
      schoolId: null,
      text,
    });
    const notices = [
      definition('2021-03-20', 'The column @x goes.'),
      definition('2021-03-02', 'This began already.'),
      definition('2021-03-18', 'A column comes.'),
    ];
    await runAt(
      Object.assign(Object.create(two), { ledger: { ...two.ledger, notices } }),
      '2021-03-03',
    );
    const said = (hub.releases.all()[0]?.body ?? '').match(/\*\*The published data changes.*/g);
    expect(said).toEqual([
      expect.stringMatching(/from 2021\\-03\\-18 on: A column comes/),
      expect.stringMatching(/from 2021\\-03\\-20 on: The column (?!@x)/),
    ]);
  });

  it('is made once, and asks the API nothing when nothing is due', async () => {
    await runAt(two, '2021-03-03');
    expect((await runAt(two, '2021-03-04')).calls).toEqual([]);
    expect(releases()).toHaveLength(1);
  });

  it('is caught up on, a few in a run', async () => {
    const many = [3, 4, 5, 6, 7].reduce(
      (all, day) => all.reads(`2021-03-0${day}`, { 1: day * 9, 2: 8 }),
      two,
    );
    expect((await runAt(many, '2021-03-09')).made).toHaveLength(3);
    expect((await runAt(many, '2021-03-09')).made).toHaveLength(3);
    expect(releases().map((line) => line.split(' ')[1])).toHaveLength(6);
    expect((await runAt(many, '2021-03-09')).calls).toEqual([]);
  });

  it('of a correction leaves the day’s own as it was', async () => {
    await runAt(two, '2021-03-03');
    const before = JSON.stringify(hub.releases.all()[0]);
    const notices = [correction('2021-03-02', '2021-03-05')];
    const corrected = Object.assign(Object.create(two), { ledger: { ...two.ledger, notices } });
    expect((await runAt(corrected, '2021-03-05')).made).toEqual(['data-2021-03-02-correction-1']);
    expect(JSON.stringify(hub.releases.all()[0])).toBe(before);
    expect(hub.releases.all()[1]?.body).toMatch(/counted two pupils twice/);
    expect(hub.releases.all().map(({ isLatest }) => isLatest)).toEqual([true, false]);
  });

  it('of a correction leads to the day’s own, whatever its tag', async () => {
    hub.state.spentTags.add('data-2021-03-02');
    await runAt(two, '2021-03-03');
    const notices = [correction('2021-03-02', '2021-03-05')];
    await runAt(
      Object.assign(Object.create(two), { ledger: { ...two.ledger, notices } }),
      '2021-03-05',
    );
    expect(hub.releases.all()[1]?.body).toContain('/releases/tag/data-2021-03-02-r2)');
  });
});

describe('a release that always fails', () => {
  /** GitHub gives out none of the tags that a release would go on to. */
  const spend = (tag: string) => {
    for (const suffix of ['', ...Array.from({ length: 40 }, (_, index) => `-r${index + 2}`)]) {
      hub.state.spentTags.add(`${tag}${suffix}`);
    }
  };
  const day = (date: number, count: number) => [`2021-03-0${date}`, { 1: count, 2: 8 }] as const;

  it('keeps none of the others waiting, and is tried again', async () => {
    spend('data-2021-03-02');
    const many = two.reads(...day(3, 9)).reads(...day(4, 11));
    expect(await runAt(many, '2021-03-05T08:00:00Z')).toMatchObject({
      made: ['data-2021-03-03', 'data-2021-03-04'],
      failed: ['data-2021-03-02'],
    });
    const more = many.reads(...day(5, 15));
    expect(await runAt(more, '2021-03-06T08:00:00Z')).toMatchObject({
      made: ['data-2021-03-05'],
      failed: ['data-2021-03-02'],
    });
  });

  it('is given up for this run after three, and each is reported when none can be listed', async () => {
    const many = [3, 4, 5].reduce((all, date) => all.reads(...day(date, date * 9)), two);
    hub.fail({ with: 'server-error', operation: 'repos/create-release', times: 9 });
    const outage = await runAt(many, '2021-03-06T08:00:00Z');
    expect(outage.failed).toHaveLength(3);
    expect(outage.calls.filter((id) => id === 'create-release')).toHaveLength(3);
    hub.fail({ with: 'server-error', operation: 'repos/list-releases', times: 4 });
    expect((await runAt(many, '2021-03-06T09:00:00Z')).failed).toHaveLength(4);
  });
});

describe('a release that was cut short', () => {
  const operations = [
    'create-release',
    'upload-release-asset',
    'list-release-assets',
    'update-release',
  ];
  const cases = [
    ...operations.map((operation) => [operation, 'server-error'] as const),
    ...['create-release', 'upload-release-asset'].map(
      (operation) => [operation, 'hang-up'] as const,
    ),
  ];

  it.each(cases)(
    'is completed by the next run and made once: %s, %s',
    async (operation, fault) => {
      const at = operation === 'upload-release-asset' ? 3 : 1;
      const isRetried = operation === 'list-release-assets' || operation === 'update-release';
      hub.fail({ with: fault, operation: `repos/${operation}`, at, times: isRetried ? 4 : 1 });
      const { made, failed } = await runAt(two, '2021-03-03T08:00:00Z');
      expect([made, failed]).toEqual([[], ['data-2021-03-02']]);
      const later = two.reads('2021-03-03', { 1: 99, 2: 8 });
      expect((await runAt(later, '2021-03-03T09:00:00Z')).made).toEqual(['data-2021-03-02']);
      expect(releases()).toEqual(['out data-2021-03-02 2021-03-02: +2 cases at 2 schools']);
      const [release] = hub.releases.all();
      expect(release?.assets).toHaveLength(5);
      const cases = release?.assets
        .find(({ name }) => name === 'cases.csv')
        ?.bytes.toString('utf8');
      const tagged = hub.state.remote.file('data-2021-03-02', 'data/cases.csv');
      expect(cases?.trim()).toBe(tagged?.trim());
      expect((await runAt(later, '2021-03-03T10:00:00Z')).calls).toEqual([]);
    },
    300_000,
  );

  it('is published once when the answer to publishing was lost', async () => {
    hub.fail({ with: 'hang-up', operation: 'repos/update-release' });
    await runAt(two, '2021-03-03');
    await runAt(two, '2021-03-04');
    expect(releases()).toHaveLength(1);
  }, 300_000);

  it('replaces an asset that is not what should have been uploaded', async () => {
    hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset', at: 3 });
    await runAt(two, '2021-03-03');
    const asset = hub.releases.all()[0]?.assets[0];
    Object.assign(asset ?? {}, { bytes: Buffer.from('broken') });
    await runAt(two, '2021-03-03');
    const [release] = hub.releases.all();
    expect(release?.draft).toBe(false);
    expect(release?.assets.map(({ bytes }) => bytes.toString('utf8'))).not.toContain('broken');
  });

  it('goes out under a suffix where its tag is spent for good', async () => {
    hub.state.spentTags.add('data-2021-03-02');
    expect((await runAt(two, '2021-03-03')).made).toEqual(['data-2021-03-02-r2']);
    expect(hub.releases.all()[0]?.body).toContain('/blob/data-2021-03-02-r2/data/cases.csv');
    expect((await runAt(two, '2021-03-04')).calls).toEqual([]);
  });

  it('leaves a person’s draft of the same tag alone', async () => {
    await runAt(world().reads('2021-03-01', { 1: 2 }), '2021-03-01');
    const github = gitHub({
      repository: 'example/tracker',
      token: hub.personalToken(),
      apiUrl: hub.url,
      ...HURRIED,
    });
    await github.releases.createDraft({
      tag: 'data-2021-03-02',
      target: 'main',
      title: 'Mine',
      body: '',
    });
    await runAt(two, '2021-03-03');
    expect(releases()).toEqual([
      'draft data-2021-03-02 Mine',
      'out data-2021-03-02 2021-03-02: +2 cases at 2 schools',
    ]);
  });
});
