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
  /**
   * Cases in its total that no line accounts for; negative where an import did not add up. null while
   * the source has shown no figure for it: the first one becomes the baseline.
   */
  readonly baselineCases: number | null;
  /** Former names, and `id:…` for an id learnt later. */
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

/** One read of the source that changed at least one count: a line of `updates.csv`. */
export interface UpdateLine {
  readonly date: ReportingDate;
  /** 1, 2, … within its date. */
  readonly update: number;
  readonly detectedAt: Instant;
  readonly newCases: number;
  readonly schoolsChanged: number;
  /** How many counter restarts were declared on or before its date when it was counted. */
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

/** A change of a school's label in the source: a line of `renames.csv`. */
export interface RenameLine {
  readonly renamedAt: Instant;
  readonly schoolId: SchoolId;
  readonly oldName: string;
  readonly newName: string;
}

/** What a notice can be about; the words of each kind are in the site's languages. */
export const NOTICE_KINDS = [
  'held',
  'released',
  'accepted',
  'restart',
  'outage',
  'correction',
  'definition',
] as const;
/** One of `NOTICE_KINDS`. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that readers should know about the record: a line of `notices.csv`. */
export interface NoticeLine {
  readonly noticedAt: Instant;
  readonly kind: NoticeKind;
  /** The day it is about, which may lie ahead; null: no particular day. */
  readonly date: ReportingDate | null;
  /** The school it is about; null: the whole district. */
  readonly schoolId: SchoolId | null;
  /** null: the standard words for its kind. */
  readonly text: string | null;
}

/** What a line of `posts.csv` can say about a channel, or about one of its posts. */
export const POST_STATES = ['on', 'off', 'sending', 'sent', 'failed', 'unclear'] as const;
/**
 * One of `POST_STATES`. `on` and `off` are about a channel: from when on dates are posted there. The
 * others are about one post: `sending` is written before it is sent, where sending it twice would
 * show it twice; `failed` if it certainly was not posted, `unclear` if nobody can know.
 */
export type PostState = (typeof POST_STATES)[number];

/** What happened to a channel or to one of its posts: a line of `posts.csv`. */
export interface PostLine {
  readonly recordedAt: Instant;
  /** Its key under `channels` in the settings. */
  readonly channel: string;
  readonly state: PostState;
  /** Two letters; null for `on` and `off`, as are the date and the update. */
  readonly language: string | null;
  readonly date: ReportingDate | null;
  /** null: the post is about the whole date. */
  readonly update: number | null;
  /** Where the post is, or why it is not; null: nothing to say. */
  readonly detail: string | null;
}

/**
 * The complete record. Lists are sorted like their files: schools by id, everything else by time.
 */
export interface Ledger {
  readonly schools: ReadonlyMap<SchoolId, School>;
  readonly cases: readonly CaseLine[];
  readonly updates: readonly UpdateLine[];
  readonly days: readonly DayLine[];
  readonly renames: readonly RenameLine[];
  readonly notices: readonly NoticeLine[];
  readonly posts: readonly PostLine[];
  readonly held: Hold | null;
  readonly failing: ReadFailure | null;
  readonly oldCopy: OldCopy | null;
  readonly cadence: Cadence | null;
}

/** Why an update is held. `guard` names the rule, `schoolId` the school if it is about one. */
export interface HoldReason {
  readonly guard: string;
  readonly schoolId: SchoolId | null;
  /** One sentence for a person, with the figures. */
  readonly text: string;
  /** The first of an unbroken series of good reads that all found this reason. */
  readonly since: Instant;
}

/** The current hold, stored in `held.json`. */
export interface Hold {
  /** A hash of the counts digest and the reasons, with the names and ids that they rest on. */
  readonly key: string;
  readonly countsDigest: string;
  readonly reasons: readonly HoldReason[];
  readonly checkedAt: Instant;
  /** The key that a person declined by closing its request. */
  readonly declined: string | null;
  /** Ids that may have been other places', of which a person has said that they are not. */
  readonly apart: readonly SchoolId[];
}

/** The current series of failed reads, stored in `failing.json`. */
export interface ReadFailure {
  readonly cause: string;
  readonly since: Instant;
  readonly checkedAt: Instant;
}

/** `old-copy.json`: the source shows the counts of an earlier update again. */
export interface OldCopy {
  readonly countsDigest: string;
  /** The first read that showed them; they are news once they last. */
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

/** How often the source was really read, compared with its schedule; stored in `cadence.json`. */
export interface Cadence extends ReadGaps {
  readonly measuredAt: Instant;
  /** How many days up to then were examined. */
  readonly days: number;
  /** Successful runs in those days. */
  readonly reads: number;
  /** What the schedule's cron lines would give if every run started on time. */
  readonly requested: ReadGaps & { readonly lines: readonly string[] };
}

/** The ledger of a district that was never read. */
export const emptyLedger: Ledger = {
  schools: new Map(),
  cases: [],
  updates: [],
  days: [],
  renames: [],
  notices: [],
  posts: [],
  held: null,
  failing: null,
  oldCopy: null,
  cadence: null,
};
