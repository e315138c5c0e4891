import { loadSchools } from '../find/schools-file.ts';
import { wordsOf } from '../page.ts';
import { type Drawing, drawingOf } from '../shared/map/drawing.ts';
import { type MapSchool, schoolsOf } from '../shared/map/figures.ts';
import { FIRST_VIEW, type MapView, queryOf, readView } from '../shared/map/view.ts';
import { fill } from '../shared/words/phrase.ts';
import { makeControls } from './controls.ts';
import type { LiveMap } from './live-map.ts';
import { findParts, type Words } from './parts.ts';
import { drawPicture, findDot } from './picture.ts';
import { followRows, showFigures, showPart } from './rows.ts';

/**
 * Enhances the map page: the map follows the controls, and the address follows both. The build's
 * picture is recoloured in place; Leaflet is only loaded when a reader asks for a movable map.
 */
export function enhance(section: HTMLElement): void {
  const words = wordsOf<Words>(section);
  const parts = findParts(section);
  let view: MapView = FIRST_VIEW;
  let schools: readonly MapSchool[] = [];
  let drawing: Drawing | undefined;
  let live: LiveMap | undefined;

  const say = (text: string) => {
    parts.status.textContent = text;
  };
  const draw = async () => {
    try {
      schools = schoolsOf(await loadSchools());
    } catch {
      say(words.failed);
      return;
    }
    const located = schools.filter(({ id }) => parts.dots.has(id));
    drawing = drawingOf(located, view, words);
    drawPicture(parts, drawing);
    showFigures(parts.table, schools, view, words, controls.windowLabel());
    live?.show(drawing);
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
  const showAddress = () => {
    const { view: asked, refused } = readView(location.search, controls.offered);
    const messages = refused.map(({ name, value }) =>
      fill(name === 'thresholds' ? words.refusedThresholds : words.refused, { name, value }),
    );
    say(messages.join(' '));
    return asked;
  };
  const open = async () => {
    parts.open.disabled = true;
    const [{ openLiveMap }] = await Promise.all([import('./live-map.ts'), draw()]);
    if (!drawing) {
      parts.open.disabled = false;
      return;
    }
    parts.opener.hidden = true;
    live = openLiveMap(parts, words, {
      at: view.at,
      moved: (at, ids) => {
        view = { ...view, at };
        history.replaceState(null, '', queryOf(view));
        showPart(parts.table, ids, words);
      },
    });
    live.show(drawing);
  };

  parts.open.addEventListener('click', () => {
    void open().then(() => parts.live.focus({ preventScroll: true }));
  });
  addEventListener('popstate', () => {
    const asked = showAddress();
    void show(asked);
    if (asked.at) live?.moveTo(asked.at);
  });
  followRows(parts.table, (id) => {
    findDot(parts, id);
    live?.find(id);
  });
  parts.open.disabled = false;
  const asked = showAddress();
  if (queryOf(asked) !== '') void show(asked).then(() => asked.at && open());
}
