import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInstant } from '../domain/time.ts';
import type { SampleRead } from './sample-reads.ts';

/** `2024-11-04T1030Z.csv`: a colon is no part of a file's name everywhere. */
const NAME = /^(\d{4}-\d\d-\d\dT\d\d)(\d\d)Z\.csv$/;

/**
 * The sheets of a sample that keeps each as a file, in order of time.
 *
 * @throws RangeError if a file's name is not an instant: the sample is part of the project
 */
export async function sheetFiles(folder: string): Promise<readonly SampleRead[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const [, hour, minute] = NAME.exec(name) ?? [];
      const at = parseInstant(`${hour}:${minute}:00Z`);
      if (at === undefined) throw new RangeError(`the sample’s sheet "${name}" names no instant`);
      return { at, sheet: await readFile(join(folder, name), 'utf8'), isNewSheet: false };
    }),
  );
}
