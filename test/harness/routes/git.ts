import { z } from 'zod';
import { HubRefusal, type HubState, invalid, notFound } from '../hub-state.ts';
import { bodyOf, type Call, paged, type Routes } from '../route.ts';

const reference = z.object({ ref: z.string(), sha: z.string() });
const update = z.object({ sha: z.string(), force: z.boolean().default(false) });

const refFacts = (state: HubState, ref: string, sha: string) => ({
  ref,
  url: `${state.url}/repos/${state.repository}/git/${ref}`,
  object: { sha, type: 'commit' },
});

function commitFacts(state: HubState, sha: string) {
  const [name = '', email = '', date = '', tree = '', parents = '', message = ''] = state.remote
    .git('log', '-1', '--format=%an%x00%ae%x00%aI%x00%T%x00%P%x00%B', sha)
    .split('\0');
  const person = { name, email, date };
  return {
    sha,
    html_url: `https://github.com/${state.repository}/commit/${sha}`,
    commit: { author: person, committer: person, message: message.trimEnd(), tree: { sha: tree } },
    author: null,
    committer: null,
    parents: parents
      .split(' ')
      .filter(Boolean)
      .map((parent) => ({ sha: parent })),
  };
}

function commitOr404({ state }: Call, revision: string): string {
  const found = state.remote.commitOf(`refs/heads/${revision}`) ?? state.remote.commitOf(revision);
  if (!found) throw notFound();
  return found;
}

/** Branches, tags, commits and files: read from and written to the bare remote by git itself. */
export const gitRoutes: Routes = {
  'git/get-ref': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const ref = `refs/${call.params.ref}`;
      const sha = call.state.remote.commitOf(ref);
      if (!sha) throw notFound();
      return { status: 200, facts: refFacts(call.state, ref, sha) };
    },
  },
  'git/list-matching-refs': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const { state, params } = call;
      const refs = state.remote
        .git('for-each-ref', '--format=%(refname) %(objectname)')
        .split('\n')
        .filter((line) => line.startsWith(`refs/${params.ref}`));
      const { page, headers } = paged(call, refs);
      const facts = page.map((line) => {
        const [ref = '', sha = ''] = line.split(' ');
        return refFacts(state, ref, sha);
      });
      return { status: 200, facts, headers };
    },
  },
  'git/create-ref': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { remote } = call.state;
      const { ref, sha } = bodyOf(call, reference);
      if (!remote.commitOf(sha)) throw invalid('Object does not exist');
      if (remote.commitOf(ref)) throw invalid('Reference already exists');
      remote.git('update-ref', ref, sha);
      return { status: 201, facts: refFacts(call.state, ref, sha) };
    },
  },
  'git/update-ref': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { remote } = call.state;
      const { sha, force } = bodyOf(call, update);
      const ref = `refs/${call.params.ref}`;
      const old = remote.commitOf(ref);
      if (!old) throw invalid('Reference does not exist');
      if (!force && remote.git('merge-base', old, sha) !== old)
        throw invalid('Update is not a fast forward');
      remote.git('update-ref', ref, sha);
      return { status: 200, facts: refFacts(call.state, ref, sha) };
    },
  },
  'git/delete-ref': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { remote } = call.state;
      const ref = `refs/${call.params.ref}`;
      if (!remote.commitOf(ref)) throw invalid('Reference does not exist');
      remote.git('update-ref', '-d', ref);
      return { status: 204 };
    },
  },
  'repos/get-branch': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const name = call.params.branch ?? '';
      const sha = call.state.remote.commitOf(`refs/heads/${name}`);
      if (!sha) throw new HubRefusal(404, 'Branch not found');
      return {
        status: 200,
        facts: { name, commit: commitFacts(call.state, sha), protected: false },
      };
    },
  },
  'repos/get-commit': {
    needs: ['contents', 'read'],
    answer: (call) => ({
      status: 200,
      facts: commitFacts(call.state, commitOr404(call, call.params.ref ?? '')),
    }),
  },
  'repos/list-commits': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const { state, query } = call;
      const from = commitOr404(call, query.get('sha') ?? state.settings.defaultBranch);
      const path = query.get('path');
      const shas = state.remote.git('log', '--format=%H', from, '--', ...(path ? [path] : []));
      const { page, headers } = paged(call, shas.split('\n').filter(Boolean));
      return { status: 200, facts: page.map((sha) => commitFacts(state, sha)), headers };
    },
  },
  'repos/compare-commits-with-basehead': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const { state, params } = call;
      const [base = '', head = ''] = (params.basehead ?? '').split('...');
      // A parent's branch (`owner:main`) is kept as the ref `parent/main`.
      const side = (name: string) =>
        commitOr404(call, name.includes(':') ? `refs/parent/${name.split(':')[1]}` : name);
      const [from, to] = [side(base), side(head)];
      const [behind = 0, ahead = 0] = state.remote
        .git('rev-list', '--left-right', '--count', `${from}...${to}`)
        .split('\t')
        .map(Number);
      const status =
        ahead && behind ? 'diverged' : ahead ? 'ahead' : behind ? 'behind' : 'identical';
      const mergeBase = state.remote.git('merge-base', from, to);
      const shas = state.remote.git('rev-list', '--reverse', `${from}..${to}`);
      return {
        status: 200,
        facts: {
          status,
          ahead_by: ahead,
          behind_by: behind,
          total_commits: ahead,
          base_commit: commitFacts(state, from),
          merge_base_commit: commitFacts(state, mergeBase),
          commits: shas
            .split('\n')
            .filter(Boolean)
            .map((sha) => commitFacts(state, sha)),
          files: state.remote
            .git('diff', '--name-only', mergeBase, to)
            .split('\n')
            .filter(Boolean)
            .map((filename) => ({ filename, status: 'modified' })),
        },
      };
    },
  },
  'repos/get-content': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const { state, params, query } = call;
      const path = params.path ?? '';
      const commit = commitOr404(call, query.get('ref') ?? state.settings.defaultBranch);
      const entry = (name: string, type: string) => ({
        name: name.split('/').at(-1),
        path: name,
        type,
      });
      const names = state.remote.list(commit, path);
      if (names.length > 0) {
        return { status: 200, facts: names.map((name) => entry(`${path}/${name}`, 'file')) };
      }
      const text = state.remote.file(commit, path);
      if (text === undefined) throw notFound();
      if (call.accept.includes('raw')) return { status: 200, bytes: Buffer.from(`${text}\n`) };
      const content = Buffer.from(`${text}\n`).toString('base64');
      return {
        status: 200,
        facts: { ...entry(path, 'file'), content, encoding: 'base64', size: content.length },
      };
    },
  },
};
