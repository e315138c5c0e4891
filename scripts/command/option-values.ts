import { refuseUsage } from '../domain/refusal.ts';
import { type Instant, parseInstant } from '../domain/time.ts';

const HIGHEST_PORT = 65_535;

/**
 * Reads the value of `--at`.
 *
 * @param text undefined: the option was not given
 * @throws Refusal (exit 2) for anything that is not an instant, blank text included
 */
export function readInstant(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw refuseUsage(
    'not-an-instant',
    `--at "${text}" is not an instant`,
    'Nothing was read or written. Write it like 2021-03-14T12:00:00-05:00 or 2021-03-14T17:00:00Z.',
    { value: text },
  );
}

/**
 * Reads the value of `--port`.
 *
 * @returns 0 to 65535; 0 stands for any free port
 * @throws Refusal (exit 2) for anything else
 */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= HIGHEST_PORT) return port;
  throw refuseUsage(
    'not-a-port',
    `--port "${text}" is not a port`,
    `Give a number from 0 to ${HIGHEST_PORT}.`,
    { value: text },
  );
}
