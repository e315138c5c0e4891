import type { Language } from '../../../site/shared/words/en.ts';
import type { PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly subscribe: SubscribeModel;
  }
}

/** Mails and feeds to choose from. */
export interface SubscribeModel {
  /** What to do for GitHub's mails. */
  readonly mail: Language['subscribe']['mailSteps'];
  /** Absolute address. */
  readonly repository: string;
  readonly feeds: readonly {
    readonly name: string;
    readonly says: string;
    /** Below the edition's folder, without its ending. */
    readonly path: string;
    /** Absolute: what a person pastes into a reader. */
    readonly address: string;
  }[];
}

/** How to get new numbers: feeds for readers and bots, GitHub's mail for everybody else. */
export const subscribe: PageKind = ({ settings, baseUrl }, { text, counted, folder }) => {
  const feed = (name: 'daily' | 'updates' | 'notices') => ({
    name: text.subscribe.feeds[name](counted),
    says: text.subscribe.says[name],
    path: `feeds/${name}`,
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
        mail: text.subscribe.mailSteps,
        repository: settings.repository,
        feeds: [feed('daily'), feed('updates'), feed('notices')],
      },
    },
  ];
};
