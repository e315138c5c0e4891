import { normalizeName } from '../domain/school-name.ts';
import { matchSchools } from './match-schools.ts';
import type { Ledger } from './model.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';

/** What makes a reading look as if the sheet were another kind of sheet than the settings say. */
export interface MisreadSign {
  readonly code: string;
  /** What was seen, and what it may mean. */
  readonly text: string;
  /** The settings to look at, below `source` in `district.json`. */
  readonly settings: readonly string[];
}

/** What a sign is looked for in: a snapshot, wherever it came from. */
export type SignedReading = Omit<Snapshot, 'bodySha256' | 'address' | 'isSpare'>;

/** Fewer places agree by chance. */
const FEW = 5;
/** From so many cases, and such a share of all, on the own total says something else. */
const OTHER_TOTAL = { cases: 10, share: 0.05 };
/** Of names that stand under several ids. */
const SHARED_NAMES = 0.1;
/** Of places that a ledger with places does not know. */
const STRANGERS = 0.5;

/**
 * Signs of a misread sheet that are no proof of it: what is proof, the source layer refuses, and what
 * is a change, a guard holds.
 */
export function misreadSigns(
  reading: SignedReading,
  schools: Ledger['schools'],
): readonly MisreadSign[] {
  return SIGNS.flatMap((sign) => sign(reading, schools) ?? []);
}

type Sign = (reading: SignedReading, schools: Ledger['schools']) => MisreadSign | undefined;

const COUNTS = ['rows', 'columns.counts'];
const KEYS = ['columns.id', 'columns.name'];

const oneCount: Sign = ({ rows }) => {
  const [first] = rows;
  if (!first || rows.length < FEW || rows.some(({ count }) => count !== first.count)) return;
  const meaning =
    first.count === 0
      ? 'the column may be another one than that of the cases'
      : 'a row may be a place rather than a case, or the column another one';
  return {
    code: 'one-count',
    text: `Every one of ${rows.length} places has ${first.count}: ${meaning}`,
    settings: COUNTS,
  };
};

const sharedNames: Sign = ({ rows, keyedBy }) => {
  if (keyedBy === 'name') return;
  const byName = groupedByName(rows);
  const shared = [...byName.values()].filter((same) => same.length > 1);
  const [first] = shared;
  if (!first || shared.length <= byName.size * SHARED_NAMES) return;
  return {
    code: 'names-with-several-ids',
    text: `${shared.length} of ${byName.size} names stand under several ids, “${first[0]?.name}” under ${first.length}: the id may be a case’s or a row’s`,
    settings: KEYS,
  };
};

const severalNames: Sign = ({ findings }) => {
  const found = findings.find(({ code }) => code === 'id-with-several-names');
  return found && { code: found.code, text: found.message, settings: KEYS };
};

const numberedRows: Sign = ({ rows, keyedBy }) => {
  const ids = rows.map(({ key }) => (key.kind === 'id' ? Number(key.id) : Number.NaN));
  const [first = Number.NaN] = ids;
  const isNumbering = first < 2 && ids.every((id, index) => id === first + index);
  if (keyedBy === 'name' || rows.length < FEW || !isNumbering) return;
  return {
    code: 'ids-number-rows',
    text: `The ids count the rows, ${first} to ${ids.at(-1)}: if they do not stay with their places, one new place makes each of the others another`,
    settings: KEYS,
  };
};

const strangers: Sign = (reading, schools) => {
  const { rows } = reading;
  if (schools.size === 0 || rows.length < FEW) return;
  const known = matchSchools(schools, { ...reading, ...ANY_ORIGIN });
  const unknown = known.filter(({ school, namesake }) => !school && !namesake).length;
  if (unknown <= rows.length * STRANGERS) return;
  return {
    code: 'all-new',
    text: `${unknown} of ${rows.length} places are new to the ledger, which knows ${schools.size}: the column of ids or names may be another one, or hold something that changes with each read`,
    settings: KEYS,
  };
};

/** Where a snapshot came from does not matter to matching. */
const ANY_ORIGIN = { bodySha256: '', address: '', isSpare: false };

const totalAsPlace: Sign = ({ rows }) => {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const parts = rows.filter(({ count }) => count > 0).length - 1;
  const row = rows.find(({ count }) => count > 0 && count * 2 === total);
  if (!row || parts < 2) return;
  return {
    code: 'total-as-place',
    text: `“${nameOf(row)}” has ${row.count}, as many as all other places together: it may be the district’s total`,
    settings: ['totalRow'],
  };
};

const otherTotal: Sign = ({ rows, districtTotal }) => {
  if (districtTotal === null) return;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const difference = Math.abs(districtTotal - total);
  const isOther =
    difference > OTHER_TOTAL.cases &&
    difference > Math.max(districtTotal, total) * OTHER_TOTAL.share;
  if (!isOther) return;
  return {
    code: 'other-total',
    text: `The sheet’s own total says ${districtTotal}, and its places have ${total} together: a column may be missing, or counted that is another`,
    settings: COUNTS,
  };
};

const fewFigures: Sign = ({ rows, notReported, noPlaces }) => {
  const notes = noPlaces.filter(({ kind }) => kind === 'note').length;
  const without = notReported.length + notes;
  if (without < FEW || without <= rows.length) return;
  return {
    code: 'few-figures',
    text: `${without} rows have a name and no figure, ${rows.length} have one: the figures may stand in another column`,
    settings: COUNTS,
  };
};

const datesAsNames: Sign = ({ rows }) => {
  const dated = rows.filter(({ name }) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b/.test(name ?? ''));
  const [first] = dated;
  if (!first || dated.length * 2 <= rows.length) return;
  return {
    code: 'dates-as-names',
    text: `${dated.length} of ${rows.length} places are named like dates, such as “${first.name}”: a row may be a day`,
    settings: ['columns.name', 'columns.date'],
  };
};

const SIGNS: readonly Sign[] = [
  oneCount,
  severalNames,
  sharedNames,
  numberedRows,
  strangers,
  totalAsPlace,
  otherTotal,
  fewFigures,
  datesAsNames,
];

function groupedByName(rows: readonly SnapshotRow[]): ReadonlyMap<string, readonly SnapshotRow[]> {
  const byName = new Map<string, SnapshotRow[]>();
  for (const row of rows) {
    const name = normalizeName(row.name ?? '');
    if (name === '') continue;
    const same = byName.get(name);
    if (same) same.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

function nameOf({ name, key }: SnapshotRow): string {
  return name ?? (key.kind === 'id' ? key.id : key.slug);
}
