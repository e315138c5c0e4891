import type { Finding } from '../../domain/finding.ts';

/** The code of the finding that nobody can be informed. */
export const ISSUES_OFF = 'issues-off';

/**
 * The finding of a run that would open or edit an issue in a repository that has Issues off, as
 * every fork has at first. Nothing but this run can say so.
 *
 * @param message what nobody hears of, as a sentence without its period
 * @param repositoryUrl without a slash at its end
 */
export function issuesOff(message: string, repositoryUrl: string): Finding {
  return {
    level: 'error',
    code: ISSUES_OFF,
    message,
    tip: `Tick “Issues” under Settings → General → Features: ${repositoryUrl}/settings#features`,
  };
}
