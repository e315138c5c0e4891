import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Instant } from '../../domain/time.ts';
import { emptyLedger } from '../../ledger/model.ts';
import { writeLedger } from '../../ledger/store.ts';
import { denseLedger } from './dense-ledger.ts';
import { type Measured, measureProcess } from './measure-process.ts';

export interface Figure {
  readonly what: string;
  readonly measured: Measured;
  /** What it must stay under. */
  readonly limit: string;
}

export interface BenchOptions {
  /** The project's folder. */
  readonly project: string;
  /** Counted runs of each process. */
  readonly runs: number;
  readonly now: Instant;
}

/** The original's published figures at 518 × 1,100, and its memory beside bare Node's. */
const LIMITS = { seconds: 0.92, megabytes: 125, secondsAtTenfold: 1.32 } as const;

/** One update on a dense ledger, as a whole process. */
export async function updateFigures(
  { project, runs, now }: BenchOptions,
  schools: number,
  days: number,
  changes: number,
): Promise<Figure> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
  const { ledger, sheetWith, lastDate } = denseLedger(schools, days);
  const [kept, data] = [join(scratch, 'kept'), join(scratch, 'data')];
  await mkdir(kept);
  await cp(join(project, 'data', 'district.json'), join(kept, 'district.json'));
  const bounds = { notAfter: now, timeZone: 'America/Chicago' };
  await writeLedger(kept, emptyLedger, ledger, bounds);
  const sheet = join(scratch, 'sheet.csv');
  await writeFile(sheet, sheetWith(changes));
  const at = `${changes === 0 ? lastDate : addDays(lastDate, 1)}T18:00:00Z`;
  const script = join(project, 'scripts', 'update.ts');
  const measured = await measureProcess(
    ['--import', 'tsx', script, '--data', data, '--source', sheet, '--at', at],
    runs,
    async () => {
      await rm(data, { recursive: true, force: true });
      await cp(kept, data, { recursive: true });
    },
  );
  await rm(scratch, { recursive: true });
  const isTenfold = schools > 1000;
  return {
    what: `update, ${number(schools)} schools × ${number(days)} days, ${changes === 0 ? 'no change' : `${changes} changes`}`,
    measured,
    limit: isTenfold
      ? `${LIMITS.secondsAtTenfold} s`
      : `${LIMITS.seconds} s, ${LIMITS.megabytes} MB`,
  };
}

/** Node itself, doing nothing: what every figure stands beside. */
export async function bareFigure({ runs }: BenchOptions): Promise<Figure> {
  return {
    what: 'node, doing nothing',
    measured: await measureProcess(['-e', '0'], runs),
    limit: '',
  };
}

/** Megabytes that `npm ci --omit=dev` installs; undefined when it cannot be installed here. */
export async function installMegabytes(project: string): Promise<number | undefined> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-install-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(project, file), join(scratch, file));
  }
  const options = { cwd: scratch, encoding: 'utf8' } as const;
  const installed = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts'], options);
  const size = spawnSync('du', ['-sm', '--apparent-size', 'node_modules'], options);
  await rm(scratch, { recursive: true });
  return installed.status === 0 ? Number.parseInt(size.stdout, 10) : undefined;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
