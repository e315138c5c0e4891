import type { Counted } from './format.ts';

/** The map's words in English. */
export const englishMap = {
  title: 'Map',
  heading: 'On the map',
  description: (district: string, counted: Counted) =>
    `Every school of ${district} on a map by its new ${counted.plural}: the last 7, 14 or 21 days, the school year, or all. Set your own classes and share what you see.`,
  /** For who does not see the drawing. */
  label: (schools: string) => `Map with ${schools}. The table below has the same numbers.`,
  skip: 'Skip the map: the table has the same numbers',
  legend: 'What the dots mean',
  dots: 'Schools',
  placeless: (schools: string) => `Not on the map, because we do not know the place: ${schools}`,
  open: 'Open the interactive map',
  openNote: 'Then you can move it and zoom in. It comes from this site, nowhere else.',
  toMap: 'Open the big map',
  controls: 'What the map shows',
  measure: 'Show',
  window: 'Time',
  windows: { year: 'School year', all: 'All' },
  measures: {
    count: 'New cases',
    rate: 'Per 100 pupils',
    'one-dose': 'One vaccine dose',
    vaccinated: 'Fully vaccinated',
  },
  thresholds: 'Classes begin at',
  thresholdsHint: 'One to five numbers, each larger than the one before',
  apply: 'Use',
  reset: 'Reset',
  link: 'The address of this page holds all of this, so you can share what you see.',
  noScript: 'With JavaScript you could change what the map shows. The table has every number.',
  smallNumbers:
    'Small numbers: at a small school one case makes a high rate. Look at the count first.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole district',
  streets: 'Show streets',
  streetsNote: (host: string) =>
    `The street map comes from ${host}. It will see your internet address and which area you look at. Nothing is asked of it before you press this.`,
  table: 'The same as a table',
  oneDose: 'One dose',
  vaccinated: 'Fully vaccinated',
  /** Plain strings, because the browser goes on using them. */
  words: {
    unknown: 'not known',
    correction: 'below 0: cases taken back',
    none: 'none',
    under: 'under {n}',
    range: '{from} to under {to}',
    between: '{from}–{to}',
    more: '{n} or more',
    percent: '{n}%',
    measures: {
      count: 'New cases',
      rate: 'New cases per 100 pupils',
      'one-dose': 'Pupils with at least one vaccine dose',
      vaccinated: 'Pupils fully vaccinated',
    },
    windows: {
      '7': 'in the last 7 days',
      '14': 'in the last 14 days',
      '21': 'in the last 21 days',
      year: 'in the school year',
    },
    allCases: 'All cases on record',
    allRate: 'All cases on record per 100 pupils',
    rateColumn: 'Per 100 pupils, {window} (small numbers)',
    mapName: 'Interactive map. Arrow keys move it, plus and minus zoom.',
    close: 'Close',
    inPart: 'The table shows {n} of {of} schools: those in this part of the map.',
    refused: '“{value}” cannot be used for {name}; the map shows what it shows at first.',
    refusedThresholds:
      '“{value}” cannot be used. Write one to five numbers above 0, each larger than the one before, whole ones for cases.',
    failed: 'The numbers could not be loaded. Is there a connection? The table has them all.',
  },
};
