import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  readonly url: string;
  /** `host:port`, as `TRACKER_ALLOW_HOSTS` names it. */
  readonly host: string;
  /** Requests so far. */
  requests: number;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on this machine that answers as a test wants. */
export async function loopback(handler: Handler): Promise<Loopback> {
  const server = createServer((request, response) => {
    served.requests += 1;
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: Loopback = {
    url: `http://127.0.0.1:${port}/sheet.csv`,
    host: `127.0.0.1:${port}`,
    requests: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return served;
}
