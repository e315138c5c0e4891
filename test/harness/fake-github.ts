import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bareRemote } from './bare-remote.ts';
import { type Fault, faultFor } from './faults.ts';
import { fillAnswer } from './fill-answer.ts';
import { type Actor, HubRefusal, type HubSettings, type HubState, type Run } from './hub-state.ts';
import { mayCall, refusalFor } from './may-call.ts';
import {
  answerFaults,
  answerSchema,
  type Operation,
  operationOf,
  requestFaults,
} from './openapi.ts';
import { type People, peopleOf } from './people.ts';
import { repositoryPath } from './repository-path.ts';
import type { Call, Reply, Routes } from './route.ts';
import { actionRoutes } from './routes/actions.ts';
import { gitRoutes } from './routes/git.ts';
import { issueRoutes } from './routes/issues.ts';
import { pullRoutes } from './routes/pulls.ts';
import { releaseRoutes } from './routes/releases.ts';
import { repositoryRoutes } from './routes/repository.ts';

/** One call that reached the fake. */
export interface CallRecord {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly by: string;
}

/** A GitHub on this machine that remembers, counts, refuses and fails as it is told. */
export interface FakeGitHub extends People {
  /** The API's address, without a slash at its end. */
  readonly url: string;
  readonly state: HubState;
  readonly calls: CallRecord[];
  readonly reads: number;
  readonly writes: number;
  /** A job's token with these permissions, as a workflow's `permissions:` names them. */
  token(permissions?: Readonly<Record<string, string>>): string;
  /** A person's token: everything is allowed. */
  personalToken(login?: string): string;
  /** From the next call on, the first that fits is answered like this. */
  fail(fault: Fault): void;
  /** The instant that everything is stamped with from now on (ISO 8601). */
  at(instant: string): void;
  /** Stops it. @throws when a request or an answer was not as GitHub describes it */
  close(): Promise<void>;
}

const ROUTES: Routes = {
  ...issueRoutes,
  ...pullRoutes,
  ...releaseRoutes,
  ...gitRoutes,
  ...actionRoutes,
  ...repositoryRoutes,
};

/**
 * @param remote path of the bare git repository that it serves
 * @param runs of workflows that are over
 */
export async function fakeGitHub(facts: {
  readonly remote: string;
  readonly repository?: string;
  readonly settings?: Partial<HubSettings>;
  readonly runs?: readonly Run[];
}): Promise<FakeGitHub> {
  const tokens = new Map<string, Actor>();
  const calls: CallRecord[] = [];
  const faults: Fault[] = [];
  const violations: string[] = [];
  let instant = '2021-03-01T18:00:00Z';
  let lastId = Math.max(500, ...(facts.runs ?? []).map(({ id }) => id));
  const server = createServer((request, response) => {
    void receive(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const state: HubState = {
    repository: facts.repository ?? 'example/tracker',
    url: `http://127.0.0.1:${port}`,
    remote: bareRemote(facts.remote, () => instant),
    settings: {
      defaultBranch: 'main',
      formerName: undefined,
      actionsMayOpenPulls: false,
      actionsEnabled: true,
      pages: undefined,
      immutableReleases: false,
      hasIssues: true,
      reportsPrivately: false,
      parent: undefined,
      secrets: [],
      rules: [],
      watchers: [],
      ...facts.settings,
    },
    issues: [],
    labels: [],
    releases: [],
    spentTags: new Set(),
    runs: structuredClone([...(facts.runs ?? [])]),
    workflowStates: new Map(),
    enabled: [],
    now: () => instant,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', state.url);
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(/^\/uploads/, '');
    const actor = tokens.get((request.headers.authorization ?? '').replace(/^\w+ /, ''));
    const plain = repositoryPath(state, path);
    if (typeof plain !== 'string') return send(response, plain);
    const operation = operationOf(method, plain);
    const id = operation?.id ?? `${method} ${path}`;
    const note = (status: number) =>
      calls.push({ id, method, path, status, by: actor?.login ?? 'nobody' });
    const fault = faultFor(faults, { id, method, path });
    if (fault?.before) {
      note(fault.before.status);
      const { status, body, headers } = fault.before;
      return send(response, { status, facts: body, headers });
    }
    const reply = answer(operation, actor, {
      state,
      actor: actor ?? NOBODY,
      params: { ...operation?.params, _path: path },
      query: url.searchParams,
      ...readBody(Buffer.concat(chunks), request.headers['content-type'] ?? ''),
      accept: request.headers.accept ?? '',
    });
    note(reply.status);
    if (fault?.after) return fault.after(response);
    return send(response, reply);
  }

  function answer(operation: Operation | undefined, actor: Actor | undefined, call: Call): Reply {
    try {
      if (!actor) throw new HubRefusal(401, 'Bad credentials');
      if (!operation) throw new HubRefusal(404, 'Not Found');
      const route = ROUTES[operation.id];
      if (!route) {
        violations.push(`the fake does not know ${operation.id} yet`);
        throw new HubRefusal(501, `the fake does not know ${operation.id}`);
      }
      const wrong = requestFaults(operation, call);
      if (wrong.length > 0) {
        violations.push(...wrong);
        throw new HubRefusal(422, wrong.join('; '));
      }
      if (!mayCall(call, route)) throw refusalFor(route);
      const reply = route.answer(call);
      if (reply.bytes || reply.status === 204) return reply;
      const filled = fillAnswer(answerSchema(operation, reply.status), reply.facts);
      violations.push(...answerFaults(operation, reply.status, filled));
      return { ...reply, facts: filled };
    } catch (error) {
      if (error instanceof HubRefusal) return refusalReply(error);
      violations.push(`the fake broke at ${operation?.id}: ${String(error)}`);
      return refusalReply(new HubRefusal(500, String(error)));
    }
  }

  const newToken = (actor: Actor) => {
    const token = `ghs_${tokens.size + 1}x${Math.random().toString(36).slice(2)}`;
    tokens.set(token, actor);
    return token;
  };
  return {
    ...peopleOf(state),
    url: state.url,
    state,
    calls,
    get reads() {
      return calls.filter(({ method }) => method === 'GET').length;
    },
    get writes() {
      return calls.filter(({ method }) => method !== 'GET').length;
    },
    token: (permissions = {}) =>
      newToken({ login: 'github-actions[bot]', type: 'Bot', permissions }),
    personalToken: (login = 'owner') => newToken({ login, type: 'User', permissions: undefined }),
    fail: (fault) => faults.push(fault),
    at: (now) => {
      instant = now;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (violations.length > 0) {
        throw new Error(`Not as GitHub describes its API:\n  ${violations.join('\n  ')}`);
      }
    },
  };
}

const NOBODY: Actor = { login: 'nobody', type: 'User', permissions: {} };

function refusalReply({ status, message, errors }: HubRefusal): Reply {
  const facts = {
    message,
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  };
  return { status, facts: errors ? { ...facts, errors } : facts };
}

function readBody(
  bytes: Buffer,
  contentType: string,
): Pick<Call, 'body' | 'bytes' | 'contentType'> {
  const isJson = contentType.includes('json') && /^\s*[[{]/.test(bytes.toString('latin1'));
  return { body: isJson ? JSON.parse(bytes.toString('utf8')) : undefined, bytes, contentType };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.status === 204) return void response.writeHead(204, reply.headers).end();
  if (reply.bytes) return void response.writeHead(reply.status, reply.headers).end(reply.bytes);
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    ...reply.headers,
  });
  response.end(JSON.stringify(reply.facts));
}
