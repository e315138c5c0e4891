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

/** A school on the map. */
export interface Dot {
  readonly school: MapSchool;
  /** The figure that is shown, formatted. */
  readonly figure: string;
  /** The figure's class, with the radius of its dots in this drawing. */
  readonly of: MapClass;
  /** The school's name and figure. */
  readonly title: string;
}

/**
 * With this many dots or more, dots have the size of their class; with fewer, they can be larger.
 */
const CROWD = 150;
const LARGEST = 1.5;

/** What a view shows: its name, its dots from bottom to top, and their legend. */
export interface Drawing {
  readonly shown: string;
  readonly dots: readonly Dot[];
  readonly legend: readonly LegendText[];
}

/**
 * Works out what a view shows of these schools. The build, the page and the movable map all draw it.
 *
 * @param schools only those with a place on the map
 */
export function drawingOf(schools: readonly MapSchool[], view: MapView, words: MapWords): Drawing {
  const classes = classesOf(
    view.thresholds ?? ownThresholds(view.measure, view.window, words.ratePer),
    view.measure,
  );
  const grown = Math.max(1, Math.min(LARGEST, Math.sqrt(CROWD / schools.length)));
  const sized = classes.map((one) => ({
    ...one,
    radius: Math.round(one.radius * grown * 10) / 10,
  }));
  const figures = schools.map((school) => figureOf(school, view, words.ratePer));
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
