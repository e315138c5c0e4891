import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { gitHub } from '../../../scripts/github/github.ts';
import { emptyLedger } from '../../../scripts/ledger/model.ts';
import type { Diagnosis, Patient } from '../../../scripts/maintain/doctor/diagnosis.ts';
import { runDrill } from '../../../scripts/maintain/doctor/drill.ts';
import { diagnosisText, examine } from '../../../scripts/maintain/doctor/examine.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { scratch } from '../../command-line.ts';
import { type FakeGitHub, fakeGitHub } from '../../harness/fake-github.ts';
import { gitIn as testGitIn } from '../../workflows/git-in.ts';
import { HURRIED, instant, settingsOf } from '../../world.ts';

const NOW = '2021-03-10T18:00:00Z';
let sheet = '';
let served = '';
const server = createServer((request, response) => {
  if (request.url?.startsWith('/site/build.json')) {
    response.writeHead(served === '' ? 403 : 200).end(served);
  } else if (sheet === '') response.writeHead(404).end();
  else response.end(sheet);
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Commits are nine days old, and with them what GitHub knows of the workflow files. */
const sh = (dir: string, ...args: string[]) => testGitIn(dir)(...args).trim();
let hub: FakeGitHub;
let remote: string;
/** Where the program comes from. */
let original: string;
let patient: Patient;

beforeEach(async () => {
  const folder = await scratch();
  // Named as on GitHub, so that the checkout comes from the repository that the settings name.
  remote = join(folder, 'example', 'tracker.git');
  const checkout = join(folder, 'checkout');
  original = join(folder, 'original.git');
  sh('.', 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  sh('.', 'clone', '--quiet', remote, checkout);
  sh(checkout, 'config', 'user.name', 'A person');
  sh(checkout, 'config', 'user.email', 'person@example.org');
  await mkdir(join(checkout, '.github/workflows'), { recursive: true });
  for (const name of ['update', 'deploy']) {
    const schedule = name === 'update' ? "  schedule:\n    - cron: '17 * * * *'\n" : '';
    const text = `name: ${name}\non:\n${schedule}  workflow_dispatch:\njobs: {}\n`;
    await writeFile(join(checkout, `.github/workflows/${name}.yml`), text);
  }
  const repository = `file://${original}`;
  await writeFile(join(checkout, 'package.json'), JSON.stringify({ version: '1.0.0', repository }));
  await mkdir(join(checkout, 'data'));
  const settings = settingsOf({
    source: { addresses: [`http://${host}/sheet?key=secret`] },
    site: { title: 'Test', url: `http://${host}/site/` },
    repository: 'https://github.com/example/tracker',
  });
  await writeFile(join(checkout, 'data/district.json'), JSON.stringify(settings));
  sh(checkout, 'checkout', '--quiet', '-b', 'main');
  sh(checkout, 'add', '.');
  sh(checkout, 'commit', '--quiet', '-m', 'Set up');
  sh(checkout, 'push', '--quiet', 'origin', 'main');
  sh('.', 'clone', '--quiet', '--bare', remote, original);
  sheet = 'School,CPS School ID\nAdams,1\n';
  served = JSON.stringify({ commit: sh(checkout, 'rev-parse', 'HEAD'), content_sha256: 'x' });
  hub = await fakeGitHub({
    remote,
    settings: {
      actionsMayOpenPulls: true,
      pages: { source: 'workflow', url: `http://${host}/site/` },
      reportsPrivately: true,
      watchers: ['anna'],
    },
  });
  hub.at(NOW);
  for (const workflow of ['update.yml', 'deploy.yml']) ranWell(workflow);
  patient = {
    project: checkout,
    dataDir: join(checkout, 'data'),
    settings,
    ledger: emptyLedger,
    now: instant(NOW),
    git: gitIn(checkout),
    github: gitHub({
      repository: 'example/tracker',
      token: hub.personalToken(),
      apiUrl: hub.url,
      ...HURRIED,
    }),
    allowHosts: [host],
    env: {},
  };
});
afterEach(() => hub.close());

function ranWell(workflow: string, createdAt = '2021-03-10T17:17:00Z', conclusion = 'success') {
  hub.state.runs.push({
    id: hub.state.nextId(),
    workflow,
    event: workflow === 'update.yml' ? 'schedule' : 'workflow_dispatch',
    branch: 'main',
    commit: sh(remote, 'rev-parse', 'main'),
    inputs: {},
    by: { login: 'github-actions[bot]', type: 'Bot', permissions: {} },
    attempt: 1,
    status: 'completed',
    conclusion,
    createdAt,
    updatedAt: createdAt,
    jobs: [],
  });
}

const found = async (): Promise<readonly Diagnosis[]> =>
  (await examine(patient)).flatMap(({ found: diagnoses }) => diagnoses);
const complaints = async () => (await found()).filter(({ level }) => level !== 'good');

describe('npm run doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await complaints()).toEqual([]);
    expect((await found()).map(({ what }) => what)).toContain(
      'update.yml was last run by its schedule 1 h ago',
    );
  });

  it('says what the district’s own total is, and where it is recorded', async () => {
    const days = [
      {
        date: reportingDate('2021-03-09'),
        firstReadAt: instant('2021-03-09'),
        newCases: 0,
        totalCases: 397,
        schoolsChanged: 0,
        districtTotal: 399,
      },
    ];
    const districtTotal = { address: `http://${host}/total`, cell: 'B2' };
    patient = {
      ...patient,
      ledger: { ...emptyLedger, days },
      settings: settingsOf({ ...patient.settings, districtTotal }),
    };
    expect((await found()).map(diagnosisText)).toEqual(
      expect.arrayContaining([
        '  ✓ The sheet’s own total is 399 (district_total of 2021-03-09 in days.csv); the places add up to 397',
        expect.stringMatching(/^ {2}✓ The own total outside the sheet can be read: 1$/),
      ]),
    );
  });

  it.each<[string, () => void, RegExp]>([
    [
      'a source that is not there',
      () => {
        sheet = '';
      },
      /✗ 127.*404.*\n.*moved or is not public/,
    ],
    [
      'a sheet with other columns',
      () => {
        sheet = 'A,B\n1,2\n';
      },
      /✗ 127.*columns.*\n.*"source" of data\/district\.json/,
    ],
    [
      'an own total that is not where the settings say',
      () => {
        const districtTotal = { address: `http://${host}/total`, cell: 'Z9' };
        patient = { ...patient, settings: settingsOf({ ...patient.settings, districtTotal }) };
      },
      /! The district’s own total could not be read: The cell Z9 holds nothing.*\n.*"districtTotal"/,
    ],
    [
      'Pages that is off',
      () => {
        hub.state.settings.pages = undefined;
      },
      /✗ Pages is off\n.*GitHub Actions/,
    ],
    [
      'Pages that publishes a branch',
      () => {
        hub.state.settings.pages = { source: 'legacy', url: `http://${host}/site/` };
      },
      /✗ Pages publishes a branch/,
    ],
    [
      'another address than the settings’',
      () => {
        hub.state.settings.pages = { source: 'workflow', url: 'https://else.example/' };
      },
      /! Pages serves https:\/\/else/,
    ],
    [
      'a program that the original has gone on with',
      () => {
        const tree = sh(original, 'rev-parse', 'main^{tree}');
        const blob = sh(original, 'rev-parse', 'main:package.json');
        const files = `${sh(original, 'ls-tree', tree)}\n100644 blob ${blob}\tscripts.ts`;
        const newer = execFileSync('git', ['mktree'], { cwd: original, input: files }).toString();
        const as = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
        const commit = sh(original, ...as, 'commit-tree', newer.trim(), '-p', 'main', '-m', 'More');
        sh(original, 'update-ref', 'refs/heads/main', commit);
      },
      /! 1 change of the program behind file:\S+ \(both are \S+\).*\n.*npm run upgrade/,
    ],
    [
      'an original that cannot be reached',
      () => rmSync(original, { recursive: true }),
      /\? How far this is behind/,
    ],
    [
      'vulnerabilities that cannot be reported privately',
      () => {
        hub.state.settings.reportsPrivately = false;
      },
      /! Vulnerabilities cannot be reported privately.*\n.*security_analysis/,
    ],
    [
      'Actions that are off',
      () => {
        hub.state.settings.actionsEnabled = false;
      },
      /✗ Does not hold: actions may run/,
    ],
    [
      'pull requests that are not allowed',
      () => {
        hub.state.settings.actionsMayOpenPulls = false;
      },
      /! Actions may not open pull requests/,
    ],
    [
      'issues that are off',
      () => {
        hub.state.settings.hasIssues = false;
      },
      /✗ Issues are off/,
    ],
    [
      'rules that refuse pushes',
      () => {
        hub.state.settings.rules.push('deletion', 'pull_request');
      },
      /✗ Rules.*: pull_request\n/,
    ],
    [
      'a schedule that GitHub has switched off',
      () => {
        hub.state.workflowStates.set('update.yml', 'disabled_inactivity');
      },
      /✗ .*update.yml is off.*60 days\n.*Enable workflow/,
    ],
    [
      'a schedule that does not fire, once three of its own gaps are over',
      () => {
        hub.state.runs.splice(0);
        ranWell('update.yml', '2021-03-10T14:30:00Z');
        ranWell('deploy.yml');
      },
      /✗ update.yml was last run by its schedule 4 h ago/,
    ],
    [
      'a schedule that has never fired',
      () => {
        hub.state.runs.splice(0);
        ranWell('deploy.yml');
      },
      /✗ update.yml has not been run by its schedule yet/,
    ],
    [
      'a deployment that failed',
      () => {
        ranWell('deploy.yml', '2021-03-10T17:30:00Z', 'failure');
      },
      /✗ The last run of deploy.yml ended with failure/,
    ],
    [
      'a site that is behind',
      () => {
        served = JSON.stringify({ commit: 'f'.repeat(40), content_sha256: 'x' });
      },
      /! .*shows fffffff, main is at/,
    ],
    [
      'a site for members only',
      () => {
        served = '';
      },
      /asks to sign in[^✗]*make it public under Settings → Pages/,
    ],
    [
      'a site of somebody else',
      () => {
        served = '<html>';
      },
      /✗ .*serves no build/,
    ],
  ])('finds %s, and says what to do', async (_, breakIt, expected) => {
    breakIt();
    const text = (await complaints()).map(diagnosisText).join('\n');
    expect(text).toMatch(expected);
  });

  it('asks GitHub nothing without a token, and says how to give one', async () => {
    patient = { ...patient, github: undefined };
    const text = (await complaints()).map(diagnosisText).join('\n');
    expect(text).toContain('GITHUB_TOKEN=$(gh auth token)');
    expect(hub.calls).toEqual([]);
  });

  it('never shows a key of the source', async () => {
    sheet = '';
    const text = (await found()).map(diagnosisText).join('\n');
    expect(text).not.toContain('secret');
  });
});

