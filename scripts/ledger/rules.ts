/** The settings that reconciling counts by; `district.json` satisfies it. */
export interface Rules {
  /** IANA name. */
  readonly timeZone: string;
  /** Dates on which the source was seen to count from zero again, ascending. */
  readonly counterRestarts: readonly string[];
  /** Ids of schools that left the source: absent is not missing. */
  readonly gone: readonly string[];
  readonly guards: GuardLimits;
  readonly review: 'held' | 'always';
}

/** The settings' `guards`: cases, schools, rows, shares (0 to 1) and hours. */
export interface GuardLimits {
  readonly districtFall: number;
  readonly schoolFall: number;
  readonly restartShare: number;
  readonly restartFall: number;
  readonly missingShare: number;
  readonly missingSchools: number;
  readonly unknownSchools: number;
  readonly renamedSchools: number;
  readonly surgeFactor: number;
  readonly surgeCases: number;
  readonly schoolSurge: number;
  readonly unreadableRows: number;
  readonly unreadableShare: number;
  readonly rowsWithoutId: number;
  readonly surgeReleaseHours: number;
  readonly surgeReleaseShare: number;
  readonly fallReleaseHours: number;
  readonly fallReleaseShare: number;
}
