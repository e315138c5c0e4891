import {
  classesOf,
  classOf,
  drawingOrder,
  legendOf,
  type MapClass,
  ownThresholds,
} from './classes.ts';
import { figureOf, type MapSchool } from './figures.ts';
import { figureText, type LegendText, legendText, type MapWords, shownLabel } from './map-words.ts';
import type { MapView } from './view.ts';

export interface Dot {
  readonly school: MapSchool;
  /** What is shown of it, ready to print. */
  readonly figure: string;
  /** Its class, with the size that its dots have here. */
  readonly of: MapClass;
  /** Its name and figure. */
  readonly title: string;
}

/** So many dots have the sizes of their classes; where there are fewer, there is room for larger ones. */
const CROWD = 150;
const LARGEST = 1.5;

/** What a view shows: its name, its dots from the lowest to the uppermost, and their legend. */
export interface Drawing {
  readonly shown: string;
  readonly dots: readonly Dot[];
  readonly legend: readonly LegendText[];
}

/**
 * A view of these schools: drawn alike while the site is built, in the page, and by Leaflet.
 *
 * @param schools those with a place on the map
 */
export function drawingOf(schools: readonly MapSchool[], view: MapView, words: MapWords): Drawing {
  const classes = classesOf(
    view.thresholds ?? ownThresholds(view.measure, view.window),
    view.measure,
  );
  const grown = Math.max(1, Math.min(LARGEST, Math.sqrt(CROWD / schools.length)));
  const sized = classes.map((one) => ({
    ...one,
    radius: Math.round(one.radius * grown * 10) / 10,
  }));
  const figures = schools.map((school) => figureOf(school, view));
  const dots = schools.map((school, index): Dot => {
    const value = figures[index] ?? null;
    const figure = figureText(value, view.measure, words);
    return { school, figure, of: classOf(value, sized), title: `${school.name}: ${figure}` };
  });
  return {
    shown: shownLabel(view, words),
    dots: dots.sort((a, b) => drawingOrder(a.of, b.of)),
    legend: legendText(legendOf(figures, sized), view, words),
  };
}
