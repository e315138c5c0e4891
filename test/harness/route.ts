import type { z } from 'zod';
import { type Actor, HubRefusal, type HubState } from './hub-state.ts';

/** One call as a route sees it. */
export interface Call {
  readonly state: HubState;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly accept: string;
}

export interface Reply {
  readonly status: number;
  /** What is known of the answer; the rest is filled in from the description. */
  readonly facts?: unknown;
  /** Instead of facts: bytes as they are. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  /** Permission that the token needs, such as `issues: write`; none where people alone may. */
  readonly needs: readonly [permission: string, level: 'read' | 'write'];
  readonly answer: (call: Call) => Reply;
}

/** Routes by the operation's id in GitHub's description. */
export type Routes = Readonly<Record<string, Route>>;

/** One page of a list, as `page` and `per_page` ask, with the links to the others. */
export function paged<T>(
  call: Call,
  items: readonly T[],
): { page: readonly T[]; headers: Record<string, string> } {
  const size = Math.min(100, Number(call.query.get('per_page') ?? 30));
  const number = Number(call.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${call.state.url}${call.params._path ?? ''}?${query}>; rel="${rel}"`;
  };
  const links = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return {
    page: items.slice((number - 1) * size, number * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** The body by a schema of ours; GitHub's description has already accepted it. */
export function bodyOf<S extends z.ZodType>(call: Call, schema: S): z.output<S> {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  throw new HubRefusal(422, `Validation Failed: ${parsed.error.message}`);
}

export const userOf = ({ login, type }: Pick<Actor, 'login' | 'type'>) => ({
  login,
  type,
  id: type === 'Bot' ? 41898282 : 1000 + login.length,
  html_url: `https://github.com/${type === 'Bot' ? 'apps/github-actions' : login}`,
});
