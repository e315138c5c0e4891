import type { ComparedFigures } from '../../../site/shared/compared-figures.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import type { SiteData } from '../site-data.ts';

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

export function browserWords(data: SiteData, { find }: Language): BrowserWords {
  return {
    search: JSON.stringify(find.search.words),
    list: JSON.stringify(find.list.words),
    near: data.known.map ? JSON.stringify(find.near.words) : '',
    mine: JSON.stringify(find.mine.words),
    compare: JSON.stringify(compareWords(data, find.compare.words)),
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
