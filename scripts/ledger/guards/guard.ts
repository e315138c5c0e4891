import type { SchoolId } from '../../domain/school-id.ts';
import type { Ledger } from '../model.ts';
import type { Update } from '../reconcile.ts';
import type { Rules } from '../rules.ts';
import type { Snapshot } from '../snapshot.ts';

/** All that a guard may look at. */
export interface Question {
  readonly ledger: Ledger;
  readonly update: Update;
  readonly snapshot: Snapshot;
  readonly rules: Rules;
}

/** Why an update looks wrong, before it is known since when. */
export interface Suspicion {
  /** The school it is about; absent where it is about the district. */
  readonly schoolId?: SchoolId;
  /** One sentence with the figures. */
  readonly text: string;
  /** Names and ids it rests on beyond the counts: they are part of the hold's key. */
  readonly subjects?: readonly string[];
}

/** Every guard; each language of the site has a sentence for each. */
export type GuardName =
  | 'restart'
  | 'false-restart'
  | 'district-fall'
  | 'school-fall'
  | 'disappearances'
  | 'strangers'
  | 'namesakes'
  | 'renames'
  | 'district-surge'
  | 'school-surge'
  | 'rows-without-id'
  | 'unreadable-rows'
  | 'review';

export interface Guard {
  readonly name: GuardName;
  /** Whether persistence can release it, and by which rule; a person otherwise. */
  readonly releasedAs: 'surge' | 'fall' | null;
  readonly check: (question: Question) => readonly Suspicion[];
}
