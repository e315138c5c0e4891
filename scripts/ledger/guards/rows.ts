import { nounsOf } from '../../domain/nouns.ts';
import type { Guard } from './guard.ts';

const SHARE_OF_ROWS = 0.01;

/** Too many rows without a school id: the id column was emptied, or a column moved. */
export const rowsWithoutId: Guard = {
  name: 'rows-without-id',
  releasedAs: null,
  check: ({ snapshot, rules }) => {
    const { rowsWithoutId: rows, rowCount } = snapshot;
    if (rows <= rules.guards.rowsWithoutId || rows <= rowCount * SHARE_OF_ROWS) return [];
    return [
      {
        text: `${rows} of ${rowCount} rows have no ${nounsOf(rules).place} id; ${rules.guards.rowsWithoutId} are usual.`,
        subjects: [String(rows)],
      },
    ];
  },
};

/** Rows with an invalid id or count, which are left out of the counts if a person accepts that. */
export const unreadableRows: Guard = {
  name: 'unreadable-rows',
  releasedAs: null,
  check: ({ snapshot }) =>
    snapshot.unreadable.map((row) => ({
      ...(row.id === undefined ? {} : { schoolId: row.id }),
      text: `Line ${row.line}, column "${row.column}" holds "${row.value}", which is not a valid ${row.what}.`,
      subjects: [`${row.column} ${row.value}`],
    })),
};
