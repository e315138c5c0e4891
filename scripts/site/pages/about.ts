import { guards } from '../../ledger/guards/index.ts';
import type { PageKind } from './page.ts';

/** What the numbers mean, how they come about, and when they are held back. */
export const about: PageKind = {
  name: 'about',
  description: 'What the numbers mean, how they come about, and when they wait for a person',
  pages: ({ settings, ledger }, text) => [
    {
      template: 'about',
      head: {
        path: 'about/',
        title: 'About these numbers',
        description: `Where the numbers of ${settings.name} come from, what a day means, why one can be negative, and how to be told.`,
        section: 'about',
      },
      model: {
        counted: settings.counted,
        guards: guards.map((guard) => guard.description),
        repository: settings.repository,
        began: ledger.days[0] ? text.longDate(ledger.days[0].date) : '',
        years: settings.schoolYears.map((year) => ({
          name: year.name,
          firstDay: text.longDate(year.firstDay as Parameters<typeof text.longDate>[0]),
        })),
      },
    },
  ],
};
