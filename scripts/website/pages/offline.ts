import type { PageKind } from './page.ts';

/** What a reader without a connection sees in place of a page of which there is no copy. */
export const offline: PageKind = {
  name: 'offline',
  description: 'What stands for a page never seen, when there is no connection',
  pages: (data, { text }) => [
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
  ],
};
