import { element } from '../element.ts';
import { locale } from '../page.ts';
import { rateOf } from '../shared/rate.ts';
import { fill, numberIn } from '../shared/words/phrase.ts';
import type { ComparedSchool, CompareWords, Comparison } from './comparison.ts';
import { figureOf, figureTable } from './figure-table.ts';

/** A table of the schools' figures: counts first, then the rate, which refers to a note below. */
export function compareTable({ schools, asOf }: Comparison, words: CompareWords): Node {
  const rows = schools.map((school) => ({ school, cells: cellsOf(school, words) }));
  const region = { class: 'scroll', role: 'region', 'aria-label': words.table, tabindex: 0 };
  const date = asOf === null ? '' : longDate(asOf);
  return element(
    'section',
    {},
    element('div', region, figureTable(words.columns, rows)),
    element('p', { class: 'note' }, `${fill(words.asOf, { date })} ${words.smallNumbers}`.trim()),
  );
}

function cellsOf(school: ComparedSchool, words: CompareWords): readonly string[] {
  const { days_7, days_14, days_21, school_year } = school.new_cases;
  const enrollment = school.no_figure_yet ? null : school.enrollment;
  const rate = rateOf(days_14, enrollment, words.ratePer);
  const year = school_year === null ? '–' : figureOf(school, school_year);
  const rateText = rate === null ? words.unknownRate : `${numberIn(locale, rate, 1)}*`;
  return [
    ...[days_7, days_14, days_21].map((count) => figureOf(school, count)),
    ...(words.withoutYear ? [] : [year]),
    figureOf(school, school.total_cases),
    ...(words.withoutRate ? [] : [rateText]),
  ];
}

function longDate(date: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(date));
}
