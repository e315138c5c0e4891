import { ownThresholds } from '../../../site/shared/map/classes.ts';
import { type FigureChoice, figureOf, type Measure } from '../../../site/shared/map/figures.ts';
import { figureText } from '../../../site/shared/map/map-words.ts';
import { type AvailableFigures, FIRST_VIEW } from '../../../site/shared/map/view.ts';
import { fill } from '../../../site/shared/words/phrase.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { type MapModel, mapData, mapModel, offeredBy } from './map-model.ts';
import type { PageKind, PartialContext } from './page.ts';
import { windowEnds } from './window-figures.ts';

declare module './page.ts' {
  interface PageModels {
    readonly map: MapPageModel;
  }
  interface TemplateModels {
    readonly 'partials/map': MapPartial & PartialContext;
    readonly 'partials/map-controls': MapControls & Pick<PartialContext, 't'>;
    readonly 'partials/map-reading': Pick<MapControls, 'streets'> & Pick<PartialContext, 't'>;
  }
}

/** The big map with its controls, and the same figures as a table. */
export interface MapPageModel {
  readonly windowEnds: string;
  readonly map: MapModel;
  readonly controls: MapControls;
  /** As JSON, for the browser: how degrees become units of the drawing, and the map's words. */
  readonly frameText: string;
  readonly wordsText: string;
  readonly columns: readonly MapColumn[];
  /** In parts, each of which a browser lays out only when a reader comes near it. */
  readonly parts: readonly (readonly MapRow[])[];
}

/** Rows of a part: more than a screen, so that few parts are laid out at first. */
const ROWS = 30;

interface MapPartial extends MapModel {
  /** Of the heading above the legend. */
  readonly heading: 'h2' | 'h3';
  /** What a reader can set; null: the map is a picture. */
  readonly controls: MapControls | null;
}

/** What a reader can set of a map. */
export interface MapControls {
  readonly windows: readonly MapChoice[];
  readonly measures: readonly MapChoice[];
  /** Where classes begin in the first view, separated by commas. */
  readonly thresholds: string;
  readonly streets: MapStreets | null;
}

interface MapChoice {
  readonly value: string;
  readonly label: string;
  /** Chosen in the first view. */
  readonly first: boolean;
}

/** A street map of another site, shown when a reader asks for it. */
interface MapStreets {
  /** Address of its pictures, with {z}, {x} and {y}. */
  readonly url: string;
  readonly attribution: string;
  readonly note: string;
}

interface MapColumn {
  /** By which the browser knows it; empty: none. */
  readonly name: string;
  readonly label: string;
}

interface MapRow {
  /** Page of its school, below the edition's folder. */
  readonly path: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** The big map, what it can show, and the same figures as a table; none where no place is known. */
export const map: PageKind = (data, edition) => {
  const { text, counted } = edition;
  const { settings, known } = data;
  if (!known.map) return [];
  const drawn = mapData(data, edition);
  const offered = offeredBy(drawn.schools);
  const columns = columnsOf(offered, text);
  const rows = drawn.schools.map((school) => ({
    name: school.name,
    path: `schools/${school.id}/`,
    cells: columns.map(({ shown }) =>
      figureText(figureOf(school, shown, settings.ratePer), shown.measure, drawn.words),
    ),
  }));
  return [
    {
      template: 'map',
      head: {
        path: 'map/',
        title: text.map.title,
        description: text.map.description(settings.name, counted),
        section: 'map',
        picturesFrom: streetsHost(data)?.origin,
      },
      model: {
        windowEnds: windowEnds(data, text),
        map: mapModel(drawn, data, edition, 'zoomable'),
        controls: controlsOf(offered, data, text),
        frameText: JSON.stringify(drawn.frame),
        wordsText: JSON.stringify(drawn.words),
        columns,
        parts: rows.flatMap((_, at) => (at % ROWS === 0 ? [rows.slice(at, at + ROWS)] : [])),
      },
    },
  ];
};

function controlsOf(
  { windows, measures }: AvailableFigures,
  data: SiteData,
  text: Edition['text'],
): MapControls {
  return {
    windows: windows.map((value) => ({
      value,
      label: windowLabel(value, text),
      first: value === FIRST_VIEW.window,
    })),
    measures: measures.map((value) => ({
      value,
      label: text.map.measures[value],
      first: value === FIRST_VIEW.measure,
    })),
    thresholds: ownThresholds(FIRST_VIEW.measure, FIRST_VIEW.window).join(', '),
    streets: streetsOf(data, text),
  };
}

/** A column for each window, then for each measure that is known, as the map shows it first. */
function columnsOf(
  { windows, measures }: AvailableFigures,
  text: Edition['text'],
): readonly (MapColumn & { readonly shown: FigureChoice })[] {
  const labels: Readonly<Record<Measure, string>> = {
    count: '',
    rate: fill(text.map.words.rateColumn, { window: windowLabel(FIRST_VIEW.window, text) }),
    'one-dose': text.map.oneDose,
    vaccinated: text.map.vaccinated,
  };
  return [
    ...windows.map((window) => ({
      name: window,
      label: windowLabel(window, text),
      shown: { measure: 'count', window } satisfies FigureChoice,
    })),
    ...measures
      .filter((measure) => measure !== 'count')
      .map((measure) => ({
        name: measure,
        label: labels[measure],
        shown: { measure, window: FIRST_VIEW.window } satisfies FigureChoice,
      })),
  ];
}

function windowLabel(window: FigureChoice['window'], text: Edition['text']): string {
  if (window === 'year' || window === 'all') return text.map.windows[window];
  return text.days(Number(window));
}

function streetsOf(data: SiteData, text: Edition['text']): MapStreets | null {
  const { tiles } = data.settings.map;
  const host = streetsHost(data)?.host;
  return tiles && host ? { ...tiles, note: text.map.streetsNote(host) } : null;
}

/** Where the street map comes from; the braces of its address are in the path only. */
function streetsHost({ settings }: SiteData): URL | undefined {
  return settings.map.tiles ? new URL(settings.map.tiles.url) : undefined;
}
