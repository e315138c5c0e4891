import type { SchoolId } from '../domain/school-id.ts';
import type { Instant, ReportingDate } from '../domain/time.ts';

/** A school of the registry; null is unknown, never 0. */
export interface School {
  readonly id: SchoolId;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly enrollment: number | null;
  readonly vaccinatedOneDose: number | null;
  readonly vaccinatedComplete: number | null;
  /** Cases its total holds besides its lines; negative where an import did not add up. */
  readonly baselineCases: number;
  /** Former names, and `id:…` for ids learnt later. */
  readonly aliases: readonly string[];
}

/** A school's change in one update; imported lines have update 0. */
export interface CaseLine {
  readonly date: ReportingDate;
  readonly update: number;
  readonly schoolId: SchoolId;
  /** Never 0. Negative: a correction. */
  readonly newCases: number;
  /** All-time total after this update, baseline included. */
  readonly totalCases: number;
}

export interface UpdateLine {
  readonly date: ReportingDate;
  /** 1, 2, … within its date. */
  readonly update: number;
  readonly detectedAt: Instant;
  readonly newCases: number;
  readonly schoolsChanged: number;
  /** Declared counter restarts on or before its date, as it counted. */
  readonly restarts: number;
  readonly sourceSha256: string;
}

/** A reporting date on which the source was read. */
export interface DayLine {
  readonly date: ReportingDate;
  /** null for imported days. */
  readonly firstReadAt: Instant | null;
  readonly newCases: number;
  /** All-time total of the district at the end of the day, baselines included. */
  readonly totalCases: number;
  /** Schools with any line that day, also when they cancel out. */
  readonly schoolsChanged: number;
  /** The district's own published total, where it is read. */
  readonly districtTotal: number | null;
}

export interface RenameLine {
  readonly renamedAt: Instant;
  readonly schoolId: SchoolId;
  readonly oldName: string;
  readonly newName: string;
}

export const NOTICE_KINDS = [
  'held',
  'released',
  'accepted',
  'restart',
  'correction',
  'definition',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface NoticeLine {
  readonly noticedAt: Instant;
  readonly kind: NoticeKind;
  readonly date: ReportingDate | null;
  readonly schoolId: SchoolId | null;
  /** null: the template's own words. */
  readonly text: string | null;
}

/** All history. Every list is sorted as its file is: schools by id, the others by time. */
export interface Ledger {
  readonly schools: ReadonlyMap<SchoolId, School>;
  readonly cases: readonly CaseLine[];
  readonly updates: readonly UpdateLine[];
  readonly days: readonly DayLine[];
  readonly renames: readonly RenameLine[];
  readonly notices: readonly NoticeLine[];
  readonly held: Hold | null;
  readonly failing: ReadFailure | null;
  readonly cadence: Cadence | null;
}

/** Why an update waits. `guard` names the rule, `schoolId` the school where it is about one. */
export interface HoldReason {
  readonly guard: string;
  readonly schoolId: SchoolId | null;
  /** One sentence for a person, with the figures. */
  readonly text: string;
  /** First good read since which this reason was found at every later one. */
  readonly since: Instant;
}

/** `held.json`: the present hold. */
export interface Hold {
  /** The counts digest with the reasons, names and ids included, hashed. */
  readonly key: string;
  readonly countsDigest: string;
  readonly reasons: readonly HoldReason[];
  readonly checkedAt: Instant;
  /** The key that a person declined by closing its request. */
  readonly declined: string | null;
}

/** `failing.json`: the present failure to read. */
export interface ReadFailure {
  readonly cause: string;
  readonly since: Instant;
  readonly checkedAt: Instant;
}

/** How far apart reads are, in whole minutes. */
export interface ReadGaps {
  readonly medianMinutes: number;
  /** 95 of 100 gaps are at most this long (nearest rank). */
  readonly p95Minutes: number;
  readonly longestMinutes: number;
}

/** `cadence.json`: how often the source was really read, beside how often it is asked for. */
export interface Cadence extends ReadGaps {
  readonly measuredAt: Instant;
  /** The days up to then that were looked at. */
  readonly days: number;
  /** Successful runs in those days. */
  readonly reads: number;
  /** What the schedule's lines ask for, as if every run came on time. */
  readonly requested: ReadGaps & { readonly lines: readonly string[] };
}

export const emptyLedger: Ledger = {
  schools: new Map(),
  cases: [],
  updates: [],
  days: [],
  renames: [],
  notices: [],
  held: null,
  failing: null,
  cadence: null,
};
