import type { RepositoryWorld } from './repository-world.ts';

const CHANGELOG = '# Changelog\n\n## 1.2.0 - 2021-03-01\n\n### Added\n\n- [More](docs/more.md).\n';

/**
 * Makes a world's repository the one that the program comes from, with version 1.2.0 ready to be
 * released.
 *
 * @returns its head
 */
export function becomeOriginal(world: RepositoryWorld): string {
  const program = JSON.parse(world.file('package.json') ?? '{}');
  const repository = 'https://github.com/example/tracker';
  const text = JSON.stringify({ ...program, repository, version: '1.2.0' });
  const head = world.push({ 'package.json': text, 'CHANGELOG.md': CHANGELOG });
  // What the push began is over.
  for (const run of world.hub.pendingRuns()) run.status = 'completed';
  return head;
}
