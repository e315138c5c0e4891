import { rateOf, shareOf } from '../../../site/shared/rate.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { capital } from '../../../site/shared/words/nouns.ts';
import { nounIn } from '../../domain/nouns.ts';
import { daysBetween } from '../../domain/time.ts';
import type { School } from '../../ledger/model.ts';
import { daysNotRead, WINDOWS } from '../../ledger/rolling-window.ts';
import { formerNames } from '../../ledger/school-aliases.ts';
import { hasFigure, type SiteData } from '../site-data.ts';
import { NO_FIGURE, windowSums } from './window-figures.ts';

const [, TWO_WEEKS = 14, THREE_WEEKS = 21] = WINDOWS;

/** A fact with its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A school nearby. */
export interface NearbySchool {
  readonly name: string;
  /** Its page, below the edition's folder. */
  readonly path: string;
  readonly distance: string;
  /** New cases of its last 14 days. */
  readonly recent: string;
}

/**
 * What is known of a school besides its cases. What is unknown is named as such, not given as 0; what
 * is known of no school is left out.
 */
export function schoolFacts(data: SiteData, school: School, text: Language): readonly Fact[] {
  const { known, ledger } = data;
  const sheetName = ledger.schools.get(school.id)?.name ?? school.name;
  const former = formerNames(school);
  const pupils = pupilsOf(school);
  return [
    { name: text.school.id, value: school.id },
    ...(sheetName === school.name ? [] : [{ name: text.school.sheetName, value: sheetName }]),
    ...(known.people
      ? [
          {
            name: text.school.enrollment,
            value: pupils === null ? text.school.unknown : text.number(pupils),
          },
        ]
      : []),
    ...(known.vaccination
      ? [
          { name: text.school.oneDose, value: shareText(school.vaccinatedOneDose, pupils, text) },
          {
            name: text.school.fullyVaccinated,
            value: shareText(school.vaccinatedComplete, pupils, text),
          },
        ]
      : []),
    ...areaFact(data, school, text),
    ...(former.length > 0 ? [{ name: text.school.formerly, value: former.join('; ') }] : []),
  ];
}

/** The area that it lies in, under what the settings call such areas; none outside of all of them. */
function areaFact({ areaOf, settings }: SiteData, { id }: School, text: Language): readonly Fact[] {
  const { areas } = settings.map;
  const value = areaOf.get(id);
  if (areas === null || value === undefined) return [];
  const noun = nounIn(areas.noun, settings, text.lang)?.singular ?? text.school.area;
  return [{ name: capital(noun), value }];
}

/**
 * New cases per 100 pupils, or as many people as the settings say, in words.
 *
 * @param ratePer of how many people the rate is
 * @param cases new cases of the last 14 days
 * @returns empty where pupils are unknown, or more cases were taken back than added
 */
export function rateWords(
  { enrollment }: School,
  cases: number,
  ratePer: number,
  text: Language,
): string {
  const rate = rateOf(cases, enrollment, ratePer);
  return rate === null ? '' : `${text.school.rate(text.number(rate))} ${text.school.smallNumbers}`;
}

/** The five nearest schools, nearest first; none where the school's place is unknown. */
export function neighboursOf(
  data: SiteData,
  school: School,
  text: Language,
): readonly NearbySchool[] {
  return (data.nearest.get(school.id) ?? []).map((neighbour) => ({
    name: neighbour.school.name,
    path: `schools/${neighbour.school.id}/`,
    distance: text.school.miles(Math.round(neighbour.miles * 10) / 10),
    recent: hasFigure(data, neighbour.school)
      ? text.number(windowSums(data, neighbour.school)[WINDOWS.indexOf(TWO_WEEKS)] ?? 0)
      : NO_FIGURE,
  }));
}

/**
 * How many of the last 21 days were not read, in words; days before the record do not count.
 *
 * @returns empty where there are none
 */
export function unreadWords({ ledger, lastDay }: SiteData, text: Language): string {
  const first = ledger.days[0];
  if (!first || !lastDay) return '';
  const length = Math.min(THREE_WEEKS, daysBetween(first.date, lastDay.date) + 1);
  const unread = daysNotRead(ledger.days, lastDay.date, length);
  return unread > 0 ? text.school.gaps(unread) : '';
}

/** Registries write 0 for unknown: a school without pupils would have no cases to count. */
function pupilsOf({ enrollment }: School): number | null {
  return enrollment === 0 ? null : enrollment;
}

function shareText(count: number | null, pupils: number | null, text: Language): string {
  if (count === null) return text.school.unknown;
  const share = shareOf(count, pupils);
  return share === null || share > 100
    ? text.number(count)
    : text.school.ofPupils(text.number(count), text.percent(share));
}
