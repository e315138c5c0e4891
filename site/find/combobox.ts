import { element } from '../element.ts';

/** An option of the list: how it is shown and what choosing it does. */
export interface Choice {
  readonly label: string;
  /** Shown after the label in small print; may be empty. */
  readonly note: string;
  readonly choose: () => void;
}

/** The result of a query. */
export interface Answer {
  readonly choices: readonly Choice[];
  /** Announced by screen readers: how many were found, or what went wrong. */
  readonly status: string;
}

/**
 * Turns a text field into a combobox with a list below it, following the WAI-ARIA pattern: the arrow
 * keys move within the list, Enter chooses, Escape closes it; the focus stays in the field.
 *
 * @param label the name of the list for screen readers
 * @param find answers a query; answers to queries that have been superseded are ignored
 */
export function makeCombobox(
  input: HTMLInputElement,
  label: string,
  find: (query: string) => Promise<Answer>,
): void {
  const id = `${input.id}-options`;
  const list = element('ul', { id, role: 'listbox', 'aria-label': label, hidden: true });
  const status = element('p', { role: 'status', class: 'unseen' });
  list.className = 'options';
  input.after(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  })) {
    input.setAttribute(name, value);
  }

  let choices: readonly Choice[] = [];
  let active = -1;
  let turn = 0;

  const activate = (index: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) activate(-1);
  };
  const update = async () => {
    turn += 1;
    const mine = turn;
    const answer = await find(input.value);
    if (mine !== turn) return;
    choices = answer.choices;
    status.textContent = answer.status;
    active = -1;
    list.replaceChildren(...choices.map((choice, index) => option(choice, `${id}-${index}`)));
    open(choices.length > 0 && document.activeElement === input);
  };
  const step = (by: number) => {
    if (list.hidden) open(choices.length > 0);
    // There is one more position than options: no option, so that the text itself can be reached again.
    const places = choices.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  };

  input.addEventListener('input', () => void update());
  input.addEventListener('focus', () => open(choices.length > 0));
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && active >= 0) choices[active]?.choose();
    else if (event.key === 'Escape' && !list.hidden) open(false);
    else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const clicked = event.target.closest('li');
    if (clicked) choices[[...list.children].indexOf(clicked)]?.choose();
  });
  void update();
}

function option({ label, note }: Choice, id: string): HTMLElement {
  const text = note === '' ? [label] : [label, ' ', element('small', {}, note)];
  return element('li', { id, role: 'option', 'aria-selected': 'false' }, ...text);
}
