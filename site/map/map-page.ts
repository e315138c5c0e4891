import { loadSchools } from '../find/schools-file.ts';
import { wordsOf } from '../page.ts';
import { drawingOf } from '../shared/map/drawing.ts';
import { schoolsOf } from '../shared/map/figures.ts';
import { FIRST_VIEW, type MapView, queryOf, readView } from '../shared/map/view.ts';
import { fill } from '../shared/words/phrase.ts';
import { makeControls } from './controls.ts';
import { findDots } from './dots.ts';
import { showLegend } from './legend.ts';
import { makeLive } from './live-map.ts';
import { findParts, type Words } from './parts.ts';
import { readingLine } from './reading.ts';
import { followRows, showFigures, showPart } from './rows.ts';

/**
 * Enhances the map page: the build's picture can be zoomed and read, it follows the controls, and the
 * address follows both.
 */
export function enhance(section: HTMLElement): void {
  const words = wordsOf<Words>(section);
  const parts = findParts(section);
  const dots = findDots(parts);
  const reading = readingLine(parts, dots);
  let view: MapView = FIRST_VIEW;

  const say = (text: string) => {
    parts.status.textContent = text;
  };
  const draw = async () => {
    try {
      const schools = schoolsOf(await loadSchools());
      const located = schools.filter(({ id }) => dots.read(id));
      const drawing = drawingOf(located, view, words);
      dots.draw(drawing.dots);
      showLegend(parts, drawing);
      showFigures(parts.table, schools, view, words, controls.windowLabel());
      reading.renew();
    } catch {
      say(words.failed);
    }
  };
  const show = (wanted: MapView) => {
    view = wanted;
    controls.show(view);
    parts.small.hidden = view.measure !== 'rate';
    return draw();
  };
  const controls = makeControls(parts.form, words.ratePer, {
    change: (wanted) => {
      const next = { ...wanted, at: view.at };
      history.pushState(null, '', queryOf(next) || location.pathname);
      say('');
      void show(next);
    },
    refuse: (value) => say(fill(words.refusedThresholds, { value })),
  });
  const live = makeLive(parts, words, {
    dots,
    picked: reading.show,
    moved: (at, ids) => {
      view = { ...view, at };
      history.replaceState(null, '', queryOf(view) || location.pathname);
      showPart(parts.table, ids, words);
    },
  });
  const showAddress = () => {
    const { view: asked, refused } = readView(location.search, controls.offered);
    const messages = refused.map(({ name, value }) =>
      fill(name === 'thresholds' ? words.refusedThresholds : words.refused, { name, value }),
    );
    say(messages.join(' '));
    return asked;
  };

  addEventListener('popstate', () => {
    const asked = showAddress();
    void show(asked);
    live.moveTo(asked.at);
  });
  followRows(parts.table, dots.ring);
  const asked = showAddress();
  if (asked.at) live.moveTo(asked.at);
  // What the build drew is the first view: nothing has to be loaded for it.
  if (queryOf({ ...asked, at: null }) !== '') void show(asked);
  view = asked;
}
