import { element } from '../element.ts';
import { pageAddress, wordsOf } from '../page.ts';
import { opmlOf } from '../shared/opml.ts';
import type { Language } from '../shared/words/en.ts';
import { fill } from '../shared/words/phrase.ts';
import { MOST_COMPARED, searchOf } from './compare-state.ts';
import { figuresOf, figureTable } from './figure-table.ts';
import type { MySchools } from './my-schools.ts';
import { rememberedSchools } from './remembered.ts';
import { type ListedSchool, loadSchools } from './schools-file.ts';

type Words = Language['find']['mine']['words'];

/**
 * Shows the reader's schools with their figures, buttons to remove them, and a file of their feeds.
 */
export function enhance(place: HTMLElement): void {
  const words = wordsOf<Words>(place);
  const mine = rememberedSchools();
  const whenEmpty = [...place.childNodes];
  const show = async () => {
    const ids = mine.ids();
    if (ids.length === 0) return place.replaceChildren(...whenEmpty);
    const file = await loadSchools().catch(() => undefined);
    if (!file) return place.replaceChildren(element('p', { role: 'status' }, words.failed));
    const known = new Map(file.schools.map((school) => [school.id, school]));
    // A school that no longer exists is skipped but stays stored until the reader removes all.
    const schools = ids.flatMap((id) => known.get(id) ?? []);
    place.replaceChildren(...listOf(schools, words, mine, () => void show()));
  };
  addEventListener('storage', () => void show());
  addEventListener('pageshow', (event) => event.persisted && void show());
  void show();
}

function listOf(
  schools: readonly ListedSchool[],
  words: Words,
  mine: MySchools,
  changed: () => void,
): readonly Node[] {
  const forget = ({ id, name }: ListedSchool) => {
    const label = fill(words.forget, { name });
    const button = element('button', { type: 'button', class: 'forget', 'aria-label': label }, '×');
    button.addEventListener('click', () => {
      mine.remove(id);
      changed();
    });
    return button;
  };
  const rows = schools.map((school) => ({ school, cells: [...figuresOf(school), forget(school)] }));
  return [figureTable(words.columns, rows), actionsOf(schools, words, mine, changed)];
}

function actionsOf(
  schools: readonly ListedSchool[],
  words: Words,
  mine: MySchools,
  changed: () => void,
): Node {
  const ids = schools.slice(0, MOST_COMPARED).map(({ id }) => id);
  const compare = element('a', { href: pageAddress(`compare/${searchOf(ids)}`) }, words.compare);
  const feeds = element(
    'a',
    { href: feedsFile(schools, words), download: words.file },
    words.feeds,
  );
  const all = element('button', { type: 'button', class: 'plain' }, words.forgetAll);
  all.addEventListener('click', () => {
    mine.forgetAll();
    changed();
  });
  return element('p', { class: 'actions' }, compare, feeds, all);
}

/** The address of a file created in the browser, so that the chosen schools stay private. */
function feedsFile(schools: readonly ListedSchool[], words: Words): string {
  const feeds = schools.map(({ id, name }) => ({
    title: name,
    feed: pageAddress(`schools/${id}/feed.rss`),
    page: pageAddress(`schools/${id}/`),
  }));
  const file = new Blob([opmlOf(words.title, feeds)], { type: 'text/x-opml' });
  return URL.createObjectURL(file);
}
