import { drawingOf } from '../../../site/shared/map/drawing.ts';
import {
  figureOf,
  type MapSchool,
  type Shown,
  schoolsOf,
} from '../../../site/shared/map/figures.ts';
import { frameOf, isInside, type Place, project } from '../../../site/shared/map/projection.ts';
import { FIRST_VIEW } from '../../../site/shared/map/view.ts';
import { schoolsFile } from '../api/schools.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { schoolYearNow } from '../site-data.ts';
import { outlinePath } from './outline-path.ts';

/** A map as it is drawn while the site is built: the first view, complete without JavaScript. */
export function mapModel(data: SiteData, edition: Edition) {
  const { text } = edition;
  const schools = schoolsOf(schoolsFile(data));
  const { bounds } = data.settings.map;
  const places = new Map<MapSchool, Place>();
  for (const school of schools) {
    const place = placeOf(school);
    if (place && isInside(place, bounds)) places.set(school, place);
  }
  const frame = frameOf([...places.values()], bounds);
  const words = mapWords(data, edition);
  const drawing = drawingOf([...places.keys()], FIRST_VIEW, words);
  const placeless = schools.filter((school) => !places.has(school));
  return {
    frame,
    viewBox: `0 0 ${frame.width} ${frame.height}`,
    outline: outlinePath(data.outline, frame),
    shown: drawing.shown,
    label: text.map.label(text.schools(places.size)),
    dots: drawing.dots.flatMap(({ school, of, title }) => {
      const place = places.get(school);
      if (!place) return [];
      const [x, y] = project(frame, place);
      const path = `schools/${school.id}/`;
      return [{ path, title, key: of.key, radius: of.radius, x: round(x), y: round(y) }];
    }),
    legend: drawing.legend,
    placeless: placeless.map(({ id, name }) => ({ name, path: `schools/${id}/` })),
    placelessLead: text.map.placeless(text.schools(placeless.length)),
    schools,
    words,
  };
}

/** The map's words, with the school year by its name. */
export function mapWords(data: SiteData, { text }: Edition) {
  const year = schoolYearNow(data);
  const { words } = text.map;
  return {
    ...words,
    locale: text.locale,
    windows: { ...words.windows, year: year ? text.school.year(year.name) : words.windows.year },
  };
}

/** What a view may show here: a measure of which nothing is known is not offered. */
export function offeredBy(schools: readonly MapSchool[]) {
  const isKnown = (shown: Shown) => schools.some((school) => figureOf(school, shown) !== null);
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
