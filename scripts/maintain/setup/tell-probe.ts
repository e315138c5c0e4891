import type { Snapshot } from '../../ledger/snapshot.ts';
import type { Probe } from './probe-source.ts';

const SCHOOLS_SHOWN = 5;

const ROWS: Readonly<Record<Snapshot['rowKind'], string>> = {
  case: 'a line list',
  place: 'a table of places',
  'place-and-day': 'rows of places and days',
};

/** What was read from a sheet, for a person to compare with what they see in it. */
export function probeText(probe: Probe): string {
  if (probe.kind === 'unknown-columns') {
    return [
      'The sheet can be read, but its columns have unexpected names:',
      ...probe.header.map((name) => `  "${name}"`),
    ].join('\n');
  }
  const { snapshot } = probe;
  const total = snapshot.rows.reduce((sum, { count }) => sum + count, 0);
  const most = [...snapshot.rows].sort((a, b) => b.count - a.count).slice(0, SCHOOLS_SHOWN);
  return [
    `Understood as ${ROWS[snapshot.rowKind]}: ${snapshot.rowCount} rows, ${snapshot.rows.length} schools, ${total} cases.`,
    'The schools with most of them:',
    ...most.map((row) => `  ${String(row.count).padStart(6)}  ${row.name ?? ''} (${keyOf(row)})`),
    ...snapshot.findings.map(({ message }) => `Note: ${message}`),
    ...unreadable(snapshot),
  ].join('\n');
}

function keyOf({ key }: Snapshot['rows'][number]): string {
  return key.kind === 'id' ? key.id : `known by name, as ${key.slug}`;
}

function unreadable({ unreadable }: Snapshot): readonly string[] {
  return unreadable.map(
    ({ line, column, value, what }) =>
      `Line ${line} cannot be read: "${value}" under "${column}" is not a ${what}.`,
  );
}
