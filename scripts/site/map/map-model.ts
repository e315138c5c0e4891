import { schoolsFile } from '../api/schools.ts';
import type { Edition } from '../language/index.ts';
import { schoolYearNow } from '../school-year.ts';
import type { SiteData } from '../site-data.ts';
import { classesOf, classOf, drawingOrder, legendOf, ownThresholds } from './classes.ts';
import { figureOf, type MapSchool, type Shown, schoolsOf } from './figures.ts';
import { figureText, legendText, shownLabel } from './map-words.ts';
import { outlinePath } from './outline-path.ts';
import { frameOf, isInside, project } from './projection.ts';
import { FIRST_VIEW } from './view.ts';

/** A map as it is drawn while the site is built: the first view, complete without JavaScript. */
export function mapModel(data: SiteData, edition: Edition) {
  const { text } = edition;
  const schools = schoolsOf(schoolsFile(data));
  const { bounds } = data.settings.map;
  const located = schools.flatMap((school) => {
    const place = placeOf(school);
    return place && isInside(place, bounds) ? [{ school, place }] : [];
  });
  const frame = frameOf(
    located.map(({ place }) => place),
    bounds,
  );
  const words = mapWords(data, edition);
  const classes = classesOf(
    ownThresholds(FIRST_VIEW.measure, FIRST_VIEW.window),
    FIRST_VIEW.measure,
  );
  const figures = located.map(({ school }) => figureOf(school, FIRST_VIEW));
  const known = new Set(located.map(({ school }) => school.id));
  return {
    frame,
    viewBox: `0 0 ${frame.width} ${frame.height}`,
    outline: outlinePath(data.outline, frame),
    shown: shownLabel(FIRST_VIEW, words),
    label: text.map.label(text.schools(located.length)),
    dots: located
      .map(({ school, place }, index) => {
        const figure = figures[index] ?? null;
        return { school, place, figure, of: classOf(figure, classes) };
      })
      .sort((a, b) => drawingOrder(a.of, b.of))
      .map(({ school, place, figure, of }) => {
        const [x, y] = project(frame, place);
        return {
          path: `schools/${school.id}/`,
          title: `${school.name}: ${figureText(figure, FIRST_VIEW.measure, words)}`,
          key: of.key,
          radius: of.radius,
          x: Math.round(x * 10) / 10,
          y: Math.round(y * 10) / 10,
        };
      }),
    legend: legendText(legendOf(figures, classes), FIRST_VIEW, words),
    placeless: schools
      .filter((school) => !known.has(school.id))
      .map(({ id, name }) => ({ name, path: `schools/${id}/` })),
    placelessLead: text.map.placeless(text.schools(schools.length - known.size)),
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

function placeOf({ latitude, longitude }: MapSchool) {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
