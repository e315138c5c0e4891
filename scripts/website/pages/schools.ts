import type { PageKind } from './page.ts';
import {
  type SchoolTable,
  schoolTable,
  type WindowRow,
  windowEnds,
  windowRow,
} from './window-figures.ts';

declare module './page.ts' {
  interface PageModels {
    readonly schools: SchoolsModel;
  }
}

/** The list of all schools, by first letter. */
export interface SchoolsModel {
  readonly windowEnds: string;
  readonly letters: readonly {
    readonly letter: string;
    /** Its place on the page. */
    readonly anchor: string;
    readonly table: SchoolTable;
  }[];
}

/** Every school from A to Z. */
export const schools: PageKind = (data, { text, counted }) => {
  const groups = new Map<string, WindowRow[]>();
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
        windowEnds: windowEnds(data, text),
        letters: [...groups].map(([letter, rows]) => ({
          letter,
          anchor: anchorOf(letter),
          table: schoolTable(rows, text, { caption: text.list.under(letter), isList: true }),
        })),
      },
    },
  ];
};

/** Without its accent; `#` for what is no letter from A to Z. */
function firstLetter(name: string): string {
  const letter = name.normalize('NFD')[0]?.toUpperCase() ?? '';
  return /[A-Z]/.test(letter) ? letter : '#';
}

function anchorOf(letter: string): string {
  return letter === '#' ? 'other' : letter.toLowerCase();
}
