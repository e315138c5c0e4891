import { howOften, type Span } from '../../../site/shared/how-often.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { fill } from '../../../site/shared/words/phrase.ts';
import type { ChannelKind, ChannelSettings } from '../../settings/channels-schema.ts';
import type { Edition } from '../editions.ts';
import { itemCounts, type LastDays, lastDays } from '../feeds/how-often.ts';
import type { SiteData } from '../site-data.ts';
import type { PageKind, PartialContext } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly subscribe: SubscribeModel;
  }
  interface TemplateModels {
    readonly 'partials/accounts': Pick<PartialContext, 't'> & {
      readonly accounts: readonly Account[];
    };
  }
}

/** What to follow, and the ways in which it can reach a reader. */
export interface SubscribeModel {
  /** What the chooser needs in the browser. */
  readonly chooser: ChooserFacts;
  readonly feeds: readonly OfferedFeed[];
  /** What to do for GitHub's emails. */
  readonly mail: Language['subscribe']['mailSteps'];
  /** Absolute address. */
  readonly repository: string;
  /** Where the settings' channels can be followed. */
  readonly accounts: {
    readonly phone: readonly Account[];
    readonly chat: readonly Account[];
  };
}

/** All text, for `data-` attributes. */
interface ChooserFacts {
  /** JSON of the words that the browser says. */
  readonly words: string;
  /** JSON of the time over which items are counted, and its first day; empty while nothing was read. */
  readonly span: string;
  readonly since: string;
}

interface OfferedFeed {
  readonly name: string;
  readonly says: string;
  /** How often items come; empty while nothing was read. */
  readonly often: string;
  /** Below the edition's folder, without its ending. */
  readonly path: string;
  /** Absolute: what a person pastes into a reader. */
  readonly address: string;
  /** Of the field with the address, for those who do not see what is around it. */
  readonly label: string;
}

/** A channel that people can follow. */
interface Account {
  readonly name: string;
  /** Absolute. */
  readonly address: string;
}

/** How to get new numbers: feeds for readers, email, phones and chats, each with what comes how often. */
export const subscribe: PageKind = (data, edition) => {
  const { settings, baseUrl } = data;
  const { text, counted, folder } = edition;
  const often = frequencies(data, edition);
  const feed = (name: 'daily' | 'updates' | 'notices'): OfferedFeed => ({
    name: text.subscribe.feeds[name](counted),
    says: text.subscribe.says[name],
    often: often(name),
    path: `feeds/${name}`,
    address: `${baseUrl}${folder}feeds/${name}.rss`,
    label: fill(text.subscribe.words.address, { name: text.subscribe.feeds[name](counted) }),
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
        chooser: chooserFacts(data, text),
        feeds: [feed('daily'), feed('updates'), feed('notices')],
        mail: text.subscribe.mailSteps,
        repository: settings.repository,
        accounts: accountsOf(settings.channels),
      },
    },
  ];
};

/** How often items of each feed come, in words; empty while nothing was read. */
function frequencies(data: SiteData, edition: Edition) {
  const { text } = edition;
  const looked = lastDays(data);
  if (!looked) return () => '';
  const counts = itemCounts(data, looked, edition);
  return (name: keyof typeof counts) =>
    howOften(counts[name], spanOf(looked, text), text.subscribe.words.often, text.locale);
}

function chooserFacts(data: SiteData, text: Language): ChooserFacts {
  const looked = lastDays(data);
  return {
    words: JSON.stringify(text.subscribe.words),
    span: looked ? JSON.stringify(spanOf(looked, text)) : '',
    since: looked?.first ?? '',
  };
}

function spanOf({ days, last }: LastDays, text: Language): Span {
  return { days, words: text.subscribe.span(days, text.shortDate(last)) };
}

/** What each channel is called, and whether one looks at it on a phone or in a chat. */
const ACCOUNTS = [
  ['ntfy', 'ntfy', 'phone'],
  ['x', 'X', 'phone'],
  ['mastodon', 'Mastodon', 'phone'],
  ['bluesky', 'Bluesky', 'phone'],
  ['slack', 'Slack', 'chat'],
  ['discord', 'Discord', 'chat'],
  ['teams', 'Microsoft Teams', 'chat'],
] as const;

function accountsOf(channels: ChannelSettings): SubscribeModel['accounts'] {
  const on = (where: 'phone' | 'chat') =>
    ACCOUNTS.filter(([, , at]) => at === where).flatMap(([kind, name]) => {
      const address = channels[kind]?.follow ?? ownPage(kind, channels);
      return address === undefined ? [] : [{ name, address }];
    });
  return { phone: on('phone'), chat: on('chat') };
}

/** A handle on Bluesky is also the address of its page; of other channels only the settings know one. */
function ownPage(kind: ChannelKind, { bluesky }: ChannelSettings): string | undefined {
  return kind === 'bluesky' && bluesky ? `https://bsky.app/profile/${bluesky.handle}` : undefined;
}
