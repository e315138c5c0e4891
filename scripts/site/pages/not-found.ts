import type { PageKind } from './page.ts';

/** What a visitor sees at an address that is none. */
export const notFound: PageKind = {
  name: 'not-found',
  description: 'What a visitor sees at an address that is none',
  pages: ({ settings }) => [
    {
      template: 'not-found',
      head: {
        path: '404.html',
        title: 'Page not found',
        description: `There is no such page in ${settings.site.title}.`,
        section: null,
      },
      model: {},
    },
  ],
};
