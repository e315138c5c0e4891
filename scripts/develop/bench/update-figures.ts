import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../domain/time.ts';
import { emptyLedger } from '../../ledger/model.ts';
import { writeLedger } from '../../ledger/store.ts';
import { type BenchOptions, type Figure, inSeconds, type UpdateLimits } from './bench-table.ts';
import { denseLedger } from './dense-ledger.ts';
import { afterFirstRead, LARGE_SHEETS } from './large-sheets.ts';
import { type Measured, type MeasuredCommand, measureInTurns } from './measure.ts';
import { type NodeProgram, projectCommand } from './project-command.ts';

/** The system's own Python comes first: a version manager in between would take time of its own. */
const PYTHONS = ['/usr/bin/python3', 'python3'];
/** What the program that this one replaces spent most of its time on. */
const IMPORT_PANDAS = ['-c', 'import pandas'] as const;

/** The original's own peak beside bare Node's. */
const MOST_MEGABYTES = 125;

interface Size extends UpdateLimits {
  readonly schools: number;
}

const DAYS = 1100;
const CHANGES = 40;
const SIZES: readonly Size[] = [
  {
    schools: 518,
    most: { stripping: 0.85, loading: 1.2 },
    mostMegabytes: MOST_MEGABYTES,
  },
  { schools: 5180, most: { stripping: 1.8, loading: 2.4 } },
];

/**
 * One update on dense ledgers of two sizes and from two large sheets, on each Node, beside bare Node and the import of pandas:
 * all in turns, in one run.
 *
 * @returns a row each; the rows of pandas, and the ratios to it, only where Python has it
 */
export async function updateFigures(options: BenchOptions): Promise<readonly Figure[]> {
  const { nodes, runs } = options;
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
  const pandas = pandasHere();
  const commands: Record<string, MeasuredCommand> = {};
  for (const { version, folder } of nodes) {
    commands[`bare ${version}`] = { program: join(folder, 'node'), args: ['-e', '0'] };
  }
  if (pandas) commands.pandas = { program: pandas.python, args: IMPORT_PANDAS };
  for (const { schools } of SIZES) {
    const prepared = await prepare(options, schools, join(scratch, String(schools)));
    for (const node of nodes) commands[`${schools} ${node.version}`] = prepared(node);
  }
  for (const [name, sheet] of Object.entries(LARGE_SHEETS)) {
    const prepared = await afterFirstRead(options, sheet, CHANGES, join(scratch, name));
    for (const node of nodes) commands[`${name} ${node.version}`] = prepared(node);
  }
  const measured = await measureInTurns(commands, runs);
  await rm(scratch, { recursive: true });
  const row = (name: string, what: string, rest: Partial<Figure> = {}): readonly Figure[] => {
    const figures = measured[name];
    return figures ? [{ what, ...shown(figures), limit: '', ...rest }] : [];
  };
  return [
    ...nodes.flatMap(({ version }) => row(`bare ${version}`, `node ${version}, doing nothing`)),
    ...row('pandas', `\`python3 -c "import pandas"\`, pandas ${pandas?.version}`, { ratio: '1' }),
    ...SIZES.flatMap((size) =>
      nodes.flatMap(({ version }) => {
        const name = `${size.schools} ${version}`;
        const what = `update, ${count(size.schools)} schools × ${count(DAYS)} days, ${CHANGES} changes, node ${version}`;
        return row(name, what, comparison(size, version, measured[name], measured.pandas));
      }),
    ),
    ...Object.entries(LARGE_SHEETS).flatMap(([sheet, { what, limits }]) =>
      nodes.flatMap(({ version }) => {
        const name = `${sheet} ${version}`;
        const update = `update from ${what}, ${CHANGES} changes, node ${version}`;
        return row(name, update, comparison(limits, version, measured[name], measured.pandas));
      }),
    ),
  ];
}

/** The Python of this machine that has pandas, and its version; undefined: none has. */
function pandasHere(): { readonly python: string; readonly version: string } | undefined {
  for (const python of PYTHONS) {
    const args = ['-c', 'import pandas; print(pandas.__version__)'];
    const { status, stdout } = spawnSync(python, args, { encoding: 'utf8' });
    if (status === 0) return { python, version: stdout.trim() };
  }
  return undefined;
}

/** The ledger and the sheet of a size. @returns the update on a fresh copy of it, on a Node */
async function prepare(
  { project, now }: BenchOptions,
  schools: number,
  folder: string,
): Promise<(node: NodeProgram) => MeasuredCommand> {
  const { ledger, sheetWith, lastDate } = denseLedger(schools, DAYS);
  const [kept, data] = [join(folder, 'kept'), join(folder, 'data')];
  await mkdir(kept, { recursive: true });
  await cp(join(project, 'test', 'chicago', 'district.json'), join(kept, 'district.json'));
  await writeLedger(kept, emptyLedger, ledger, { notAfter: now, timeZone: 'America/Chicago' });
  const sheet = join(folder, 'sheet.csv');
  await writeFile(sheet, sheetWith(CHANGES));
  const args = ['--data', data, '--source', sheet, '--at', `${addDays(lastDate, 1)}T18:00:00Z`];
  return (node) => ({
    ...projectCommand(project, 'update', args, node),
    before: async () => {
      await rm(data, { recursive: true, force: true });
      await cp(kept, data, { recursive: true });
    },
  });
}

function comparison(
  { most, mostMegabytes }: UpdateLimits,
  version: string,
  measured: Measured | undefined,
  pandas: Measured | undefined,
): Partial<Figure> {
  if (!measured) return {};
  const mostRatio = stripsTypes(version) ? most.stripping : most.loading;
  const ratio = pandas ? measured.seconds / pandas.seconds : Number.NaN;
  const limits = [`${mostRatio} × pandas`];
  if (mostMegabytes !== undefined) limits.push(`${mostMegabytes} MB`);
  return {
    ...(pandas ? { ratio: ratio.toFixed(2) } : {}),
    limit: limits.join(', '),
    isOver: ratio > mostRatio || measured.megabytes > (mostMegabytes ?? Number.POSITIVE_INFINITY),
  };
}

/** Since 22.18 Node takes TypeScript's types away by itself. */
function stripsTypes(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

const shown = ({ seconds, megabytes }: Measured) => ({
  time: inSeconds(seconds),
  memory: Number.isNaN(megabytes) ? '' : `${megabytes.toFixed(0)} MB`,
});

const count = (value: number) => value.toLocaleString('en-US');
