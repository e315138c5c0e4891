import { drawingOf } from '../../../site/shared/map/drawing.ts';
import {
  type FigureChoice,
  figureOf,
  type MapSchool,
  schoolsOf,
} from '../../../site/shared/map/figures.ts';
import type { LegendText, MapWords } from '../../../site/shared/map/map-words.ts';
import {
  type Bounds,
  type Frame,
  frameOf,
  type Place,
  project,
} from '../../../site/shared/map/projection.ts';
import { type AvailableFigures, FIRST_VIEW } from '../../../site/shared/map/view.ts';
import { joinShapes, linesBetween, unionOf } from '../../geography/join-shapes.ts';
import { ringsOf } from '../../geography/shapes.ts';
import { schoolsFile } from '../api/schools.ts';
import type { Edition } from '../editions.ts';
import { type SiteData, schoolYearNow } from '../site-data.ts';
import { type AreaLabel, areaLabels } from './area-labels.ts';
import { linesPath, outlinePath } from './map-paths.ts';
import type { Link } from './page.ts';
import { spreadDots } from './spread-dots.ts';

/** What a map of the district is drawn from. */
export interface MapData {
  /** Every school with its figures, as the browser loads them. */
  readonly schools: readonly MapSchool[];
  /** The places of those that have one within the settings' bounds. */
  readonly places: ReadonlyMap<MapSchool, Place>;
  readonly frame: Frame;
  readonly words: MapWords;
}

/** A map as it is drawn while the site is built: the first view, complete without JavaScript. */
export interface MapModel {
  /** Of its SVG; coordinates and radii are in its units. */
  readonly viewBox: string;
  /** What the map is, for those who do not see it. */
  readonly label: string;
  /** Path of what lies around the district; empty: nothing. */
  readonly land: string;
  /** Path of the district's outline; empty: none. */
  readonly outline: string;
  /** Path of the lines between its areas; empty: none. */
  readonly borders: string;
  readonly areas: readonly AreaLabel[];
  /** What its dots show. */
  readonly shown: string;
  /** From the lowest to the uppermost. */
  readonly dots: readonly MapDot[];
  readonly legend: readonly LegendText[];
  /** Comes before the schools that are not on the map. */
  readonly placelessLead: string;
  readonly placeless: readonly Link[];
}

interface MapDot {
  /** Page of its school, below the edition's folder. */
  readonly path: string;
  readonly title: string;
  /** Class of its figure, which colours it. */
  readonly key: string;
  readonly radius: number;
  readonly x: number;
  readonly y: number;
  /** How far that is from its school, so that no dot hides another; null: it is there. */
  readonly shift: { readonly x: number; readonly y: number } | null;
}

/** What both the drawn map and the live one start from. */
export function mapData(data: SiteData, edition: Edition): MapData {
  const schools = schoolsOf(schoolsFile(data));
  const { bounds } = data.settings.map;
  const located: ReadonlySet<string> = data.located;
  const places = new Map<MapSchool, Place>();
  for (const school of schools) {
    const place = placeOf(school);
    if (place && located.has(school.id)) places.set(school, place);
  }
  return {
    schools,
    places,
    frame: frameOf([...places.values(), ...districtAround([...places.values()], data)], bounds),
    words: mapWords(data, edition),
  };
}

/** A border of its own is the district's if it is not much larger than what its places span. */
const MOST_AROUND = 3;

/** The corners of the district's border; none where what is drawn is more than the district. */
function districtAround(
  places: readonly Place[],
  { shapes, settings }: SiteData,
): readonly Place[] {
  const { outline } = settings.map;
  const rings = shapes.outline.length > 0 ? shapes.outline : ringsOf(shapes.areas);
  const own = Array.isArray(outline) ? [] : rings.flat();
  const border = own.map(([longitude, latitude]) => ({ longitude, latitude }));
  const [inner, outer] = [spanOf(places), spanOf([...places, ...border])];
  const isNear =
    outer.east - outer.west <= (inner.east - inner.west) * MOST_AROUND &&
    outer.north - outer.south <= (inner.north - inner.south) * MOST_AROUND;
  if (border.length === 0 || !isNear) return [];
  return [
    { latitude: outer.south, longitude: outer.west },
    { latitude: outer.north, longitude: outer.east },
  ];
}

