import type { SchoolId } from '../../domain/school-id.ts';
import type { CaseLine, Ledger, UpdateLine } from '../model.ts';
import { type Breach, type Invariant, lineOf } from './invariant.ts';

/** The totals of the lines of a date, or of one of its updates. */
interface Sum {
  newCases: number;
  schools: number;
}

/** An update's figures are the sums of its lines, and every line belongs to an update. */
export const updatesAddUp: Invariant = {
  name: 'updates-add-up',
  description: 'An update’s figures are the sums of its lines; every line belongs to an update',
  check: ({ cases, updates }) => {
    let next = 0;
    for (const [index, update] of updates.entries()) {
      const sum = { newCases: 0, schools: 0 };
      for (let line = cases[next]; line && comesUpTo(line, update); line = cases[next]) {
        if (line.update !== 0) {
          if (line.date !== update.date || line.update !== update.update) return orphan(line, next);
          sum.newCases += line.newCases;
          sum.schools += 1;
        }
        next += 1;
      }
      const breach = compare('updates.csv', index, update, sum);
      if (breach) return breach;
    }
    const left = cases.findIndex((line, index) => index >= next && line.update !== 0);
    const line = cases[left];
    return line && orphan(line, left);
  },
};

function comesUpTo(line: CaseLine, update: UpdateLine): boolean {
  return line.date < update.date || (line.date === update.date && line.update <= update.update);
}

function orphan(line: CaseLine, index: number): Breach {
  const text = `update ${line.update} of ${line.date} is not in updates.csv`;
  const value = String(line.update);
  return { file: 'cases.csv', line: lineOf(index), column: 'update', value, text };
}

/** Updates of a date are numbered 1, 2, … without gaps, and the number of restarts never falls. */
export const updatesNumbered: Invariant = {
  name: 'updates-numbered',
  description: 'Updates of a date are numbered 1, 2, … without gaps, and restarts never fall',
  check: ({ updates }) => {
    for (const [index, line] of updates.entries()) {
      const before = updates[index - 1];
      const expected = before?.date === line.date ? before.update + 1 : 1;
      const place = { file: 'updates.csv', line: lineOf(index) };
      if (line.update !== expected) {
        const text = `update ${line.update} of ${line.date} should be number ${expected}`;
        return { ...place, column: 'update', value: String(line.update), text };
      }
      if (line.restarts < (before?.restarts ?? 0)) {
        const text = `restarts falls from ${before?.restarts} to ${line.restarts}`;
        return { ...place, column: 'restarts', value: String(line.restarts), text };
      }
    }
    return undefined;
  },
};

/**
 * A day's figures are the sums of its lines, and every line belongs to a day that was read. Its total
 * is the one before plus what is new. The first figure of a place that had shown none becomes its
 * baseline and is added to that day's total too, so only the last total is known to be the sum of all
 * baselines and all lines.
 */
export const daysAddUp: Invariant = {
  name: 'days-add-up',
  description: 'A day’s figures are the sums of its lines; every line’s date was read',
  check: ({ schools, cases, days }) => {
    const sums = sumsByDate(cases);
    let baselines = 0;
    for (const school of schools.values()) baselines += school.baselineCases ?? 0;
    let lines = 0;
    let shown = firstBaselines(days);
    for (const [index, day] of days.entries()) {
      const breach = compare('days.csv', index, day, sums.get(day.date));
      if (breach) return breach;
      sums.delete(day.date);
      lines += day.newCases;
      const isLast = index === days.length - 1;
      const fewest = (isLast ? baselines : shown) + lines;
      shown = day.totalCases - lines;
      if (isLast ? day.totalCases !== fewest : day.totalCases < fewest || shown > baselines) {
        const text = `${day.date} has total_cases ${day.totalCases}, but the baselines and all lines up to it make ${isLast || day.totalCases < fewest ? fewest : baselines + lines}`;
        return {
          file: 'days.csv',
          line: lineOf(index),
          column: 'total_cases',
          value: String(day.totalCases),
          text,
        };
      }
    }
    const orphan = cases.findIndex((line) => sums.has(line.date));
    const line = cases[orphan];
    if (!line) return undefined;
    const text = `${line.date} is not in days.csv`;
    return {
      file: 'cases.csv',
      line: lineOf(orphan),
      column: 'reporting_date',
      value: line.date,
      text,
    };
  },
};

/**
 * Imported lines come before everything that was read from the source. A later day without a read has
 * an update: entries of the registry were merged on it.
 */
export const importedFirst: Invariant = {
  name: 'imported-first',
  description: 'Imported lines and days come before everything that was read',
  check: ({ cases, days, updates }) => {
    const firstUpdate = updates[0]?.date;
    const merged = new Set(updates.map(({ date }) => date));
    const firstRead = days.findIndex(({ firstReadAt }) => firstReadAt !== null);
    const lateDay = days.findIndex(
      ({ firstReadAt, date }, index) =>
        firstReadAt === null && firstRead >= 0 && index > firstRead && !merged.has(date),
    );
    const day = days[lateDay];
    if (day) {
      const text = `${day.date} has no first_read_at and no update, but an earlier day was read`;
      return { file: 'days.csv', line: lineOf(lateDay), column: 'first_read_at', value: '', text };
    }
    const imported = new Set(days.filter((d) => d.firstReadAt === null).map((d) => d.date));
    const late = cases.findIndex(
      (line) =>
        line.update === 0 &&
        (!imported.has(line.date) || (firstUpdate !== undefined && line.date > firstUpdate)),
    );
    const line = cases[late];
    if (!line) return undefined;
    const text = `an imported line (update 0) of ${line.date}, which was not imported`;
    return { file: 'cases.csv', line: lineOf(late), column: 'update', value: '0', text };
  },
};

/** What the baselines held on the first day. */
function firstBaselines([first]: Ledger['days']): number {
  return first ? first.totalCases - first.newCases : 0;
}

function sumsByDate(cases: readonly CaseLine[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  const lastSeen = new Map<SchoolId, string>();
  let sum: Sum = { newCases: 0, schools: 0 };
  let date = '';
  for (const line of cases) {
    if (line.date !== date) {
      date = line.date;
      sum = { newCases: 0, schools: 0 };
      sums.set(date, sum);
    }
    sum.newCases += line.newCases;
    if (lastSeen.get(line.schoolId) === date) continue;
    lastSeen.set(line.schoolId, date);
    sum.schools += 1;
  }
  return sums;
}

function compare(
  file: string,
  index: number,
  line: Ledger['days'][number] | Ledger['updates'][number],
  sum: Sum | undefined,
): Breach | undefined {
  const place = { file, line: lineOf(index) };
  const [newCases, schools] = [sum?.newCases ?? 0, sum?.schools ?? 0];
  const where = 'update' in line ? `update ${line.update} of ${line.date}` : line.date;
  if ('update' in line && schools === 0) {
    return { ...place, value: where, text: `${where} has no lines in cases.csv` };
  }
  if (line.newCases !== newCases) {
    const text = `${where} has new_cases ${line.newCases}, but its lines add up to ${newCases}`;
    return { ...place, column: 'new_cases', value: String(line.newCases), text };
  }
  if (line.schoolsChanged !== schools) {
    const text = `${where} has schools_changed ${line.schoolsChanged}, but its lines name ${schools}`;
    return { ...place, column: 'schools_changed', value: String(line.schoolsChanged), text };
  }
  return undefined;
}
