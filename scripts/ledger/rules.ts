import type { NounSettings } from '../domain/nouns.ts';

/** The settings that affect reconciling and the guards, a subset of those in `district.json`. */
export interface Rules extends NounSettings {
  /** IANA name of the district's time zone. */
  readonly timeZone: string;
  /** Dates (YYYY-MM-DD) on which the source started to count from zero again, ascending. */
  readonly counterRestarts: readonly string[];
  /** Ids of schools that left the source, so that their absence is not suspicious. */
  readonly gone: readonly string[];
  readonly guards: GuardLimits;
  readonly review: 'held' | 'always';
}

/**
 * The limits under `guards` in the settings. Names say the unit: `…Share` is a share from 0 to 1,
 * `…Hours` are hours, `…Rows` and `…Schools` are numbers of those, the rest are cases.
 */
export interface GuardLimits {
  readonly districtFall: number;
  readonly schoolFall: number;
  readonly fallingSchools: number;
  readonly restartShare: number;
  readonly restartFall: number;
  readonly restartEndShare: number;
  readonly missingShare: number;
  readonly missingSchools: number;
  readonly unknownSchools: number;
  readonly unknownShare: number;
  readonly unknownCases: number;
  readonly renamedSchools: number;
  readonly surgeFactor: number;
  readonly surgeCases: number;
  readonly surgeShare: number;
  readonly schoolSurge: number;
  readonly schoolSurgeShare: number;
  readonly schoolSurgeEnrollment: number;
  readonly unreadableRows: number;
  readonly unreadableShare: number;
  readonly rowsWithoutId: number;
  readonly surgeReleaseHours: number;
  readonly surgeReleaseShare: number;
  readonly fallReleaseHours: number;
  readonly fallReleaseShare: number;
  readonly oldCopyDays: number;
  readonly oldCopyHours: number;
}
