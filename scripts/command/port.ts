import { refuseUsage } from '../domain/refusal.ts';

const HIGHEST = 65_535;

/** @throws Refusal (exit 2) for what is no port number */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= HIGHEST) return port;
  throw refuseUsage(
    'not-a-port',
    `--port "${text}" is no port`,
    `Give a number from 0 to ${HIGHEST}.`,
    {
      value: text,
    },
  );
}
