import type { PageKind } from './page.ts';
import { windowRow } from './window-figures.ts';

/** Every school from A to Z. */
export const schools: PageKind = {
  name: 'schools',
  description: 'Every school from A to Z with its windows and total',
  pages: (data, { text, counted }) => {
    const groups = new Map<string, ReturnType<typeof windowRow>[]>();
    for (const school of data.schools) {
      const letter = firstLetter(school.name);
      groups.set(letter, [...(groups.get(letter) ?? []), windowRow(data, school, text)]);
    }
    return [
      {
        template: 'schools',
        head: {
          path: 'schools/',
          title: text.list.title,
          description: text.list.description(data.schools.length, data.settings.name, counted),
          section: 'schools',
        },
        model: {
          letters: [...groups].map(([letter, rows]) => ({
            letter,
            anchor: anchorOf(letter),
            caption: text.list.under(letter),
            rows,
          })),
          windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
        },
      },
    ];
  },
};

function firstLetter(name: string): string {
  const letter = name.normalize('NFD')[0]?.toUpperCase() ?? '';
  return /[A-Z]/.test(letter) ? letter : '#';
}

function anchorOf(letter: string): string {
  return letter === '#' ? 'other' : letter.toLowerCase();
}
