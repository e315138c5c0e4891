import { perPeople, shareOf } from '../rate.ts';

/**
 * The windows over which cases are summed: days, the current school year, or everything on record.
 */
export const WINDOW_NAMES = ['7', '14', '21', 'year', 'all'] as const;
/** One of `WINDOW_NAMES`. */
export type WindowName = (typeof WINDOW_NAMES)[number];

/**
 * New cases; new cases per so many pupils; percent of pupils with at least one dose; fully vaccinated.
 */
export const MEASURES = ['count', 'rate', 'one-dose', 'vaccinated'] as const;
/** One of `MEASURES`. */
export type Measure = (typeof MEASURES)[number];

/**
 * A school, with those keys of `/api/v1/schools.json` that a map needs; null is unknown, never 0.
 */
export interface MapSchool {
  readonly id: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly enrollment: number | null;
  readonly vaccinated_one_dose: number | null;
  readonly vaccinated_complete: number | null;
  readonly new_cases: {
    readonly days_7: number | null;
    readonly days_14: number | null;
    readonly days_21: number | null;
    readonly school_year: number | null;
  };
  readonly total_cases: number | null;
  /** Present where the source has shown no figure of it yet. */
  readonly no_figure_yet?: true | undefined;
}

/** The part of that file that a map reads. */
export interface SchoolsFile {
  readonly as_of: string | null;
  readonly schools: readonly MapSchool[];
}

/** The schools of that file. Cases that were never read or shown are unknown, not 0. */
export function schoolsOf({ as_of, schools }: SchoolsFile): readonly MapSchool[] {
  const new_cases = { days_7: null, days_14: null, days_21: null, school_year: null };
  return schools.map((school) =>
    as_of === null || school.no_figure_yet ? { ...school, new_cases, total_cases: null } : school,
  );
}

/** Which figure of a school is shown: a measure, over a window. */
export interface FigureChoice {
  readonly measure: Measure;
  readonly window: WindowName;
}

/**
 * A school's figure, rounded as it is printed, so that the printed number and its class agree.
 *
 * @param ratePer of how many people rates are
 * @returns cases; cases per `ratePer` people (2 decimals); percent (1 decimal); null: unknown
 */
export function figureOf(
  school: MapSchool,
  { measure, window }: FigureChoice,
  ratePer = 100,
): number | null {
  if (measure === 'count') return casesOf(school, window);
  if (measure === 'rate') {
    return perPeople(casesOf(school, window), school.enrollment, ratePer, 2);
  }
  const pupils = measure === 'one-dose' ? school.vaccinated_one_dose : school.vaccinated_complete;
  return shareOf(pupils, school.enrollment);
}

/** Whether all figures of a measure are whole numbers. */
export function isWhole(measure: Measure): boolean {
  return measure === 'count';
}

/** Whether a measure is about cases, and therefore depends on the window. */
export function isOfCases(measure: Measure): boolean {
  return measure === 'count' || measure === 'rate';
}

function casesOf({ new_cases, total_cases }: MapSchool, window: WindowName): number | null {
  return {
    '7': new_cases.days_7,
    '14': new_cases.days_14,
    '21': new_cases.days_21,
    year: new_cases.school_year,
    all: total_cases,
  }[window];
}
