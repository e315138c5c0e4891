import type { EmptyModel, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly offline: EmptyModel;
  }
}

/** What a reader without a connection sees in place of a page that the browser has not kept. */
export const offline: PageKind = (data, { text }) => [
  {
    template: 'offline',
    head: {
      path: 'offline/',
      title: text.offline.title,
      description: text.offline.description(data.settings.site.title),
      section: null,
      unlisted: true,
    },
    model: {},
  },
];
