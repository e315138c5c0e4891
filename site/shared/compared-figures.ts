/** Which figures a comparison shows, where they are not the usual ones. */
export interface ComparedFigures {
  /** The settings name no school year. */
  readonly withoutYear?: true;
  /** How many people there are is unknown everywhere. */
  readonly withoutRate?: true;
  /** Rates are cases per so many people; absent: per 100. */
  readonly ratePer?: number;
}
