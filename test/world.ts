import { createHash } from 'node:crypto';
import { cumulativeCount } from '../scripts/domain/count.ts';
import { parseSchoolId, type SchoolId } from '../scripts/domain/school-id.ts';
import { judge, type Verdict } from '../scripts/ledger/judge.ts';
import { emptyLedger, type Ledger, type School } from '../scripts/ledger/model.ts';
import { reconcile, type Update } from '../scripts/ledger/reconcile.ts';
import type { Snapshot } from '../scripts/ledger/snapshot.ts';
import { ledgerChanges } from '../scripts/ledger/store.ts';
import { type Settings, settingsSchema } from '../scripts/settings/schema.ts';
import { planUpdate, type UpdatePlan } from '../scripts/update/plan-update.ts';
import type { World as OpenWorld } from '../scripts/update/world.ts';
import { type Instant, parseInstant } from '../site/shared/time.ts';

/** Counts by school id (or by name where the source knows names); a pair gives the label too. */
export type Counts = Readonly<Record<string, number | readonly [count: number, name: string]>>;

/** Settings of a small district, for tests; `changes` replace whole keys. */
export function settingsOf(changes: Readonly<Record<string, unknown>> = {}): Settings {
  const source = typeof changes.source === 'object' ? changes.source : {};
  return settingsSchema.parse({
    name: 'Prairie Falls Schools',
    timeZone: 'America/Chicago',
    counted: { singular: 'case', plural: 'cases' },
    schoolYears: [{ name: '2020–21', firstDay: '2020-09-08' }],
    map: { bounds: { south: 41, west: -89, north: 43, east: -87 } },
    site: { title: 'Prairie Falls', languages: ['en', 'es'], url: 'https://example.org/tracker/' },
    repository: 'https://github.com/example/tracker',
    feedAuthority: 'example.org,2020',
    ...changes,
    source: { addresses: ['https://example.org/sheet.csv'], columns: COLUMNS, ...source },
  });
}

/** As Chicago's settings name the columns of its three generations of sheets. */
const COLUMNS = {
  id: '/^(CPS School ID|SchoolID)$/',
  name: '/^School(Name)?$/',
  counts: ['/^(Q\\d|Summer) SY\\d\\d$/', '/^TotalCaseCount$/'],
};

/** A snapshot of a table of places known by names; of places known by ids. */
export const TABLE_BY_NAME = { rowKind: 'place', keyedBy: 'name' } as const;
export const TABLE_BY_ID = { rowKind: 'place', keyedBy: 'id' } as const;

/** A snapshot of these counts; what is not named is as in an ordinary read. */
export function snapshotOf(counts: Counts, changes: Partial<Snapshot> = {}): Snapshot {
  const rows = Object.entries(counts).map(([key, shown], index) => {
    const [count, name] = typeof shown === 'number' ? [shown, null] : shown;
    return {
      key:
        changes.keyedBy === 'name'
          ? { kind: 'name' as const, slug: schoolId(key.toLowerCase().replaceAll(' ', '-')) }
          : { kind: 'id' as const, id: schoolId(key) },
      name: changes.keyedBy === 'name' ? key : name,
      count: cumulativeCount(count) ?? fail(`${count} is not a count`),
      line: index + 2,
    };
  });
  return {
    rowKind: 'case',
    keyedBy: 'id',
    rows,
    notReported: [],
    noPlaces: [],
    rowCount: rows.reduce((sum, row) => sum + row.count, 0),
    rowsWithoutId: 0,
    unreadable: [],
    ignored: [],
    districtTotal: null,
    bodySha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    address: 'https://example.org/sheet.csv',
    isSpare: false,
    findings: [],
    ...changes,
  };
}

/** A small world built by methods: schools, then reads in order of time, each published. */
export function world(settings: Settings = settingsOf()) {
  return new World(emptyLedger, settings);
}

export class World {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly last: Update | undefined;

  constructor(ledger: Ledger, settings: Settings, last?: Update) {
    this.ledger = ledger;
    this.settings = settings;
    this.last = last;
  }

  /** A school of the registry with a baseline. */
  school(id: string, baselineCases = 0, facts: Partial<School> = {}): World {
    const school: School = {
      id: schoolId(id),
      name: id.toUpperCase(),
      latitude: null,
      longitude: null,
      enrollment: null,
      vaccinatedOneDose: null,
      vaccinatedComplete: null,
      baselineCases,
      aliases: [],
      ...facts,
    };
    const schools = [...this.ledger.schools, [school.id, school] as const];
    const sorted = new Map(schools.sort((a, b) => (a[0] < b[0] ? -1 : 1)));
    return new World({ ...this.ledger, schools: sorted }, this.settings);
  }

  /** The settings from now on. */
  declares(changes: Readonly<Record<string, unknown>>): World {
    return new World(
      this.ledger,
      settingsSchema.parse({ ...this.settings, ...changes }),
      this.last,
    );
  }

  /**
   * One read that is published whatever the guards say.
   *
   * @param when a date (18:00 UTC is meant) or an instant
   */
  reads(when: string, counts: Counts, changes: Partial<Snapshot> = {}): World {
    const update = this.reconciles(when, snapshotOf(counts, changes));
    return new World(update.after, this.settings, update);
  }

  reconciles(when: string, snapshot: Snapshot): Update {
    return reconcile(this.ledger, snapshot, instant(when), this.settings);
  }

  /** The same as a run opens it, with the files that it would have read. */
  opened(now = '2021-04-01'): OpenWorld {
    const { ledger, settings } = this;
    const settingsText = JSON.stringify(settings);
    const texts = new Map<string, string>();
    for (const [name, text] of ledgerChanges(texts, emptyLedger, ledger))
      texts.set(name, text ?? '');
    return { dataDir: '', now: instant(now), settings, settingsText, ledger, texts };
  }

  /** What a read would do; nothing is published. */
  plans(when: string, counts: Counts, changes: Partial<Snapshot> = {}): UpdatePlan {
    const options = { at: instant(when), accept: undefined };
    return planUpdate(this.opened(when), snapshotOf(counts, changes), options);
  }

  /** What the guards say to a read; nothing is published. */
  judges(when: string, counts: Counts, changes: Partial<Snapshot> = {}): Verdict {
    const snapshot = snapshotOf(counts, changes);
    const update = this.reconciles(when, snapshot);
    return judge({ ledger: this.ledger, update, snapshot, rules: this.settings });
  }

  /** The hold that this read would write into `held.json`, put into the ledger. */
  holds(when: string, counts: Counts, changes: Partial<Snapshot> = {}): World {
    const verdict = this.judges(when, counts, changes);
    if (verdict.kind !== 'held')
      throw new Error(`the read of ${when} is ${verdict.kind}, not held`);
    return new World({ ...this.ledger, held: verdict.hold }, this.settings);
  }
}

/** A date means 18:00 UTC of that day: the same date in Chicago. */
export function instant(when: string): Instant {
  const text = when.length === 10 ? `${when}T18:00:00Z` : when;
  return parseInstant(text) ?? fail(`${when} is not an instant`);
}

export function schoolId(text: string): SchoolId {
  return parseSchoolId(text) ?? fail(`${text} is no school id`);
}

function fail(message: string): never {
  throw new Error(message);
}

/** For GitHub's API: tests do not wait as a scheduled run does. */
export const HURRIED = { secondMilliseconds: 10 } as const;
