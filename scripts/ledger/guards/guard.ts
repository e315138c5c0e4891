import type { SchoolId } from '../../domain/school-id.ts';
import type { Ledger } from '../model.ts';
import type { Update } from '../reconcile.ts';
import type { Rules } from '../rules.ts';
import type { Snapshot } from '../snapshot.ts';

/** Everything that a guard may look at. */
export interface Question {
  readonly ledger: Ledger;
  readonly update: Update;
  readonly snapshot: Snapshot;
  readonly rules: Rules;
  /** Unknown schools that the configured locations know; absent: they were not asked. */
  readonly located?: ReadonlySet<SchoolId>;
}

/** Why an update looks wrong; `judge` adds since when. */
export interface Suspicion {
  /** The school it is about; absent if it is about the district. */
  readonly schoolId?: SchoolId;
  /** One sentence with the figures. */
  readonly text: string;
  /** Names and ids that it rests on besides the counts; they become part of the hold's key. */
  readonly subjects?: readonly string[];
}

/** The names of all guards; every language of the site has a sentence for each. */
export type GuardName =
  | 'restart'
  | 'false-restart'
  | 'district-fall'
  | 'school-fall'
  | 'many-falls'
  | 'disappearances'
  | 'unreported'
  | 'strangers'
  | 'namesakes'
  | 'renames'
  | 'possible-rename'
  | 'district-surge'
  | 'school-surge'
  | 'rows-without-id'
  | 'unreadable-rows'
  | 'review';

/** A rule that can hold an update until a person looks at it or the reason persists. */
export interface Guard {
  readonly name: GuardName;
  /** The rule by which persistence releases it; null: only a person can. */
  readonly releasedAs: 'surge' | 'school-surge' | 'fall' | null;
  /** Returns a suspicion for everything that looks wrong; empty if nothing does. */
  readonly check: (question: Question) => readonly Suspicion[];
}