describe('the reading of the source', () => {
  it('is repeated, for a person to compare with the sheet', async () => {
    sheet = 'School,CPS School ID\nAdams,1\nAdams,1\nBrown,2\n';
    const text = (await found()).map(diagnosisText).join('\n');
    expect(text).toContain('✓ As the settings read it, each row is a case: 2 schools, 3 cases');
  });

  it('names rows that are no place, and the sheet’s own total', async () => {
    sheet = 'County,Cases\nAsh,4\nBrook,9\nTotal,13\nas of today,\n';
    const source = {
      ...patient.settings.source,
      rows: 'place',
      columns: { name: 'County', counts: ['Cases'] },
    };
    const places = { singular: 'county', plural: 'counties' };
    await reads({ source, places });
    const text = (await found()).map(diagnosisText).join('\n');
    expect(text).toContain(
      '✓ As the settings read it, each row is a place: 2 counties, 13 cases; the sheet’s own total says 13',
    );
    expect(text).toContain('✓ Line 4, “Total”, is the district’s own total');
    expect(text).toContain('✓ Line 5, “as of today”, is a heading, a note or a date');
    expect(await complaints()).toEqual([]);
  });

  it('warns of what looks misread, and names the settings', async () => {
    sheet = `School,CPS School ID\n${['A', 'B', 'C', 'D', 'E'].map((name, id) => `${name},${id + 40}`).join('\n')}\n`;
    const text = (await complaints()).map(diagnosisText).join('\n');
    expect(text).toMatch(
      /^ {2}! Every one of 5 places has 1: a row may be a place.*\n.*"source\.rows" or "source\.columns\.counts"/,
    );
  });

  /** Settings as somebody has written them meanwhile. */
  async function reads(changes: Readonly<Record<string, unknown>>) {
    const settings = settingsOf({ ...patient.settings, ...changes });
    await writeFile(join(patient.dataDir, 'district.json'), JSON.stringify(settings));
    patient = { ...patient, settings };
  }
});

