import { createHash } from 'node:crypto';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { knownPlaces } from '../../scripts/ledger/match-schools.ts';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import type { Settings } from '../../scripts/settings/schema.ts';
import { openBody } from '../../scripts/source/open-body.ts';
import { parseSnapshot } from '../../scripts/source/parse-snapshot.ts';
import type { Acceptance } from '../../scripts/update/accept-update.ts';
import { planUpdate, type UpdatePlan } from '../../scripts/update/plan-update.ts';
import { instant, settingsOf, World, world } from '../world.ts';
import { type NewCases, orangeCountyRows } from './real-series.ts';

/** A sheet as it is published: its header, and rows of cells. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A way in which a district publishes its counts. */
export interface Shape {
  readonly source: Readonly<Record<string, unknown>>;
  /** What the sheet holds at the end of a day. */
  readonly sheet: (date: string) => Sheet;
}

const rows = orangeCountyRows;

/** New cases by day, kind of person and school: a row each, as the real sheet has them. */
const list: Shape = {
  source: { counts: 'new', columns: { name: 'location', date: 'date', counts: ['count'] } },
  sheet: (date) => ({
    header: ['date', 'type', 'location', 'count'],
    rows: until(date).map((row) => [row.date, row.type, row.location, row.count]),
  }),
};

/** Running totals of all schools, with an id and a column for each kind of person. */
const table: Shape = {
  source: { columns: { id: 'ID', name: 'School', counts: ['Students', 'Staff'] } },
  sheet: (date) => {
    const students = totals(date, (type) => type === 'Student');
    const staff = totals(date, (type) => type !== 'Student');
    const names = [...new Set(rows().map(({ location }) => location))].sort();
    return {
      header: ['ID', 'School', 'Students', 'Staff'],
      rows: names.map((name, index) => [
        String(4001 + index),
        name,
        String(students.get(name) ?? 0),
        String(staff.get(name) ?? 0),
      ]),
    };
  },
};

/** Running totals of each school from its first case, by name. */
const first: Shape = {
  source: { columns: { name: 'School', counts: ['Cases'] } },
  sheet: (date) => ({
    header: ['School', 'Cases'],
    rows: [...totals(date, () => true)].map(([name, count]) => [name, String(count)]).sort(),
  }),
};

export const SHAPES = { list, table, first } as const;

function until(date: string): readonly NewCases[] {
  return rows().filter((row) => row.date <= date);
}

function totals(date: string, isCounted: (type: string) => boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type, location, count } of until(date)) {
    if (isCounted(type)) counts.set(location, (counts.get(location) ?? 0) + Number(count));
  }
  return counts;
}

export function textOf({ header, rows }: Sheet): string {
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads a sheet as a run would, from its text on. */
async function snapshotOfText(w: World, text: string): Promise<Snapshot> {
  const { settings } = w;
  const opened = await openBody(new TextEncoder().encode(text), 'sheet.csv');
  const parsed = await parseSnapshot(opened, {
    settings: settings.source,
    district: { name: settings.name, languages: settings.site.languages },
    known: knownPlaces(w.ledger),
    ignore: settings.ignore,
    limits: settings.guards,
    allowEmpty: false,
  });
  const bodySha256 = createHash('sha256').update(text).digest('hex');
  return { ...parsed, bodySha256, address: 'https://a.example/sheet.csv', isSpare: false };
}

async function planOfText(
  w: World,
  date: string,
  text: string,
  accept?: Acceptance,
): Promise<UpdatePlan> {
  const snapshot = await snapshotOfText(w, text);
  return planUpdate(w.opened(date), snapshot, { at: instant(date), accept });
}

/** What comes of a read: how it is refused, for which reasons it is held, or what is published. */
export async function outcomeOf(w: World, date: string, text: string): Promise<string> {
  try {
    const plan = await planOfText(w, date, text);
    if (plan.kind !== 'held') return plan.kind;
    return [...new Set(plan.hold.reasons.map(({ guard }) => guard))].join(' ');
  } catch (error) {
    if (error instanceof Refusal) return `refused: ${error.code}`;
    throw error;
  }
}

/** A ledger that has read the undamaged sheet on each of these days, with somebody who accepts it. */
export async function readOn(shape: Shape, dates: readonly string[]): Promise<World> {
  let w = world(
    settingsOf({ source: shape.source } satisfies Partial<Record<keyof Settings, unknown>>),
  );
  for (const date of dates) {
    const plan = await planOfText(w, date, textOf(shape.sheet(date)), { digest: null });
    if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`${date} is ${plan.kind}`);
    w = new World(plan.ledger, w.settings);
  }
  return w;
}
