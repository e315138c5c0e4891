import { review } from './always-review.ts';
import { districtFall, manyFalls, schoolFall } from './falls.ts';
import type { Guard } from './guard.ts';
import { possibleRename } from './possible-rename.ts';
import { falseRestart, restart } from './restart.ts';
import { rowsWithoutId, unreadableRows } from './rows.ts';
import { disappearances, namesakes, renames, strangers, unreported } from './schools.ts';
import { districtSurge, schoolSurge } from './surges.ts';

/** Every guard, in the order in which a person reads their reasons. */
export const guards: readonly Guard[] = [
  restart,
  falseRestart,
  districtFall,
  manyFalls,
  schoolFall,
  disappearances,
  unreported,
  strangers,
  namesakes,
  possibleRename,
  renames,
  districtSurge,
  schoolSurge,
  rowsWithoutId,
  unreadableRows,
  review,
];
