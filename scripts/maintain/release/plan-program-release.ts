import { type Refusal, refuseUsage } from '../../domain/refusal.ts';
import { type ChangelogSection, hasEntries, readChangelog, withFullLinks } from './changelog.ts';

/** Everything that decides what a release of the program is, or why there can be none. */
export interface ProgramReleaseFacts {
  /** What a person asked for, such as `1.2.0` or `v1.2.0`. */
  readonly asked: string;
  /** The version in `package.json`. */
  readonly version: string;
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
  /** Address of this repository, without a slash at its end. */
  readonly repositoryUrl: string;
  /** The branch that the run was started on, and the one that it should be. */
  readonly branch: string;
  readonly defaultBranch: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** The commit that each of the remote's tags leads to. */
  readonly tags: ReadonlyMap<string, string>;
}

/** A release of the program, as it is to be made. */
export interface ProgramRelease {
  readonly tag: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** The commit that the tag is to lead to. */
  readonly target: string;
}

/** GitHub's limit on a release's text, in characters. */
const LONGEST_BODY = 125_000;
const NOTHING = 'Nothing was tagged or released.';

/**
 * The release of the program at the checked-out commit. It decides nothing by itself: the version
 * stands in `package.json` and in the changelog, and a person has to name it once more.
 *
 * @throws Refusal (exit 2) if these do not agree, or the tag leads to another commit
 */
export function planProgramRelease(facts: ProgramReleaseFacts): ProgramRelease {
  const { asked, version, branch, defaultBranch, head, tags, repositoryUrl } = facts;
  if (branch !== defaultBranch) {
    throw refuse(
      'not-on-default-branch',
      `The program is released from ${defaultBranch}, but this run was started on ${branch}`,
      `Start the workflow Release on ${defaultBranch}.`,
    );
  }
  const named = asked.trim().replace(/^v/, '');
  if (named !== version) {
    throw refuse(
      'version-differs',
      `You asked for ${named || 'no version'}, but package.json is at ${version}`,
      `Run \`npm version --no-git-tag-version ${named || 'X.Y.Z'}\`, commit package.json and package-lock.json with CHANGELOG.md and CITATION.cff, push, and start this again.`,
      { file: 'package.json', value: version },
    );
  }
  const tag = `v${version}`;
  const tagged = tags.get(tag);
  if (tagged !== undefined && tagged !== head) {
    throw refuse(
      'tag-elsewhere',
      `The tag ${tag} leads to ${tagged}, but this is ${head}`,
      `If ${version} is released already (${repositoryUrl}/releases), take the next version. If a person made the tag by mistake, delete it with \`git push origin :refs/tags/${tag}\` and start this again.`,
      { value: tagged },
    );
  }
  const section = sectionOf(facts.changelog, version);
  const body = withFullLinks(section.text, `${repositoryUrl}/blob/${tag}/`);
  if (body.length > LONGEST_BODY) {
    throw refuse(
      'changelog-too-long',
      `The section of ${version} has ${body.length} characters, but GitHub takes at most ${LONGEST_BODY}`,
      'Shorten it, push, and start this again.',
      { file: 'CHANGELOG.md', line: section.line },
    );
  }
  return { tag, title: tag, body, target: head };
}

function sectionOf(changelog: string, version: string): ChangelogSection {
  const { sections, badLine } = readChangelog(changelog);
  const file = 'CHANGELOG.md';
  if (badLine !== undefined) {
    throw refuse(
      'changelog-heading',
      `Line ${badLine} of CHANGELOG.md is not the heading of a version`,
      'Write it as `## Unreleased` or as `## 1.2.0 - 2026-12-01`, push, and start this again.',
      { file, line: badLine },
    );
  }
  const waiting = sections.find((each) => each.version === undefined && hasEntries(each));
  if (waiting !== undefined) {
    throw refuse(
      'changelog-unreleased',
      `CHANGELOG.md has entries under “Unreleased”, and this commit contains what they say`,
      `Put the heading \`## ${version} - YYYY-MM-DD\` above them, push, and start this again.`,
      { file, line: waiting.line },
    );
  }
  const newest = sections.find((each) => each.version !== undefined);
  if (newest?.version !== version || !hasEntries(newest)) {
    throw refuse(
      'changelog-lacks-version',
      newest === undefined
        ? 'CHANGELOG.md has no section of a version'
        : `CHANGELOG.md’s newest version is ${newest.version}${hasEntries(newest) ? '' : ', without any entry'}, but package.json is at ${version}`,
      `Its first version has to be \`## ${version} - YYYY-MM-DD\`, with what has changed. Push, and start this again.`,
      { file, ...(newest === undefined ? {} : { line: newest.line }) },
    );
  }
  return newest;
}

function refuse(code: string, message: string, advice: string, facts?: Refusal['facts']): Refusal {
  return refuseUsage(code, message, `${NOTHING} ${advice}`, facts);
}
