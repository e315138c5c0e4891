import type { BuildStamp } from '../../domain/build-stamp.ts';
import { EXIT, Refusal } from '../../domain/refusal.ts';
import { lookAtSite, type ServedAt, type ServedLook } from './served-build.ts';

const SECONDS_BETWEEN_LOOKS = 5;

/** The build that should be served, and how long to wait for it. */
export interface Expectation {
  readonly site: ServedAt;
  readonly build: Pick<BuildStamp, 'commit' | 'content_sha256'>;
  /** Blank text or anything else that no earlier look had: part of an address that no cache knows. */
  readonly tick: string;
  /** 0: look once. */
  readonly seconds: number;
}

/** What a look found, when it was not the build that was expected. */
export type OtherLook = ServedLook & { readonly found: string };

/**
 * Looks at the public address until it serves a build. A site for members only cannot be seen from
 * here, so that nothing is waited for.
 *
 * @returns undefined when the build is served; else what the last look found, and in words
 */
export async function awaitServed(expected: Expectation): Promise<OtherLook | undefined> {
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

/** A deployment that Pages accepted and does not serve. */
export function notServed({ site, build }: Expectation, found: string): Refusal {
  return new Refusal(
    EXIT.source,
    'not-served',
    `The deployment was accepted but is not served: ${site.url} shows ${found} instead of commit ${build.commit}, content ${build.content_sha256}`,
    {
      advice:
        'The data is safe in git. It is deployed again under a commit of its own; if it lasts, see Settings → Pages.',
    },
  );
}

function isServed(seen: ServedLook, { commit, content_sha256 }: Expectation['build']): boolean {
  return (
    seen.kind === 'build' &&
    seen.build.content_sha256 === content_sha256 &&
    seen.build.commit === commit
  );
}

function foundWords(seen: ServedLook): string {
  switch (seen.kind) {
    case 'build':
      return `commit ${seen.build.commit}, content ${seen.build.content_sha256}`;
    case 'none':
      return 'no build of ours';
    case 'unknown':
      return `nothing that can be seen (${seen.why})`;
  }
}
