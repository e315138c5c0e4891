import { createServer } from 'node:http';
import { listen } from '../workflows/listen.ts';

/** A site's files, by path. */
export type Site = ReadonlyMap<string, Buffer>;

/**
 * How the next deployment goes. `lost`: accepted, and never served · `cancelled`: timed out in the
 * queue, so that its commit can never be deployed · `late`: served only after so many reads.
 */
export type Fate =
  | { readonly kind: 'served' | 'lost' | 'cancelled' }
  | { readonly kind: 'late'; readonly reads: number };

/** What Pages knows of the commits that were deployed. */
export interface PagesMemory {
  readonly used: readonly string[];
  readonly burnt: readonly string[];
  readonly current: { readonly commit: string; readonly site: Site } | undefined;
}

export interface FakePages {
  /** The site's public address, ending in a slash. */
  readonly url: string;
  /** The commit whose content is served, if any. */
  readonly served: string | undefined;
  /** Every deployment that was tried, with what the caller was told. */
  readonly deployments: readonly { readonly commit: string; readonly answer: string }[];
  /** A file of what is served. */
  page(path: string): string | undefined;
  /** Decides how the next deployments go, one each; then they are served again. */
  next(...fates: readonly Fate['kind'][]): void;
  /** The next deployment is served after so many reads. */
  nextIsLate(reads: number): void;
  /** From now on nothing answers at the public address, or it does again. */
  goDark(isDark?: boolean): void;
  /** @returns what the deployment's caller is told, in the words of the Pages API */
  deploy(commit: string, site: Site): 'succeed' | 'deployment_cancelled' | 'deployment_perm_error';
  /** What is served and used now … */
  remember(): PagesMemory;
  /** … and as it is from now on. */
  restore(memory: PagesMemory): void;
  close(): Promise<void>;
}

/**
 * GitHub Pages, which knows a deployment by the commit of the run that made it: the first content
 * of a commit wins, a second deployment under it is called a success and never served, and a commit
 * whose deployment was cancelled is refused for ever.
 *
 * @param prefix path that the site lies under; begins and ends in a slash
 * @param port 0: any that is free
 */
export async function fakePages(prefix = '/tracker/', port = 0): Promise<FakePages> {
  let used: ReadonlySet<string> = new Set();
  let burnt: ReadonlySet<string> = new Set();
  const fates: Fate[] = [];
  const deployments: { commit: string; answer: string }[] = [];
  let current: PagesMemory['current'];
  let coming: { commit: string; site: Site; reads: number } | undefined;

  let isDark = false;
  const server = createServer((request, response) => {
    if (isDark) return void request.socket.destroy();
    if (coming) {
      coming.reads -= 1;
      if (coming.reads < 0) {
        current = coming;
        coming = undefined;
      }
    }
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*/, ''));
    const name = path.slice(prefix.length).replace(/(^|\/)$/, '$1index.html');
    const bytes = path.startsWith(prefix) ? current?.site.get(name) : undefined;
    if (bytes) return response.writeHead(200, { 'cache-control': 'max-age=600' }).end(bytes);
    return response.writeHead(404).end('404');
  });
  const heard = await listen(server, port);

  const decide = (commit: string, site: Site) => {
    if (burnt.has(commit)) return 'deployment_perm_error' as const;
    if (used.has(commit)) {
      fates.shift();
      return 'succeed' as const;
    }
    const fate = fates.shift() ?? { kind: 'served' };
    if (fate.kind === 'cancelled') {
      burnt = new Set([...burnt, commit]);
      return 'deployment_cancelled' as const;
    }
    used = new Set([...used, commit]);
    if (fate.kind === 'late') coming = { commit, site, reads: fate.reads };
    if (fate.kind === 'served') current = { commit, site };
    return 'succeed' as const;
  };

  return {
    url: `http://127.0.0.1:${heard}${prefix}`,
    get served() {
      return current?.commit;
    },
    deployments,
    page: (path) => current?.site.get(path)?.toString('utf8'),
    next: (...kinds) => {
      for (const kind of kinds) fates.push(kind === 'late' ? { kind, reads: 1 } : { kind });
    },
    nextIsLate: (reads) => fates.push({ kind: 'late', reads }),
    goDark: (dark = true) => {
      isDark = dark;
    },
    deploy: (commit, site) => {
      const answer = decide(commit, site);
      deployments.push({ commit, answer });
      return answer;
    },
    remember: () => ({ used: [...used], burnt: [...burnt], current }),
    restore: (memory) => {
      used = new Set(memory.used);
      burnt = new Set(memory.burnt);
      current = memory.current;
      coming = undefined;
      isDark = false;
      fates.length = 0;
      deployments.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
