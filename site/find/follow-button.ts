import { wordsOf } from '../page.ts';
import type { Language } from '../shared/words/en.ts';
import { rememberedSchools } from './remembered.ts';

type Words = Language['find']['mine']['followWords'];

/** A toggle that adds the page's school to the reader's schools or removes it. */
export function enhance(button: HTMLElement): void {
  const id = button.dataset.follow ?? '';
  const words = wordsOf<Words>(button);
  const mine = rememberedSchools();
  const status = button.parentElement?.querySelector('[role=status]');
  const show = () => button.setAttribute('aria-pressed', String(mine.ids().includes(id)));
  button.addEventListener('click', () => {
    const follows = mine.ids().includes(id);
    const kept = follows ? mine.remove(id) : mine.add(id);
    if (status) status.textContent = kept ? (follows ? words.forgotten : words.kept) : words.closed;
    show();
  });
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}
