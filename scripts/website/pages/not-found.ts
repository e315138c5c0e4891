import type { PageKind } from './page.ts';

/** What a visitor sees at an address that is none; there is one for all languages. */
export const notFound: PageKind = {
  name: 'not-found',
  description: 'What a visitor sees at an address that is none',
  pages: ({ settings }, { text, folder }) =>
    folder !== ''
      ? []
      : [
          {
            template: 'not-found',
            head: {
              path: '404.html',
              title: text.notFound.title,
              description: text.notFound.description(settings.site.title),
              section: null,
            },
            model: {},
          },
        ],
};
