import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What a test has one request meet instead of an answer. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Carried out, and then no answer. */
  | 'lost-answer'
  /** Never answered, and not carried out. */
  | 'silence';

/** A request as a platform got it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What stands on a platform now. */
export interface Shown {
  readonly id: string;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every platform on one address of this machine, each checking requests by what it documents. */
export interface Platforms {
  readonly url: string;
  /** `host:port`. */
  readonly host: string;
  /** Variables with everything that is needed to post. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that was posted and not removed, by platform. */
  readonly shown: Readonly<Record<string, Shown[]>>;
  readonly removed: string[];
  readonly received: Received[];
  /** Requests that were not as documented. */
  readonly wrong: string[];
  /** Uploaded pictures with their alternative texts, by id. */
  readonly pictures: Map<string, { readonly bytes: number; alt: string }>;
  /** For the next posts, in turn. */
  readonly faults: Fault[];
  /** Answers to a post only once this resolves. */
  beforeAnswer: (() => Promise<void>) | undefined;
  /** More than an hour passes, after which Mastodon forgets the keys it was sent. */
  forgetKeys(): void;
  close(): Promise<void>;
}

export const SECRETS = {
  TRACKER_X_API_KEY: 'x-api-key-1',
  TRACKER_X_API_SECRET: 'x-api-secret-2',
  TRACKER_X_ACCESS_TOKEN: 'x-access-token-3',
  TRACKER_X_ACCESS_SECRET: 'x-access-secret-4',
  TRACKER_MASTODON_TOKEN: 'mastodon-token-5',
  TRACKER_BLUESKY_APP_PASSWORD: 'bluesky-password-6',
  TRACKER_WEBHOOK_SECRET: `whsec_${Buffer.from('a secret of 24 bytes....').toString('base64')}`,
  TRACKER_NTFY_TOKEN: 'tk_ntfy7',
} as const;
const SECRET_PATHS = {
  TRACKER_WEBHOOK_URL: '/hook/path-8',
  TRACKER_SLACK_WEBHOOK_URL: '/services/T0/B0/path-9',
  TRACKER_DISCORD_WEBHOOK_URL: '/api/webhooks/123/path-10',
  TRACKER_TEAMS_WEBHOOK_URL: '/workflows/path-11',
  TRACKER_NTFY_TOPIC_URL: '/topic-12',
} as const;

/** Every text that must never be seen. */
export const SECRET_TEXTS = [...Object.values(SECRETS), ...Object.values(SECRET_PATHS)].map(
  (text) => text.split('/').at(-1) ?? text,
);

const DID = 'did:plc:abcdefghijklmnopqrstuvwx';
const png = (bytes: Buffer) => bytes.includes(Buffer.from('\x89PNG\r\n', 'latin1'));
const text = z.string().min(1);

const SLACK = z.strictObject({
  text,
  mrkdwn: z.literal(false),
  unfurl_links: z.boolean(),
  blocks: z
    .array(
      z.strictObject({
        type: z.literal('section'),
        text: z.discriminatedUnion('type', [
          z.strictObject({
            type: z.literal('plain_text'),
            text: text.max(3000),
            emoji: z.literal(false),
          }),
          z.strictObject({ type: z.literal('mrkdwn'), text: text.max(3000) }),
        ]),
      }),
    )
    .max(50),
});
const DISCORD = z.strictObject({
  content: text.max(2000),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()) }),
});
const TEAMS = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        type: z.literal('AdaptiveCard'),
        $schema: z.url(),
        version: z.string(),
        body: z.array(
          z.discriminatedUnion('type', [
            z.strictObject({
              type: z.literal('RichTextBlock'),
              inlines: z.array(
                z.strictObject({
                  type: z.literal('TextRun'),
                  text,
                  weight: z.enum(['Bolder', 'Default']),
                }),
              ),
            }),
            z.strictObject({ type: z.literal('Image'), url: z.url(), altText: text }),
          ]),
        ),
        actions: z
          .array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: text, url: z.url() }))
          .optional(),
      }),
    }),
  ]),
});
const NTFY = z.strictObject({
  topic: z.literal('topic-12'),
  title: text,
  message: text,
  click: z.url().optional(),
  attach: z.url().optional(),
});
const WEBHOOK = z.strictObject({
  type: z.enum(['tracker.date', 'tracker.update']),
  timestamp: z.iso.datetime(),
  data: z.strictObject({
    district: text,
    date: z.iso.date(),
    update: z.number().int().nullable(),
    new_cases: z.number().int(),
    schools_changed: z.number().int(),
    schools: z.array(
      z.strictObject({
        school_id: text,
        name: text,
        new_cases: z.number().int(),
        total_cases: z.number().int(),
      }),
    ),
    language: z.string().length(2),
    text,
    url: z.url().nullable(),
    card: z.strictObject({ url: z.url(), alt: text }).nullable(),
  }),
});
const MASTODON = z.strictObject({
  status: text,
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  language: z.string().length(2).optional(),
  media_ids: z.array(text).optional(),
});
const X = z.strictObject({
  text: text,
  media: z.strictObject({ media_ids: z.array(text).min(1).max(4) }).optional(),
});
const BLUESKY = z.strictObject({
  repo: z.literal(DID),
  collection: z.literal('app.bsky.feed.post'),
  // A TID: https://atproto.com/specs/tid
  rkey: z
    .string()
    .regex(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/)
    .optional(),
  record: z.strictObject({
    $type: z.literal('app.bsky.feed.post'),
    text: text.refine((t) => [...new Intl.Segmenter().segment(t)].length <= 300),
    createdAt: z.iso.datetime(),
    langs: z.array(z.string()).max(3).optional(),
    facets: z
      .array(
        z.strictObject({
          index: z.strictObject({ byteStart: z.number().int(), byteEnd: z.number().int() }),
          features: z.array(
            z.strictObject({ $type: z.literal('app.bsky.richtext.facet#link'), uri: z.url() }),
          ),
        }),
      )
      .optional(),
    embed: z
      .strictObject({
        $type: z.literal('app.bsky.embed.external'),
        external: z.strictObject({
          uri: z.url(),
          title: z.string(),
          description: z.string(),
          thumb: z
            .strictObject({
              $type: z.literal('blob'),
              ref: z.strictObject({ $link: text }),
              mimeType: z.literal('image/png'),
              size: z.number().int().max(1_000_000),
            })
            .optional(),
        }),
      })
      .optional(),
  }),
});

