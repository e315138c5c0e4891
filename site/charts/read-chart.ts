import { locale, wordsOf } from '../page.ts';
import { readHistory } from '../shared/charts/case-history.ts';
import { BOTTOM, LEFT } from '../shared/charts/chart.ts';
import { type ReadingWords, readingOf } from '../shared/charts/reading.ts';
import { chartKind, type Stop, stopsOf } from '../shared/charts/stops.ts';
import { dateFromDayNumber } from '../shared/time.ts';
import { dateWriter, numberWriter, SHORT_DATE, WEEKDAY_DATE } from '../shared/words/writers.ts';

const format = {
  locale,
  number: numberWriter(locale),
  shortDate: dateWriter(locale, SHORT_DATE),
  weekdayDate: dateWriter(locale, WEEKDAY_DATE),
};

/** The chart that is read, and how it is let go. */
let [current, letGo]: [HTMLElement | null, () => void] = [null, () => {}];

// Another chart, or anything else that is touched, lets go of the one that is read.
document.addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Node && current?.contains(target))) letGo();
});

/**
 * Lets a finger, a pointer and arrow keys read a chart: the figure and its date stand above it, and the
 * slider in it says them to screen readers.
 *
 * @param used what the reader did, which is answered at once
 */
export function enhance(plot: HTMLElement, used: Event): void {
  const [svg, slider] = [plot.querySelector('svg'), plot.querySelector('input')];
  const source = plot.closest<HTMLElement>('[data-days]');
  const kind = chartKind(plot.dataset.chart);
  if (!svg || !slider || !source || !kind) return;
  const since = dateFromDayNumber(Number(plot.dataset.from));
  const stops = stopsOf(kind, readHistory(source.dataset.days ?? ''), since);
  const words = wordsOf<ReadingWords>(source);
  const { place, dayAt } = axisOf(svg, stops, kind === 'card');
  const bubble = document.createElement('p');
  bubble.className = 'reading';
  // The slider says the same.
  bubble.setAttribute('aria-hidden', 'true');

  const show = (stop: Stop | undefined) => {
    if (!stop) return;
    letGo();
    const says = readingOf(stop, { kind, since }, words, format);
    slider.value = String(stops.indexOf(stop));
    slider.setAttribute('aria-valuetext', says);
    bubble.textContent = says;
    plot.append(bubble);
    const [band, middle] = place(stop);
    svg.prepend(band);
    const room = plot.clientWidth - bubble.offsetWidth;
    const left = middle * plot.clientWidth - bubble.offsetWidth / 2;
    bubble.style.setProperty('--at', `${Math.max(0, Math.min(room, left))}px`);
    current = plot;
    letGo = () => {
      bubble.remove();
      band.remove();
    };
  };
  const showUnder = ({ clientX }: MouseEvent) => show(stopOn(stops, dayAt(clientX)));
  const showChosen = () => show(stops[Number(slider.value)]);

  plot.addEventListener('pointermove', showUnder);
  plot.addEventListener('pointerdown', showUnder);
  plot.addEventListener('pointerleave', (event) => {
    // What a finger has found stays to be read once it is lifted.
    if (!isFinger(event) && document.activeElement !== slider) letGo();
  });
  slider.addEventListener('input', showChosen);
  slider.addEventListener('focus', showChosen);
  slider.addEventListener('blur', () => letGo());
  slider.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') letGo();
    const way = { PageUp: 1, PageDown: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    show(leap(stops, Number(slider.value), way, kind === 'weeks' ? A_MONTH : A_WEEK));
  });
  if (document.activeElement === slider) showChosen();
  // A mouse may have left while this was loaded; a finger that was lifted is answered still.
  else if (used instanceof PointerEvent && (isFinger(used) || plot.matches(':hover'))) {
    showUnder(used);
  }
}

function isFinger({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch';
}

const A_WEEK = 7;
/** Of weeks. */
const A_MONTH = 28;

/** The stop so many days later or earlier, but another one where there is any. */
function leap(stops: readonly Stop[], index: number, way: number, days: number) {
  const found = stopOn(stops, (stops[index]?.end ?? 0) - 1 + way * days);
  return found === stops[index] ? (stops[index + way] ?? found) : found;
}

/** The stop of a day; before the first and after the last day, the one that is next to it. */
function stopOn(stops: readonly Stop[], day: number): Stop | undefined {
  return stops.filter(({ from }) => from <= day).pop() ?? stops[0];
}

/** Where days lie in a drawing; a card's has no figures at its side and no dates below. */
function axisOf(svg: SVGSVGElement, stops: readonly Stop[], isCard: boolean) {
  const [start, end] = [stops[0]?.from ?? 0, stops.at(-1)?.end ?? 1];
  const { width, height } = svg.viewBox.baseVal;
  const left = isCard ? 0 : LEFT;
  const x = (day: number) => left + ((day - start) / (end - start)) * (width - left);
  return {
    /** A band behind a stop, and the share of the width at which its middle is. */
    place: ({ from, end: until }: Stop): readonly [SVGElement, number] => {
      const band = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      band.setAttribute('class', 'band');
      const foot = isCard ? height : height - BOTTOM;
      band.setAttribute('d', `M${x(from)},0H${x(until)}V${foot}H${x(from)}Z`);
      return [band, x((from + until) / 2) / width];
    },
    /** The day below a place on the screen, with the part of it that has passed. */
    dayAt: (clientX: number) => {
      const box = svg.getBoundingClientRect();
      const at = ((clientX - box.left) / box.width) * width;
      return start + ((at - left) / (width - left)) * (end - start);
    },
  };
}
