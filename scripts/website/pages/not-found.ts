import type { EmptyModel, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly 'not-found': EmptyModel;
  }
}

/** What a visitor sees at an address that does not exist; there is one for all languages. */
export const notFound: PageKind = ({ settings }, { text, folder }) =>
  folder === ''
    ? [
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
      ]
    : [];
