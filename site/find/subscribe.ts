import { locale, wordsOf } from '../page.ts';
import type { ApiFile } from '../shared/api-schemas.ts';
import { howOften, type Span } from '../shared/how-often.ts';
import type { Language } from '../shared/words/en.ts';
import { fill } from '../shared/words/phrase.ts';
import { fetchJson, NoSuchFile } from './schools-file.ts';
import type { SearchWords } from './search-box.ts';
import { type Chosen, chosenIn, searchOf, WAYS } from './subscribe-state.ts';

type Words = Language['subscribe']['words'];

/** The parts of the page that the choice changes. */
interface Parts {
  readonly input: HTMLInputElement;
  /** Null where the site has one language. */
  readonly language: HTMLSelectElement | null;
  readonly ofSchool: HTMLElement;
  readonly offers: readonly HTMLElement[];
  readonly status: Element;
}

/**
 * Chooses a school and a language on the page about feeds, and copies addresses. The choice stands in
 * the page's address, so that a school's page can lead to its own feed.
 */
export function enhance(place: HTMLElement): void {
  const found = partsOf(place);
  if (!found) return;
  const parts = found;
  const words = wordsOf<Words>(place);
  const languages = [...(parts.language?.options ?? [])].map(({ value }) => value);
  const ways = WAYS.map((id) => ({ id, details: document.getElementById(id) }));
  let chosen = chosenIn(location.search, languages);
  let turn = 0;

  const choose = (change: Partial<Chosen>) => {
    chosen = { ...chosen, ...change };
    history.replaceState(null, '', location.pathname + searchOf(chosen) + location.hash);
  };
  const show = async () => {
    turn += 1;
    const mine = turn;
    const { school } = chosen;
    parts.ofSchool.hidden = school === null;
    parts.ofSchool.dataset.path = `schools/${school}/feed`;
    for (const offer of parts.offers) offer.hidden = school !== null;
    for (const offer of [parts.ofSchool, ...parts.offers]) address(offer, parts.language);
    if (school === null) return;
    name(parts.ofSchool, school, '', words);
    const file = await fetchJson<ApiFile<'school'>>(`api/v1/schools/${school}.json`).catch(
      (error: unknown) => error,
    );
    if (mine !== turn) return;
    if (isSchool(file)) name(parts.ofSchool, file.name, oftenOf(file, place, words), words);
    else if (!(file instanceof NoSuchFile)) parts.status.textContent = words.failed;
    else {
      parts.status.textContent = fill(words.unknown, { id: school });
      choose({ school: null });
      void show();
    }
  };

  // The names are only loaded once a reader wants to search them.
  parts.input.addEventListener(
    'focus',
    async () => {
      const { searchSchools } = await import('./search-box.ts');
      searchSchools(parts.input, wordsOf<SearchWords>(formOf(parts.input)), ({ id }) => {
        parts.input.value = '';
        parts.input.dispatchEvent(new Event('input'));
        parts.status.textContent = '';
        choose({ school: id });
        void show();
        copyButton(parts.ofSchool)?.focus();
      });
    },
    { once: true },
  );
  parts.language?.addEventListener('change', () => {
    const value = parts.language?.value ?? null;
    choose({ language: value === document.documentElement.lang ? null : value });
    void show();
  });
  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    if ('copy' in button.dataset) void copy(button, parts.status, words);
    if (!('all' in button.dataset)) return;
    choose({ school: null });
    void show();
    parts.input.focus();
  });
  for (const { id, details } of ways) {
    if (!(details instanceof HTMLDetailsElement)) continue;
    if (chosen.way === id || location.hash === `#${id}`) details.open = true;
    details.addEventListener('toggle', () => {
      if (details.open) choose({ way: id });
      else if (chosen.way === id) choose({ way: null });
    });
  }
  if (parts.language && chosen.language) parts.language.value = chosen.language;
  formOf(parts.input).addEventListener('submit', (event) => event.preventDefault());
  if (chosen.school !== null || chosen.language !== null) void show();
}

function partsOf(place: HTMLElement): Parts | undefined {
  const input = place.querySelector<HTMLInputElement>('form input');
  const ofSchool = place.querySelector<HTMLElement>('[data-of-one]');
  const status = place.querySelector('[role=status].says');
  if (!input || !ofSchool || !status) return undefined;
  return {
    input,
    language: place.querySelector('select'),
    ofSchool,
    offers: [...place.querySelectorAll<HTMLElement>('.offer:not([data-of-one])')],
    status,
  };
}

function formOf(input: HTMLInputElement): HTMLElement {
  return input.form ?? input;
}

function copyButton(offer: HTMLElement): HTMLElement | null {
  return offer.querySelector('[data-copy]');
}

/** Puts a feed's addresses in the chosen language into its field and its links. */
function address(offer: HTMLElement, language: HTMLSelectElement | null): void {
  const page = language?.selectedOptions[0]?.dataset.page ?? publishedAddress();
  const of = (ending: string) => new URL(`../${offer.dataset.path}.${ending}`, page).href;
  const field = offer.querySelector('input');
  if (field) field.value = of('rss');
  for (const link of offer.querySelectorAll<HTMLAnchorElement>('a[data-ending]')) {
    link.href = of(link.dataset.ending ?? 'rss');
  }
}

/** Where the page is published, wherever it was loaded from. */
function publishedAddress(): string {
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return link?.href ?? document.baseURI;
}

function name(offer: HTMLElement, title: string, often: string, words: Words): void {
  const [heading, says] = ['[data-name]', '[data-often]'].map((part) => offer.querySelector(part));
  if (heading) heading.textContent = title;
  if (says) says.textContent = often;
  const label = fill(words.address, { name: title });
  offer.querySelector('input')?.setAttribute('aria-label', label);
}

function isSchool(file: unknown): file is ApiFile<'school'> {
  return typeof file === 'object' && file !== null && 'reports' in file;
}

/** How often items of a school come: imported lines, which belong to no update, have none. */
function oftenOf({ reports }: ApiFile<'school'>, place: HTMLElement, words: Words): string {
  const { span = '', since = '' } = place.dataset;
  if (span === '') return '';
  const looked: Span = JSON.parse(span);
  const lately = reports.filter((line) => line.update > 0 && line.reporting_date >= since);
  return howOften(lately.length, looked, words.often, locale);
}

/** Copies the address beside a button, or selects it where the browser does not let pages copy. */
async function copy(button: HTMLElement, status: Element, words: Words): Promise<void> {
  const field = button.parentElement?.querySelector('input');
  if (!field) return;
  // Emptied first, so that a screen reader says the same words again.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = words.copied;
  } catch {
    field.focus();
    field.select();
    status.textContent = words.byHand;
  }
}
