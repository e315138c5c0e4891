import { createReadStream, type ReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { initAnswers } from '../../../scripts/command/init-answers.ts';
import { parseOptions } from '../../../scripts/command/options.ts';
import { instantFromMilliseconds } from '../../../scripts/domain/time.ts';
import { openLedger } from '../../../scripts/ledger/store.ts';
import { conversation } from '../../../scripts/maintain/setup/conversation.ts';
import { setUpDistrict } from '../../../scripts/maintain/setup/set-up-district.ts';
import { runUpdate } from '../../../scripts/update/run-update.ts';
import { reportOf, type UpdateReport } from '../../../scripts/update/update-report.ts';
import { buildFolder } from '../../../scripts/website/build-folder.ts';
import { LANGUAGES } from '../../../scripts/website/editions.ts';
import { scratch } from '../../command-line.ts';

/** Serves the files of a folder; what is served at an address can be swapped. */
export interface SheetServer {
  readonly address: (file: string) => string;
  /** Serves one file at the address of another. */
  show(file: string, at: string): void;
  close(): void;
}

/** @param pathOf where a file lies */
export async function sheetServer(pathOf: (file: string) => string): Promise<SheetServer> {
  const shown = new Map<string, string>();
  const server = createServer((request, response) => {
    const file = decodeURIComponent((request.url ?? '').slice(1));
    const body: ReadStream = createReadStream(pathOf(shown.get(file) ?? file));
    body.on('error', () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (file) => `http://127.0.0.1:${port}/${encodeURIComponent(file)}`,
    show: (file, at) => shown.set(at, file),
    close: () => server.close(),
  };
}

const DISTRICT = ['--name', 'Prairie Falls', '--time-zone', 'America/Chicago'];
const REPOSITORY = 'https://github.com/example/tracker';

interface Checkout {
  /** As git prints it. */
  readonly origin?: string;
  readonly force?: boolean;
  /** Where the address in the present settings leads. */
  readonly renamedTo?: string | undefined;
}

/**
 * `npm run init -- --yes` with these options, without a process of its own.
 *
 * @returns what it said
 */
export async function initialised(
  dir: string,
  options: readonly string[],
  { origin = '', force = false, renamedTo = undefined }: Checkout = {},
): Promise<string> {
  const argv = ['--yes', ...DISTRICT, '--repository', REPOSITORY, ...options];
  const said: string[] = [];
  await setUpDistrict({
    dir,
    talk: conversation(null, () => {}),
    given: initAnswers(parseOptions('init', argv)),
    languages: Object.keys(LANGUAGES),
    timeZone: 'UTC',
    origin,
    hasCommitter: true,
    allowHosts: [],
    leadsTo: async () => renamedTo,
    year: '2026',
    force,
    say: (text) => said.push(text),
  });
  return said.join('\n');
}

/** `npm run update`: what happened, and what came of it. */
export async function updated(dir: string): Promise<UpdateReport> {
  const now = instantFromMilliseconds(Date.now());
  const { plan } = await runUpdate(
    {
      dataDir: dir,
      source: undefined,
      at: undefined,
      now,
      accept: undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
    },
    async (_title, action) => action(),
  );
  return reportOf(plan);
}

/** What the ledger holds of each place: its total by its name. */
export async function totals(dir: string): Promise<Readonly<Record<string, number | null>>> {
  const bounds = { notAfter: instantFromMilliseconds(Date.now()), timeZone: 'America/Chicago' };
  const { schools, cases } = await openLedger(dir, bounds);
  const latest = new Map(cases.map((line) => [line.schoolId, line.totalCases]));
  return Object.fromEntries(
    [...schools.values()].map(({ id, name, baselineCases }) => [
      name,
      latest.get(id) ?? baselineCases,
    ]),
  );
}

/** `npm run build` without pictures; how many files it made. */
export async function built(dir: string): Promise<number> {
  const { files } = await buildFolder(
    {
      dataDir: dir,
      out: join(await scratch(), 'dist'),
      at: instantFromMilliseconds(Date.now()),
      baseUrl: undefined,
      commit: null,
      version: '0.1.0',
      cards: { wanted: false, folder: join(await scratch(), 'cards') },
    },
    async (_title, action) => action(),
  );
  return files;
}
