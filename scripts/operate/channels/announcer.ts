import type { Instant } from '../../domain/time.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';
import { type SiteData, siteData } from '../../website/site-data.ts';
import type { AnnounceContext } from './announce.ts';
import { type AskRules, askWith } from './ask.ts';
import { openChannels, secretsIn, type Variables } from './open-channels.ts';
import { isServed } from './page-check.ts';
import { postNews } from './post-news.ts';

/** What is needed to announce anything: the record, the environment, the network's rules. */
export interface Announcer extends Omit<AskRules, 'secrets'> {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly env: Variables;
  /** Whether `env` has every secret that exists, as in a scheduled run. */
  readonly isComplete: boolean;
  readonly now: Instant;
  readonly clock: () => Instant;
  /** Whether the site can be seen from here: a site for members only cannot. */
  readonly canSeeSite: boolean;
}

/** Makes everything that announcing needs, but for the memory. The site's indexes are made once. */
export function announcer(given: Announcer): Omit<AnnounceContext, 'remember'> {
  const { ledger, settings, env, now, canSeeSite } = given;
  const address = settings.site.url;
  /** Every channel links to the same pages. */
  const pages = new Map<string, Promise<boolean>>();
  let data: SiteData | undefined;
  const site = () => {
    data ??= siteData({ ledger, settings, at: now, baseUrl: address ?? '', commit: null });
    return data;
  };
  return {
    ...given,
    channels: openChannels(settings.channels, env),
    ask: askWith({ ...given, secrets: secretsIn(env) }),
    newsOf: (due) => postNews(site(), due, address !== null),
    isServed: (page) => {
      const seen = pages.get(page) ?? (canSeeSite ? isServed(page, given) : Promise.resolve(true));
      pages.set(page, seen);
      return seen;
    },
  };
}
