import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';
import { refuseUsage } from '../domain/refusal.ts';

/** Where to serve a folder. */
export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Path under which the site is served, as on Pages; begins and ends with a slash. */
  readonly basePath: string;
}

/** A preview server that is running. */
export interface PreviewServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Content types that GitHub Pages uses for feeds. It goes by mime-db and the file's extension. */
const FEEDS: Readonly<Record<string, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
};

/**
 * Serves a built site on this machine as GitHub Pages would: under its path, compressed, with
 * `404.html` for anything that does not exist.
 *
 * @throws Refusal (exit 2) if the port is in use
 */
export async function serveFolder(dir: string, options: ServeOptions): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    answer(dir, options.basePath, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' ? portTaken(options.port) : error);
    });
    server.listen(options.port, 'localhost', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://localhost:${port}${options.basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  dir: string,
  basePath: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request.url ?? '/');
  const file = path?.startsWith(basePath)
    ? await find(dir, path.slice(basePath.length))
    : undefined;
  if (file === 'folder') {
    response.writeHead(301, { location: `${path}/` }).end();
    return;
  }
  const found = file ?? join(dir, '404.html');
  const body = await readFile(found).catch(() => Buffer.from('Not found'));
  const isText = /\.(html|css|js|json|csv|txt|xml|rss|atom|svg|webmanifest)$/.test(found);
  const zipped = isText && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(file ? 200 : 404, {
    'content-type': typeOf(found),
    'cache-control': 'max-age=600',
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : zipped ? gzipSync(body) : body);
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** The file for a path; `folder` if the path lacks its final slash; undefined if there is none. */
async function find(dir: string, path: string): Promise<string | undefined> {
  const file = normalize(join(dir, path));
  if (file !== normalize(dir) && !file.startsWith(normalize(dir + sep))) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  if (!found?.isDirectory()) return undefined;
  if (path !== '' && !path.endsWith('/')) return 'folder';
  const index = join(file, 'index.html');
  return (await stat(index).catch(() => undefined)) ? index : undefined;
}

function typeOf(file: string): string {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const type = FEEDS[ending] ?? lookup(file) ?? 'application/octet-stream';
  return /^text\/|json$|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type;
}

function portTaken(port: number) {
  return refuseUsage(
    'port-taken',
    `Port ${port} is in use by another program`,
    'Choose another with --port, or stop that program.',
    { value: String(port) },
  );
}

/** Resolves when a person presses Ctrl-C or the process is asked to end. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
