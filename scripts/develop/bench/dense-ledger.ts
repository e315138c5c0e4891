import { stringify } from 'csv-stringify/sync';
import { parseSchoolId, type SchoolId } from '../../domain/school-id.ts';
import { addDays, parseInstant, type ReportingDate, reportingDate } from '../../domain/time.ts';
import {
  type CaseLine,
  type DayLine,
  emptyLedger,
  type Ledger,
  type School,
  type UpdateLine,
} from '../../ledger/model.ts';

/** Share of school-days that are not 0 in the district's own history. */
const DENSITY = 0.014;
const FIRST_ID = 600_000;

export interface DenseLedger {
  readonly ledger: Ledger;
  /** The line list that shows exactly what the ledger holds. */
  readonly sheet: string;
  /** The same with a case more at some schools. */
  readonly sheetWith: (changes: number) => string;
  readonly lastDate: ReportingDate;
}

/**
 * A ledger as dense as the real one: the same for the same size, whatever the machine.
 *
 * @param schools how many schools
 * @param days how many reporting dates, the first on 2020-03-07
 */
export function denseLedger(schools: number, days: number): DenseLedger {
  const random = generator(schools * 31 + days);
  const ids = Array.from({ length: schools }, (_, index) => idOf(index));
  const totals = new Map<SchoolId, number>();
  const cases: CaseLine[] = [];
  const dayLines: DayLine[] = [];
  const updates: UpdateLine[] = [];
  let total = 0;
  for (let day = 0; day < days; day += 1) {
    const date = addDays(reportingDate('2020-03-07'), day);
    const changed = ids.filter(() => random() < DENSITY);
    let newCases = 0;
    for (const schoolId of changed) {
      const change = random() < 0.97 ? 1 + Math.floor(random() * 2) : 3;
      const totalCases = (totals.get(schoolId) ?? 0) + change;
      totals.set(schoolId, totalCases);
      cases.push({ date, update: 1, schoolId, newCases: change, totalCases });
      newCases += change;
    }
    total += newCases;
    const at = parseInstant(`${date}T18:00:00Z`) ?? null;
    dayLines.push({
      date,
      firstReadAt: at,
      newCases,
      totalCases: total,
      schoolsChanged: changed.length,
      districtTotal: null,
    });
    if (changed.length > 0 && at !== null) {
      updates.push({
        date,
        update: 1,
        detectedAt: at,
        newCases,
        schoolsChanged: changed.length,
        restarts: 0,
        sourceSha256: 'a'.repeat(64),
      });
    }
  }
  const registry = new Map(ids.map((id, index) => [id, schoolOf(id, index)]));
  return {
    ledger: { ...emptyLedger, schools: registry, cases, updates, days: dayLines },
    sheet: lineList(ids, totals, 0),
    sheetWith: (changes) => lineList(ids, totals, changes),
    lastDate: addDays(reportingDate('2020-03-07'), days - 1),
  };
}

function lineList(
  ids: readonly SchoolId[],
  totals: ReadonlyMap<SchoolId, number>,
  changes: number,
): string {
  const rows = ids.flatMap((id, index) =>
    Array.from({ length: (totals.get(id) ?? 0) + (index < changes ? 1 : 0) }, (_, number) => [
      `School ${index}`,
      id,
      number,
    ]),
  );
  return stringify([['School', 'CPS School ID', 'Case'], ...rows]);
}

function schoolOf(id: SchoolId, index: number): School {
  return {
    id,
    name: `School ${index}`,
    latitude: 41.65 + (index % 97) / 250,
    longitude: -87.9 + (index % 89) / 250,
    enrollment: 300 + (index % 900),
    vaccinatedOneDose: null,
    vaccinatedComplete: null,
    baselineCases: 0,
    aliases: [],
  };
}

function idOf(index: number): SchoolId {
  const id = parseSchoolId(String(FIRST_ID + index));
  if (id === undefined) throw new RangeError(`${index} makes no school id`);
  return id;
}

/** Mulberry32: a small generator that gives the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
