import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { ChannelKind } from '../settings/channels-schema.ts';
import { inertDiscord, inertPlain, inertSlack } from './inert-text.ts';

/** What a post says. Everything but the link is escaped for its platform when it is filled in. */
export interface PostModel {
  /** Date and figure: `Fri, Jan 14, 2022: 57 new cases at 31 schools`. */
  readonly headline: string;
  readonly district: string;
  /** `since January 10, 2022` where the figure counts from a day longer ago; empty otherwise. */
  readonly since: string;
  /** Schools that changed most, with their changes; empty: none is named. */
  readonly most: string;
  /** What a minus means; empty where there is none. */
  readonly note: string;
  /** The page's address; empty without a site. */
  readonly link: string;
}

/** Languages that posts can be in; each has its templates in a folder of that name. */
type PostLanguage = 'en' | 'es' | 'fr';

/** The model of each template in `templates/channels/`, by its name there. */
export type PostModels = {
  readonly [Name in `${PostLanguage}/${ChannelKind}`]: PostModel;
};

const TEMPLATES = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'templates',
  'channels',
);

const ESCAPES: Partial<Readonly<Record<ChannelKind, (text: string) => string>>> = {
  slack: inertSlack,
  discord: inertDiscord,
};

/**
 * Fills in a channel's template in a language. Blank lines of a template are not printed.
 *
 * @throws Error if the language has no template for the channel
 */
export function postText(
  kind: ChannelKind,
  language: string,
  model: PostModels[keyof PostModels],
): string {
  const inert = ESCAPES[kind] ?? inertPlain;
  const eta = new Eta({
    views: TEMPLATES,
    autoTrim: false,
    escapeFunction: (value) => inert(String(value)),
  });
  const lines = eta.render(`${language}/${kind}`, model).split('\n');
  return lines
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
