import type { Finding } from '../../domain/finding.ts';
import { refuseUsage } from '../../domain/refusal.ts';
import { isPassing } from '../../github/api.ts';
import type { GitHub } from '../../github/github.ts';
import type { PagesFacts } from '../../github/repository.ts';

/** The repository whose Pages are asked about. */
export interface PagesQuestion {
  readonly github: Pick<GitHub, 'repository'>;
  /** Its address, without a slash at its end. */
  readonly repositoryUrl: string;
}

/**
 * Finds out whether Pages would accept a deployment from a workflow. If GitHub cannot say, the
 * deployment is tried.
 *
 * @returns undefined if it would; otherwise a notice that names the switch. For somebody who is
 *   still setting the repository up, this is no failure
 * @throws Refusal (exit 2) if workflows have deployed before, so that Pages was on
 */
export async function pagesOff(question: PagesQuestion): Promise<Finding | undefined> {
  const { github } = question;
  const trouble = pagesFinding(await pagesOf(github), question.repositoryUrl);
  if (trouble === undefined) return undefined;
  if ((await github.repository.deployedSince()) === undefined) return trouble;
  throw refuseUsage(trouble.code, trouble.message, trouble.tip);
}

/** What Pages publishes; `hidden` also if GitHub is too slow or too busy to say. */
export async function pagesOf({ repository }: Pick<GitHub, 'repository'>): Promise<PagesFacts> {
  try {
    return await repository.pages();
  } catch (error) {
    if (isPassing(error)) return { kind: 'hidden' };
    throw error;
  }
}

/** What to say of Pages as its owner has set it; undefined: it publishes what workflows deploy. */
export function pagesFinding(
  { kind }: PagesFacts,
  repositoryUrl: string,
): (Finding & { readonly tip: string }) | undefined {
  const choose = `Choose “GitHub Actions” under Settings → Pages → Source (${repositoryUrl}/settings/pages), then start the workflow Deploy.`;
  switch (kind) {
    case 'off':
      return {
        level: 'notice',
        code: 'pages-off',
        message: 'Pages is off, so the site is not published',
        tip: choose,
      };
    case 'branch':
      return {
        level: 'notice',
        code: 'pages-from-branch',
        message: 'Pages publishes a branch instead of the site that workflows deploy',
        tip: choose,
      };
    default:
      return undefined;
  }
}
