import type { PageKind } from './page.ts';

/** How to be told: feeds for readers and bots, GitHub's mail for everybody else. */
export const subscribe: PageKind = {
  name: 'subscribe',
  description: 'How to be told of new numbers, without giving an address to anybody here',
  pages: ({ settings, baseUrl }, { text, counted, folder }) => {
    const feed = (name: 'daily' | 'updates' | 'notices') => ({
      name: text.subscribe.feeds[name](counted),
      says: text.subscribe.says[name],
      path: `feeds/${name}`,
      /** What a person pastes into a reader. */
      address: `${baseUrl}${folder}feeds/${name}.rss`,
    });
    return [
      {
        template: 'subscribe',
        head: {
          path: 'subscribe/',
          title: text.subscribe.title,
          description: text.subscribe.description(settings.name, counted),
          section: null,
        },
        model: {
          feeds: [feed('daily'), feed('updates'), feed('notices')],
          mail: text.subscribe.mailSteps,
          repository: settings.repository,
        },
      },
    ];
  },
};
