import type { ComparedCharts, ComparedFigures } from '../../../site/shared/compared-figures.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { spanLabel, yearBegan } from './span-links.ts';

/** What modules in the browser say, as JSON for the elements that they enhance. */
export interface BrowserWords {
  readonly search: string;
  readonly list: string;
  /** Empty where no place is on a map. */
  readonly near: string;
  readonly mine: string;
  readonly compare: string;
  readonly follow: string;
}

const COMPARED_YEAR = 4;
const COMPARED_RATE = 6;

export function browserWords(data: SiteData, edition: Edition): BrowserWords {
  const { find } = edition.text;
  return {
    search: JSON.stringify(find.search.words),
    list: JSON.stringify(find.list.words),
    near: data.known.map ? JSON.stringify(find.near.words) : '',
    mine: JSON.stringify(find.mine.words),
    compare: JSON.stringify({
      ...compareWords(data, find.compare.words),
      ...chartWords(data, edition),
    }),
    follow: JSON.stringify(find.mine.followWords),
  };
}

/** The words of the comparison, without the columns that would be empty for every place. */
function compareWords(
  { known, settings }: SiteData,
  words: Language['find']['compare']['words'],
): Language['find']['compare']['words'] & ComparedFigures {
  const columns = words.columns.filter(
    (_, column) =>
      (column !== COMPARED_YEAR || known.years) && (column !== COMPARED_RATE || known.people),
  );
  return {
    ...words,
    columns,
    smallNumbers: known.people ? words.smallNumbers : '',
    ...(known.years ? {} : { withoutYear: true }),
    ...(known.people ? {} : { withoutRate: true }),
    ...(settings.ratePer === 100 ? {} : { ratePer: settings.ratePer }),
  };
}

function chartWords(data: SiteData, edition: Edition): ComparedCharts {
  const { chart } = edition.text;
  const label = (key: string) => spanLabel(data, key, edition);
  return {
    reading: chart.reading(edition.counted),
    readBy: chart.readBy.report,
    fromTo: chart.fromTo('{from}', '{to}'),
    spans: chart.spans,
    spanLabels: { 30: label('30'), 90: label('90'), year: label('year'), all: label('all') },
    yearBegan: yearBegan(data),
  };
}