function spanOf(places: readonly Place[]): Bounds {
  let [south, west, north, east] = [90, 180, -90, -180];
  for (const { latitude, longitude } of places) {
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
  }
  return { south, west, north, east };
}

/** The map's words, with the school year by its name. */
function mapWords(data: SiteData, { text }: Edition): MapWords {
  const year = schoolYearNow(data);
  const { words } = text.map;
  return {
    ...words,
    locale: text.locale,
    ...(data.settings.ratePer === 100 ? {} : { ratePer: data.settings.ratePer }),
    windows: { ...words.windows, year: year ? text.school.year(year.name) : words.windows.year },
  };
}

/** How finely lines are drawn, in units of the drawing; those of areas only where one can zoom in. */
const DETAIL = { picture: 0.6, zoomable: 0.15 } as const;

/**
 * The map of a site's first view.
 *
 * @param kind a map that can be zoomed also shows areas
 */
export function mapModel(
  { schools, places, frame, words }: MapData,
  { shapes }: SiteData,
  { text }: Edition,
  kind: keyof typeof DETAIL,
): MapModel {
  const spots = spotsOf(places, frame);
  const detail = DETAIL[kind];
  const joined = joinShapes(shapes.areas);
  const outline = shapes.outline.length > 0 ? shapes.outline : ringsOf([unionOf(joined)]);
  const hasAreas = kind === 'zoomable';
  const drawing = drawingOf([...places.keys()], FIRST_VIEW, words);
  const placeless = schools.filter((school) => !places.has(school));
  return {
    viewBox: `0 0 ${frame.width} ${frame.height}`,
    label: text.map.label(text.schools(places.size)),
    land: outlinePath(shapes.land, frame),
    outline: outlinePath(outline, frame, detail),
    borders: hasAreas ? linesPath(linesBetween(joined), frame, detail) : '',
    areas: hasAreas ? areaLabels(shapes.areas, frame, [...spots.values()]) : [],
    shown: drawing.shown,
    dots: drawing.dots.flatMap(({ school, of, title }) => {
      const spot = spots.get(school);
      const path = `schools/${school.id}/`;
      return spot ? [{ path, title, key: of.key, radius: of.radius, ...spot }] : [];
    }),
    legend: drawing.legend,
    placelessLead: text.map.placeless(text.schools(placeless.length)),
    placeless: placeless.map(({ id, name }) => ({ path: `schools/${id}/`, label: name })),
  };
}

/** Where the dot of each school is drawn. */
function spotsOf(
  places: ReadonlyMap<MapSchool, Place>,
  frame: Frame,
): ReadonlyMap<MapSchool, Pick<MapDot, 'x' | 'y' | 'shift'>> {
  const homes = [...places.values()].map((place) => {
    const [x, y] = project(frame, place);
    return { x, y };
  });
  const spread = spreadDots(homes);
  const spots = [...places.keys()].map((school, index) => {
    const [home = { x: 0, y: 0 }, dot = home] = [homes[index], spread[index]];
    const [x, y] = [round(dot.x), round(dot.y)];
    const shift = { x: round(x - home.x), y: round(y - home.y) };
    return [school, { x, y, shift: shift.x === 0 && shift.y === 0 ? null : shift }] as const;
  });
  return new Map(spots);
}

/** What a view may show: a measure that is unknown for every school is not offered. */
export function offeredBy(schools: readonly MapSchool[]): AvailableFigures {
  const isKnown = (shown: FigureChoice) =>
    schools.some((school) => figureOf(school, shown) !== null);
  return {
    windows: (['7', '14', '21', 'year', 'all'] as const).filter(
      (window) => window !== 'year' || isKnown({ measure: 'count', window }),
    ),
    measures: (['count', 'rate', 'one-dose', 'vaccinated'] as const).filter(
      (measure) => measure === 'count' || isKnown({ measure, window: FIRST_VIEW.window }),
    ),
  };
}

function placeOf({ latitude, longitude }: MapSchool): Place | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