describe('a check that breaks', () => {
  it('says so, and keeps the others going', async () => {
    const breaks = {
      description: 'It breaks',
      run: async () => {
        throw new Error('no answer');
      },
    };
    const works = { description: 'It works', run: async () => [] };
    const text = await examine(patient, [breaks, works]);
    expect(text.map(({ description }) => description)).toEqual(['It breaks', 'It works']);
    expect(text[0]?.found[0]).toMatchObject({
      level: 'unknown',
      what: expect.stringContaining('no answer'),
    });
  });
});

describe('the drill', () => {
  const drill = async () => (await runDrill(patient)).join('\n');

  it('goes every way, reads each back, leaves nothing open, and says who is mailed', async () => {
    const text = await drill();
    expect(text).toMatch(/✓ alarm: issue #\d+ was opened, read back and closed/);
    expect(text).toMatch(/✓ held update: pull request #\d+ was opened, read back and closed/);
    expect(text).toMatch(/✓ release: a draft with a file was made, read back and removed/);
    expect(text).toContain('anna');
    expect(hub.state.releases).toEqual([]);
    expect(sh(remote, 'tag', '--list')).toBe('');
    expect(hub.state.issues.map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(sh(remote, 'branch', '--list')).not.toContain('drill');
  });

  it('reports a way that is closed', async () => {
    hub.fail({ with: 'server-error', operation: 'issues/create', times: 9 });
    expect(await drill()).toMatch(/✗ alarm: .*\n.*✓ held update/);
  });

  it('is refused without a token where there is no channel either', async () => {
    await expect(runDrill({ ...patient, github: undefined })).rejects.toMatchObject({ exit: 2 });
  });

  it('leaves GitHub out without a token where there are channels', async () => {
    const { channels } = settingsOf({ channels: { slack: {} } });
    const settings = { ...patient.settings, channels };
    const lines = await runDrill({ ...patient, settings, github: undefined });
    expect(lines.join('\n')).toMatch(/\? alarm, held update, release: .*GITHUB_TOKEN=/);
    expect(hub.calls).toEqual([]);
  });

  it('removes the draft of a release although its file could not be uploaded', async () => {
    hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset', times: 9 });
    expect(await drill()).toMatch(/✗ release: /);
    expect(hub.state.releases).toEqual([]);
  });
});
