import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchoolId } from '../../domain/school-id.ts';
import type { ReportingDate } from '../../domain/time.ts';
import { emptyLedger } from '../../ledger/model.ts';
import { writeLedger } from '../../ledger/store.ts';
import type { BenchOptions } from './bench-table.ts';
import { denseLedger } from './dense-ledger.ts';

export interface DenseFolder {
  /** The caller removes it. */
  readonly scratch: string;
  /** The ledger's folder in it. */
  readonly data: string;
  /** One of its schools. */
  readonly schoolId: SchoolId | undefined;
  readonly lastDate: ReportingDate;
}

/** A dense ledger with the project's settings in a folder of its own. */
export async function denseFolder(
  { project, now }: Pick<BenchOptions, 'project' | 'now'>,
  schools: number,
  dates: number,
): Promise<DenseFolder> {
  const scratch = await mkdtemp(join(tmpdir(), 'tracker-bench-'));
  const data = join(scratch, 'data');
  await mkdir(data);
  await cp(join(project, 'test', 'chicago', 'district.json'), join(data, 'district.json'));
  const { ledger, lastDate } = denseLedger(schools, dates);
  await writeLedger(data, emptyLedger, ledger, { notAfter: now, timeZone: 'America/Chicago' });
  return { scratch, data, schoolId: [...ledger.schools.keys()][0], lastDate };
}
