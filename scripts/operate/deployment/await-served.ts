import type { BuildStamp } from '../../domain/build-stamp.ts';
import { lookAtSite, type PublicSite, type SiteState } from './served-build.ts';

const SECONDS_BETWEEN_LOOKS = 5;

/** The build that should be served, and how long to wait for it. */
export interface Expectation {
  readonly site: PublicSite;
  readonly build: Pick<BuildStamp, 'commit' | 'content_sha256'>;
  /**
   * Any text that no earlier request used. It becomes part of the address, so that no cache
   * answers.
   */
  readonly tick: string;
  /** How long to wait; 0: look once. */
  readonly seconds: number;
}

/** What is served instead of the expected build, with a description of it. */
export type UnexpectedState = SiteState & { readonly found: string };

/**
 * Polls the public address until it serves the expected build. A site for members only cannot be
 * seen from here, so for one of those it gives up immediately.
 *
 * @returns undefined once the build is served; otherwise what was found last
 */
export async function awaitServed(expected: Expectation): Promise<UnexpectedState | undefined> {
  const started = performance.now();
  for (let look = 1; ; look += 1) {
    const seen = await lookAtSite(expected.site, `${expected.tick}-${look}`);
    if (isServed(seen, expected.build)) return undefined;
    const isPrivate = seen.kind === 'unknown' && seen.isPrivate;
    const seconds = (performance.now() - started) / 1000;
    if (isPrivate || seconds + SECONDS_BETWEEN_LOOKS > expected.seconds) {
      return { ...seen, found: foundWords(seen) };
    }
    await new Promise((resolve) => setTimeout(resolve, SECONDS_BETWEEN_LOOKS * 1000));
  }
}

function isServed(seen: SiteState, { commit, content_sha256 }: Expectation['build']): boolean {
  return (
    seen.kind === 'build' &&
    seen.build.content_sha256 === content_sha256 &&
    seen.build.commit === commit
  );
}

function foundWords(seen: SiteState): string {
  switch (seen.kind) {
    case 'build':
      return `commit ${seen.build.commit}, content ${seen.build.content_sha256}`;
    case 'none':
      return 'no build of this tracker';
    case 'unknown':
      return `something that could not be checked (${seen.why})`;
  }
}
