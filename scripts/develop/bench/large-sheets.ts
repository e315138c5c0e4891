import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { BenchOptions, UpdateLimits } from './bench-table.ts';
import type { MeasuredCommand } from './measure.ts';
import { type NodeProgram, projectCommand } from './project-command.ts';

/** A sheet that is larger than any known one, of a ledger that has read it once before. */
export interface LargeSheet {
  readonly what: string;
  /** The settings' `source` besides its addresses. */
  readonly source: object;
  /** The sheet, as CSV, in which the first places have one more case each. */
  readonly sheetWith: (changes: number) => string;
  readonly limits: UpdateLimits;
}

const PLACES_OF_CASES = 500;

/** Sheets whose rows, not whose days, are many. */
export const LARGE_SHEETS = {
  cases: {
    what: 'a line list of 100,000 rows',
    limits: { most: { stripping: 1, loading: 1.5 }, mostMegabytes: 200 },
    source: { rows: 'case', columns: { id: 'ID', name: 'Place' } },
    sheetWith: (changes) => {
      const rows = Array.from({ length: 100_000 + changes }, (_, index) => {
        const place = index < 100_000 ? index % PLACES_OF_CASES : index - 100_000;
        return [`Place ${place}`, 1000 + place, index];
      });
      return stringify([['Place', 'ID', 'Case'], ...rows]);
    },
  },
  places: {
    what: 'a table of 52,000 places known by name',
    limits: { most: { stripping: 3.6, loading: 4.2 }, mostMegabytes: 400 },
    source: { columns: { name: 'Place', counts: ['Residents', 'Staff'] } },
    sheetWith: (changes) => {
      const rows = Array.from({ length: 52_000 }, (_, index) => [
        `Place ${index}`,
        (index % 97) + (index < changes ? 1 : 0),
        index % 7,
      ]);
      return stringify([['Place', 'Residents', 'Staff'], ...rows]);
    },
  },
} as const satisfies Readonly<Record<string, LargeSheet>>;

/**
 * Reads a sheet once, so that its places are on record.
 *
 * @param folder into which ledger and sheet go
 * @returns the next update, with a number of changes, on a fresh copy of that ledger, on a Node
 * @throws Error when the first read fails
 */
export async function afterFirstRead(
  { project, nodes }: Pick<BenchOptions, 'project' | 'nodes'>,
  { source, sheetWith }: LargeSheet,
  changes: number,
  folder: string,
): Promise<(node: NodeProgram) => MeasuredCommand> {
  const [kept, data, sheet] = [join(folder, 'kept'), join(folder, 'data'), join(folder, 'sheet')];
  await mkdir(kept, { recursive: true });
  const settings = JSON.parse(
    await readFile(join(project, 'test', 'chicago', 'district.json'), 'utf8'),
  );
  const { addresses } = settings.source;
  const changed = { ...settings, source: { addresses, ...source }, locations: null };
  await writeFile(join(kept, 'district.json'), JSON.stringify(changed));
  await writeFile(sheet, sheetWith(0));
  const update = (dataDir: string, date: string, node: NodeProgram) =>
    projectCommand(
      project,
      'update',
      ['--data', dataDir, '--source', sheet, '--at', `${date}T18:00:00Z`],
      node,
    );
  run(update(kept, '2021-03-01', nodes[0]));
  await writeFile(sheet, sheetWith(changes));
  return (node) => ({
    ...update(data, '2021-03-02', node),
    before: async () => {
      await rm(data, { recursive: true, force: true });
      await cp(kept, data, { recursive: true });
    },
  });
}

function run({ program, args, folder, env }: MeasuredCommand): void {
  const options = { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(`the first read ended with ${status}: ${stdout}${stderr}`);
}
