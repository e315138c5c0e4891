import type { ServerResponse } from 'node:http';

interface Aimed {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** Something that goes wrong at one of the next calls. */
export interface Fault {
  /**
   * `server-error`: 500, nothing done · `rate-limit`: 403 with `retry-after`, nothing done ·
   * `hang-up`: done, but the answer is lost · `kill`: done, and the caller dies before it hears.
   */
  readonly with: 'server-error' | 'rate-limit' | 'hang-up' | 'kill';
  /** Which call: the n-th from now of those that fit (1 is the next). */
  readonly at?: number;
  /** How many calls in a row; without it, one. */
  readonly times?: number;
  /** Which calls count: the operation's id, such as `issues/create`; without it, all. */
  readonly operation?: string;
  /** Kills the caller; the workflow runner sets it. */
  readonly kill?: () => void;
}

export interface Struck {
  readonly before?: {
    readonly status: number;
    readonly body: object;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly after?: (response: ServerResponse) => void;
}

const counts = new WeakMap<Fault, number>();

/** What strikes this call, if anything; each fault counts the calls that fit it. */
export function faultFor(faults: readonly Fault[], call: Aimed): Struck | undefined {
  let struck: Struck | undefined;
  for (const fault of faults) {
    if (fault.operation !== undefined && fault.operation !== call.id) continue;
    const count = (counts.get(fault) ?? 0) + 1;
    counts.set(fault, count);
    const first = fault.at ?? 1;
    if (count >= first && count < first + (fault.times ?? 1)) struck ??= strike(fault);
  }
  return struck;
}

function strike(fault: Fault): Struck {
  switch (fault.with) {
    case 'server-error':
      return { before: { status: 500, body: { message: 'Server Error' }, headers: {} } };
    case 'rate-limit':
      return {
        before: {
          status: 403,
          body: { message: 'You have exceeded a secondary rate limit.' },
          headers: { 'retry-after': '1', 'x-ratelimit-remaining': '0' },
        },
      };
    case 'hang-up':
      return { after: (response) => void response.destroy() };
    case 'kill':
      return {
        after: (response) => {
          fault.kill?.();
          response.destroy();
        },
      };
  }
}
