/**
 * What a word in a heading suggests of its column, in the languages in which sheets were seen. A
 * suggestion only orders what is tried: the sheet must then read well by it, and a person sees it.
 */
export type Suggestion = keyof typeof WORDS;

const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

const WORDS = {
  /** The column names places. */
  place: list(`school schools campus building site facility name location institution center centre
    county counties municipality borough neighborhood neighbourhood commune community city town
    village ward region area place home hospital department province state district parish
    escuela colegio plantel municipio comarca provincia nombre localidad centro ecole
    etablissement commune ville nom departement canton schule bezirk gemeinde landkreis kreis ort
    stadt einrichtung`),
  /** The column is about places or cases, but does not name one. */
  besides: list(`type kind category status classification class gender sex note notes comment
    comments source outbreak outcome description email website url address street phone level
    grade group severity variant reason role date ethnicity race`),
  /** The column holds ids. */
  id: list(`id ids identifier code no nr num number key uid uuid guid geoid fips gkz ags nces urn
    uai rne dbn cds insee codi codigo kennziffer kennung schluessel schlussel`),
  /** An id with such a word is not a place’s. */
  idOfOther: list(`case record patient person student incident row object objectid fid rowid
    assigned report episode event entry index`),
  /** Counts since the beginning. */
  total: list(`total totals cumulative cumul cumulated cumule cumules sum overall ever
    acumulado acumulados acumulada totales gesamt insgesamt kumuliert totaux ensemble`),
  /** Counts of cases. */
  case: list(`case cases count counts positive positives infection infections infected covid
    reported confirmed incidents anzahl fall falle faelle cas casos caso positivos
    positifs infizierte`),
  /** Counts of a part of the people or of the cases: to be added up. */
  part: list(`student students staff employee employees teacher teachers pupil pupils resident
    residents child children adult adults faculty personnel worker workers confirmed probable
    suspected eleves personnels alumnos docentes schuler schueler lehrer bewohner`),
  /** New cases of a day, a week, or what is active: no running total. */
  window: list(`new active current currently daily weekly today yesterday day days last past
    recent this nuevos activos nouveaux actifs neu neue aktiv aktive tage jours`),
  /** Never a count of cases, whatever stands beside it. */
  never: list(`population pop inhabitants einwohner habitants poblacion enrollment enrolment
    enrolled capacity rate rates percent percentage pct per ratio incidence inzidenz average avg
    mean death deaths died dead deceased tot tote deces muertes fallecidos hospitalized
    hospitalizations quarantine quarantined isolated isolation vaccinated vaccination vaccinations
    dose doses recovered recoveries genesene lat latitude lon long lng longitude zip zipcode
    phone`),
  /** No count of cases, unless a word for cases stands beside it. */
  other: list(`beds share test tests tested exposure exposures age ages grade year postal x y
    change difference rank order size area shape length`),
  /** The day that a row is about. */
  date: list('date day datum fecha jour tag'),
  /** Another day: of an entry, not of its figures. */
  dateOfOther: list(`updated update modified time created edited onset episode datetime timestamp
    end`),
} as const;

/** `AnzahlFaelle7Tage` → `anzahl`, `faelle`, `7`, `tage`: the words of a heading, without accents. */
export function wordsOf(heading: string): readonly string[] {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

/** "Number of cases" counts; "School number" is an id. */
const NUMBER_OF = /\b(no|nr|num|number) (of|cases|positives)\b/;

/** Whether a heading says that its column holds ids, of whatever. */
export function isIdHeading(heading: string): boolean {
  return suggests(heading, 'id') && !NUMBER_OF.test(wordsOf(heading).join(' '));
}

/** Whether a heading has a word that suggests this. */
export function suggests(heading: string, suggestion: Suggestion): boolean {
  return wordsOf(heading).some((word) => WORDS[suggestion].has(word));
}