/** What a platform does with a request: an answer, or nothing it knows. */
type Answer = { readonly status: number; readonly body?: unknown; readonly isPost?: boolean };

export async function fakePlatforms(): Promise<Platforms> {
  const shown: Record<string, Shown[]> = Object.fromEntries(
    ['x', 'mastodon', 'bluesky', 'webhook', 'slack', 'discord', 'teams', 'ntfy'].map((kind) => [
      kind,
      [],
    ]),
  );
  const wrong: string[] = [];
  const removed: string[] = [];
  const received: Received[] = [];
  const faults: Fault[] = [];
  const pictures: Platforms['pictures'] = new Map();
  const keys = new Map<string, Shown>();
  let last = 0;
  const nextId = () => String(1000 + ++last);

  /** Checks a body, and shows what it posts. */
  const post = <T extends Record<string, unknown>>(
    kind: string,
    schema: z.ZodType<T>,
    { body }: Received,
    textOf: (body: T) => string,
    id = nextId(),
  ): Shown | undefined => {
    const parsed = schema.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success) {
      wrong.push(`${kind}: ${z.prettifyError(parsed.error)}`);
      return undefined;
    }
    const made = { id, text: textOf(parsed.data), body: parsed.data };
    shown[kind]?.push(made);
    return made;
  };
  const remove = (kind: string, id: string) => {
    const list = shown[kind] ?? [];
    const index = list.findIndex((each) => each.id === id);
    if (index < 0) return false;
    list.splice(index, 1);
    removed.push(`${kind} ${id}`);
    return true;
  };
  const bearer = ({ headers }: Received, token: string) =>
    headers.authorization === `Bearer ${token}`;

  const answers: readonly (readonly [
    RegExp,
    (request: Received, match: RegExpExecArray) => Answer,
  ])[] = [
    [
      /^POST \/services\/T0\/B0\/path-9$/,
      (request) => {
        if (JSON.parse(request.body.toString()).text === '')
          return { status: 400, body: 'no_text' };
        return {
          status: post('slack', SLACK, request, (b) => b.text) ? 200 : 400,
          body: 'ok',
          isPost: true,
        };
      },
    ],
    [
      /^POST \/api\/webhooks\/123\/path-10\?wait=true$/,
      (request) => {
        const made = post('discord', DISCORD, request, (b) => b.content);
        return { status: made ? 200 : 400, body: made && { id: made.id }, isPost: true };
      },
    ],
    [
      /^GET \/api\/webhooks\/123\/path-10$/,
      () => ({ status: 200, body: { id: '123', name: 'News', type: 1 } }),
    ],
    [
      /^DELETE \/api\/webhooks\/123\/path-10\/messages\/(\d+)$/,
      (_, [, id = '']) => ({ status: remove('discord', id) ? 204 : 404 }),
    ],
    [
      /^POST \/workflows\/path-11$/,
      (request) => {
        const said = (b: z.output<typeof TEAMS>) =>
          b.attachments[0].content.body
            .flatMap((row) => (row.type === 'Image' ? [] : row.inlines.map((run) => run.text)))
            .join('\n');
        return { status: post('teams', TEAMS, request, said) ? 202 : 400, isPost: true };
      },
    ],
    [
      /^POST \/$/,
      (request) => {
        if (!bearer(request, SECRETS.TRACKER_NTFY_TOKEN)) return { status: 401 };
        const made = post('ntfy', NTFY, request, (b) => `${b.title}\n${b.message}`);
        return {
          status: made ? 200 : 400,
          body: made && { id: made.id, event: 'message' },
          isPost: true,
        };
      },
    ],
    [
      /^GET \/topic-12\/auth$/,
      (request) =>
        bearer(request, SECRETS.TRACKER_NTFY_TOKEN)
          ? { status: 200, body: { success: true } }
          : { status: 403, body: { code: 40301 } },
    ],
    [
      /^POST \/hook\/path-8$/,
      (request) => {
        const {
          'webhook-id': id,
          'webhook-timestamp': at,
          'webhook-signature': signature,
        } = request.headers;
        const key = Buffer.from(SECRETS.TRACKER_WEBHOOK_SECRET.slice('whsec_'.length), 'base64');
        const right = createHmac('sha256', key)
          .update(`${id}.${at}.${request.body}`)
          .digest('base64');
        if (!isSame(String(signature), `v1,${right}`)) return { status: 401 };
        // A receiver drops what it has had, by the id.
        if (keys.has(`webhook ${id}`)) return { status: 200, isPost: true };
        const made = post('webhook', WEBHOOK, request, (b) => b.data.text);
        if (made) keys.set(`webhook ${id}`, made);
        return { status: made ? 204 : 400, isPost: true };
      },
    ],
    [
      /^GET \/api\/v2\/instance$/,
      () => ({
        status: 200,
        body: {
          configuration: { statuses: { max_characters: 500, characters_reserved_per_url: 23 } },
        },
      }),
    ],
    [
      /^GET \/api\/v1\/accounts\/verify_credentials$/,
      (request) =>
        bearer(request, SECRETS.TRACKER_MASTODON_TOKEN)
          ? { status: 200, body: { id: '42', acct: 'tracker' } }
          : { status: 401, body: { error: 'The access token is invalid' } },
    ],
    [
      /^GET \/api\/v1\/accounts\/42\/statuses\?limit=40&exclude_reblogs=true$/,
      () => ({
        status: 200,
        body: (shown.mastodon ?? []).map(({ id, text: said }) => ({
          id,
          url: null,
          content: htmlOf(said),
        })),
      }),
    ],
    [
      /^POST \/api\/v2\/media$/,
      (request) => {
        const alt = /name="description"\r\n\r\n([\s\S]*?)\r\n--/.exec(request.body.toString())?.[1];
        if (!png(request.body) || !alt) wrong.push('mastodon: no picture with a description');
        const id = nextId();
        pictures.set(id, { bytes: request.body.length, alt: alt ?? '' });
        return { status: 200, body: { id, type: 'image' } };
      },
    ],
    [
      /^POST \/api\/v1\/statuses$/,
      (request) => {
        if (!bearer(request, SECRETS.TRACKER_MASTODON_TOKEN))
          return { status: 401, body: { error: 'The access token is invalid' } };
        const key = String(request.headers['idempotency-key']);
        if (key === 'undefined') wrong.push('mastodon: no Idempotency-Key');
        const made =
          keys.get(`mastodon ${key}`) ?? post('mastodon', MASTODON, request, (b) => b.status);
        if (made) keys.set(`mastodon ${key}`, made);
        return {
          status: made ? 200 : 422,
          body: made && { id: made.id, url: `https://social.example/@tracker/${made.id}` },
          isPost: true,
        };
      },
    ],
    [
      /^DELETE \/api\/v1\/statuses\/(\d+)$/,
      (_, [, id = '']) => ({ status: remove('mastodon', id) ? 200 : 404, body: {} }),
    ],
    [
      /^POST \/xrpc\/com\.atproto\.server\.createSession$/,
      (request) => {
        const { identifier, password } = JSON.parse(request.body.toString());
        return identifier === 'tracker.example.org' &&
          password === SECRETS.TRACKER_BLUESKY_APP_PASSWORD
          ? {
              status: 200,
              body: { did: DID, handle: identifier, accessJwt: 'jwt', refreshJwt: 'jwt2' },
            }
          : {
              status: 401,
              body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
            };
      },
    ],
    [
      /^GET \/xrpc\/com\.atproto\.repo\.getRecord\?repo=did%3Aplc%3Aabcdefghijklmnopqrstuvwx&collection=app\.bsky\.feed\.post&rkey=(\w+)$/,
      (_, [, rkey = '']) => {
        const known = shown.bluesky?.find(({ id }) => id === rkey);
        return known
          ? {
              status: 200,
              body: { uri: `at://${DID}/app.bsky.feed.post/${rkey}`, value: known.body },
            }
          : { status: 400, body: { error: 'RecordNotFound', message: 'Could not locate record' } };
      },
    ],
    [
      /^POST \/xrpc\/com\.atproto\.repo\.uploadBlob$/,
      (request) => {
        if (!png(request.body) || request.headers['content-type'] !== 'image/png')
          wrong.push('bluesky: no PNG');
        const blob = {
          $type: 'blob',
          ref: { $link: 'bafkrei' },
          mimeType: 'image/png',
          size: request.body.length,
        };
        return { status: 200, body: { blob } };
      },
    ],
    [
      /^POST \/xrpc\/com\.atproto\.repo\.createRecord$/,
      (request) => {
        if (!bearer(request, 'jwt')) return { status: 401, body: { error: 'AuthMissing' } };
        const { rkey = `3k${nextId()}aaaaaaa` } = JSON.parse(request.body.toString());
        // https://github.com/bluesky-social/indigo/issues/873
        if (shown.bluesky?.some(({ id }) => id === rkey))
          return { status: 500, body: { error: 'InternalServerError' } };
        const made = post('bluesky', BLUESKY, request, (b) => b.record.text, rkey);
        return {
          status: made ? 200 : 400,
          body: made && { uri: `at://${DID}/app.bsky.feed.post/${rkey}`, cid: 'bafy' },
          isPost: true,
        };
      },
    ],
    [
      /^POST \/xrpc\/com\.atproto\.repo\.deleteRecord$/,
      (request) => ({
        status: remove('bluesky', JSON.parse(request.body.toString()).rkey) ? 200 : 400,
        body: {},
      }),
    ],
    [
      /^GET \/2\/users\/me$/,
      (request) =>
        isSigned(request, url)
          ? { status: 200, body: { data: { id: '7', username: 'tracker', name: 'T' } } }
          : UNAUTHORIZED,
    ],
    [
      /^POST \/2\/media\/upload$/,
      (request) => {
        if (!isSigned(request, url)) return UNAUTHORIZED;
        if (!png(request.body) || !request.body.includes('tweet_image'))
          wrong.push('x: no picture');
        const id = nextId();
        pictures.set(id, { bytes: request.body.length, alt: '' });
        return { status: 200, body: { data: { id, media_key: `3_${id}` } } };
      },
    ],
    [
      /^POST \/2\/media\/metadata$/,
      (request) => {
        if (!isSigned(request, url)) return UNAUTHORIZED;
        const schema = z.strictObject({
          id: z.string(),
          metadata: z.strictObject({ alt_text: z.strictObject({ text: text.max(1000) }) }),
        });
        const { id, metadata } = schema.parse(JSON.parse(request.body.toString()));
        const picture = pictures.get(id);
        if (picture) picture.alt = metadata.alt_text.text;
        return { status: picture ? 200 : 404, body: { data: { id } } };
      },
    ],
    [
      /^POST \/2\/tweets$/,
      (request) => {
        if (!isSigned(request, url)) return UNAUTHORIZED;
        const body = JSON.parse(request.body.toString());
        if (shown.x?.some((each) => each.text === body.text)) {
          const detail = 'You are not allowed to create a Tweet with duplicate content.';
          return {
            status: 403,
            body: { detail, type: 'about:blank', title: 'Forbidden', status: 403 },
          };
        }
        const made = post('x', X, request, (b) => b.text);
        return {
          status: made ? 201 : 400,
          body: made && { data: { id: made.id, text: made.text } },
          isPost: true,
        };
      },
    ],
    [
      /^DELETE \/2\/tweets\/(\d+)$/,
      (request, [, id = '']) =>
        isSigned(request, url) && remove('x', id)
          ? { status: 200, body: { data: { deleted: true } } }
          : UNAUTHORIZED,
    ],
    [
      /^GET \/site\/(es\/)?(cases|updates|cards)\/\S+(\/|\.png)$/,
      () => ({ status: 200, body: '<h1>A page</h1>' }),
    ],
  ];

  const platforms: Pick<Platforms, 'beforeAnswer'> = { beforeAnswer: undefined };
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const got = await receive(request);
    received.push(got);
    const line = `${got.method} ${got.path}`;
    const found = answers
      .map(([pattern, run]) => ({ match: pattern.exec(line), run }))
      .find(({ match }) => match);
    if (!found?.match) {
      wrong.push(`nothing answers ${line}`);
      response.writeHead(404).end();
      return;
    }
    const fault = POSTING.test(line) ? faults.shift() : undefined;
    if (fault === 'silence') return;
    if (typeof fault === 'object') {
      response.writeHead(fault.status, fault.headers).end();
      return;
    }
    const answer = found.run(got, found.match);
    if (answer.isPost) await platforms.beforeAnswer?.();
    if (fault === 'lost-answer') response.destroy();
    else reply(response, answer);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const paths = Object.entries(SECRET_PATHS).map(([name, path]) => [name, `${url}${path}`]);
  return Object.assign(platforms, {
    url,
    host,
    env: { ...SECRETS, ...Object.fromEntries(paths) },
    shown,
    removed,
    received,
    wrong,
    pictures,
    faults,
    forgetKeys: () => {
      for (const key of keys.keys()) if (key.startsWith('mastodon')) keys.delete(key);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** Requests that make something seen. */
const POSTING = /^POST (?!.*(createSession|uploadBlob|media|deleteRecord))/;

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: Buffer.concat(chunks) };
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  if (status === 204) response.end();
  else response.end(typeof body === 'string' ? body : JSON.stringify(body ?? null));
}

const UNAUTHORIZED = {
  status: 401,
  body: { title: 'Unauthorized', status: 401, detail: 'Unauthorized' },
};

/** Checks an OAuth 1.0a header against what the same request would be signed with. */
function isSigned({ method, path, headers }: Received, server: string): boolean {
  const header = headers.authorization ?? '';
  const parts = new Map(
    [...header.replace(/^OAuth /, '').matchAll(/(\w+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decodeURIComponent(value)],
    ),
  );
  const key = `${SECRETS.TRACKER_X_API_SECRET}&${SECRETS.TRACKER_X_ACCESS_SECRET}`;
  // RFC 5849, section 3.6
  const percent = (raw: string) =>
    encodeURIComponent(raw).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const signed = [...parts].filter(([name]) => name !== 'oauth_signature').sort();
  const parameters = signed.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&');
  const base = [method, percent(`${server}${path}`), percent(parameters)].join('&');
  const right = createHmac('sha1', key).update(base).digest('base64');
  return (
    parts.get('oauth_consumer_key') === SECRETS.TRACKER_X_API_KEY &&
    parts.get('oauth_token') === SECRETS.TRACKER_X_ACCESS_TOKEN &&
    isSame(parts.get('oauth_signature') ?? '', right)
  );
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** A text as Mastodon shows it: links in links, the rest escaped. */
function htmlOf(said: string): string {
  const escaped = said.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<p>${escaped.replace(/https?:\/\/\S+/g, (link) => `<a href="${link}" rel="nofollow">${link}</a>`)}</p>`;
}
