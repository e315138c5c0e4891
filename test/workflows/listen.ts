import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Makes a server hear on this machine alone.
 *
 * @param port 0: any that is free
 * @returns the port
 * @throws where somebody else hears on it
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
