import type { PageKind } from './page.ts';

/** Up to four schools beside each other; drawn in the browser, because the address says which. */
export const compare: PageKind = {
  name: 'compare',
  description: 'Up to four schools beside each other, chosen in the address',
  pages: ({ settings }, { text, counted }) => [
    {
      template: 'compare',
      head: {
        path: 'compare/',
        title: text.find.compare.title,
        description: text.find.compare.description(settings.name, counted),
        section: 'schools',
      },
      model: {},
    },
  ],
};
