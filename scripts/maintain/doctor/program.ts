import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitFailure } from '../../github/git.ts';
import { findNewerProgram, versionAt } from '../upgrade/newer-program.ts';
import { originalOf } from '../upgrade/original.ts';
import { type Check, type Diagnosis, good, type Patient, unknown, warning } from './diagnosis.ts';

/** Whether the original has a newer program than this copy. */
export const program: Check = {
  description: 'The program is the newest of the repository that it comes from',
  run: async (patient) => {
    const from = originalOf(await readFile(join(patient.project, 'package.json'), 'utf8'));
    const isOriginal = from.toLowerCase() === patient.settings.repository.toLowerCase();
    return isOriginal ? [good('This is the original')] : [await lag(patient, from)];
  },
};

async function lag({ git }: Patient, from: string): Promise<Diagnosis> {
  try {
    const { newest, base, behind } = await findNewerProgram(git, from);
    if (base === undefined) {
      return unknown(
        `How far this is behind ${from} is not known: none of its commits has the files that this copy began with`,
        'Find the commit that this copy was made from: npm run upgrade -- --base COMMIT',
      );
    }
    if (behind === 0) return good(`Not behind ${from}`);
    const [own, theirs] = [await versionAt(git, 'HEAD'), await versionAt(git, newest)];
    const versions = own === theirs ? `both are ${own}` : `this is ${own}, there it is ${theirs}`;
    return warning(
      `${behind} ${behind === 1 ? 'change' : 'changes'} of the program behind ${from} (${versions})`,
      'Run `npm run upgrade`: it merges and tests them, and your data and schedule stay. Never press “Sync fork” and “Discard commits”: that drops your ledger.',
    );
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return unknown(
      `How far this is behind ${from} is not known: ${error.message}`,
      'Try again when it can be reached.',
    );
  }
}
