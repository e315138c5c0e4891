import { normalizeName } from '../domain/school-name.ts';

/**
 * Words by which a row shows that it is no place, by language; normalised. A row is a total if all
 * its words are in `total` or `beside`, and one at least in `total`.
 */
interface RowWords {
  readonly total: readonly string[];
  readonly beside: readonly string[];
  /** Kinds of figures: rows named by several of them are figures, not places. */
  readonly figures: readonly string[];
}

const WORDS: Readonly<Record<string, RowWords>> = {
  en: {
    total: [
      'total',
      'totals',
      'district',
      'districtwide',
      'overall',
      'statewide',
      'countywide',
      'all',
    ],
    beside: [
      'grand',
      'sum',
      'wide',
      'school',
      'schools',
      'case',
      'cases',
      'places',
      'of',
      'the',
      'for',
      'in',
    ],
    figures: [
      'case',
      'cases',
      'cumulative',
      'active',
      'positive',
      'positives',
      'deaths',
      'new',
      'total',
    ],
  },
  es: {
    total: ['total', 'totales', 'distrito', 'todos', 'todas'],
    beside: [
      'general',
      'suma',
      'escuelas',
      'casos',
      'centros',
      'de',
      'del',
      'las',
      'los',
      'el',
      'la',
    ],
    figures: ['caso', 'casos', 'acumulados', 'activos', 'positivos', 'nuevos', 'muertes', 'total'],
  },
  fr: {
    total: ['total', 'totaux', 'ensemble', 'tous', 'toutes'],
    beside: [
      'general',
      'général',
      'somme',
      'ecoles',
      'écoles',
      'cas',
      'de',
      'des',
      'les',
      'du',
      'la',
      'le',
    ],
    figures: ['cas', 'cumul', 'cumulés', 'actifs', 'positifs', 'nouveaux', 'décès', 'total'],
  },
  de: {
    total: ['gesamt', 'insgesamt', 'summe', 'total', 'alle'],
    beside: ['schulen', 'fälle', 'bezirke', 'der', 'die', 'aller'],
    figures: [
      'fall',
      'fälle',
      'kumuliert',
      'aktiv',
      'aktive',
      'positive',
      'neue',
      'tote',
      'gesamt',
    ],
  },
};

/** Understood whatever the site’s languages are. */
const EVERYWHERE = ['total', 'totals'];

/** “All care homes” is a total where the column is headed “Care home”. */
const ALL = new Set(['all', 'todos', 'todas', 'tous', 'toutes', 'alle']);

/** What the settings say of the district, as far as rows are recognised by it. */
export interface DistrictWords {
  readonly name: string;
  /** Two-letter languages of the site. */
  readonly languages: readonly string[];
}

/** Recognises rows by their words. */
export interface RowJudge {
  /** Whether a row of this name is the district's total. */
  readonly isTotal: (name: string) => boolean;
  /** Whether a name has a word for a total among others, as subtotals do ("Elementary total"). */
  readonly mentionsTotal: (name: string) => boolean;
  /** The words for figures in a name, joined; '' where it has none. */
  readonly figureIn: (name: string) => string;
}

/**
 * @param named the settings' `totalRow`: names of total rows; null: not given
 * @param headings of the columns with the places' names, which say what a place is called
 */
export function rowJudge(
  district: DistrictWords,
  named: readonly string[] | null,
  headings: readonly string[] = [],
): RowJudge {
  const languages = district.languages.flatMap((language) => WORDS[language] ?? []);
  const total = new Set([...EVERYWHERE, ...languages.flatMap((words) => words.total)]);
  const beside = new Set(languages.flatMap((words) => words.beside));
  const figures = new Set(languages.flatMap((words) => words.figures));
  const names = new Set([district.name, ...(named ?? [])].map(normalizeName));
  const wordsOf = remembering((name) => normalizeName(name).split(' ').filter(Boolean));
  const places = new Set(
    headings
      .flatMap((heading) => normalizeName(heading).split(' '))
      .flatMap((word) => [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')]),
  );
  const isAllOfThem = ([first = '', ...rest]: readonly string[]) =>
    ALL.has(first) &&
    rest.some((word) => places.has(word)) &&
    rest.every((word) => places.has(word) || beside.has(word));
  return {
    isTotal: (name) => {
      if (name === '') return false;
      const words = wordsOf(name);
      if (names.has(words.join(' ')) || isAllOfThem(words)) return true;
      return (
        words.some((word) => total.has(word)) && words.every((w) => total.has(w) || beside.has(w))
      );
    },
    mentionsTotal: (name) => wordsOf(name).some((word) => /^(sub)?totals?$/.test(word)),
    figureIn: (name) =>
      wordsOf(name)
        .filter((word) => figures.has(word))
        .join(' '),
  };
}

/** Rows are judged several times in a row, and normalising is most of what that takes. */
function remembering(compute: (name: string) => readonly string[]) {
  let last: { readonly name: string; readonly words: readonly string[] } | undefined;
  return (name: string): readonly string[] => {
    if (last?.name !== name) last = { name, words: compute(name) };
    return last.words;
  };
}
