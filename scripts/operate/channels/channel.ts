import type { Instant, ReportingDate } from '../../domain/time.ts';
import type { PostModel } from '../../wording/post-text.ts';
import type { Ask, Json } from './ask.ts';

/** The social card of a post's page. */
export interface PostCard {
  readonly alt: string;
  /** Where everybody can see it; null: nowhere, or not yet. */
  readonly url: string | null;
  /** Draws it. */
  readonly png: () => Promise<Uint8Array>;
}

/** News as it is posted in one language, before it is fitted to a channel. */
export interface PostNews {
  /** Identifies the post wherever it goes: a tag URI, as in the feeds. */
  readonly id: string;
  readonly language: string;
  readonly date: ReportingDate;
  /** null: the whole date. */
  readonly update: number | null;
  /** When it could first have been posted. */
  readonly dueSince: Instant;
  readonly model: Omit<PostModel, 'most'>;
  /** Schools with their changes, the biggest change first: `Adams High +3`. */
  readonly most: readonly string[];
  /** Figures for programs, names as the source writes them. */
  readonly facts: Readonly<Record<string, Json>>;
  /** null: the page has none. */
  readonly card: PostCard | null;
}

/** News with the text that a channel shows. */
export interface Post extends PostNews {
  readonly text: string;
  /** The machine's clock when it is sent. */
  readonly sentAt: Instant;
}

/** How long a text may be, as a platform counts it. */
export interface TextLimit {
  readonly most: number;
  readonly lengthOf: (text: string) => number;
}

/** What came of looking at an account or an address without posting. */
export type ChannelCheck =
  | { readonly kind: 'works'; readonly as: string }
  /** The platform offers no way to find out without posting. */
  | { readonly kind: 'not-checkable'; readonly why: string };

/** Somewhere to post: a kind of platform, with an account or an address of its own. */
export interface Channel {
  /** Where posts go, without anything secret. */
  readonly place: string;
  /**
   * Whether a post whose answer was lost may be sent again. If not, a line says that it is being sent
   * before it is, and after a crash it counts as posted.
   */
  readonly isRepeatable: boolean;
  /** Whether posts carry the picture of the card. Elsewhere the platform takes it from the page. */
  readonly showsCard: boolean;
  /** @throws ChannelFailure if the platform has to be asked and does not answer */
  readonly limit: (ask: Ask) => Promise<TextLimit>;
  /** The body of the request that makes the post, as it is sent but for what is only known then. */
  readonly bodyOf: (post: Post) => Json;
  /**
   * Posts, unless the platform shows that it was posted before.
   *
   * @returns where the post is, or its id; null: the platform does not say
   * @throws ChannelFailure if it was not posted, or nobody can know
   */
  readonly send: (post: Post, ask: Ask) => Promise<string | null>;
  /** @throws ChannelFailure if it does not work */
  readonly check: (ask: Ask) => Promise<ChannelCheck>;
  /**
   * Posts a marked test and removes it; null: what is posted there cannot be removed.
   *
   * @returns what was done
   * @throws ChannelFailure
   */
  readonly drill: ((test: TestPost, ask: Ask) => Promise<string>) | null;
}

/** A marked test. */
export type TestPost = Pick<Post, 'text' | 'sentAt'>;

/** A limit that counts characters as a reader does. */
export function graphemes(most: number): TextLimit {
  const segmenter = new Intl.Segmenter();
  return { most, lengthOf: (text) => [...segmenter.segment(text)].length };
}
