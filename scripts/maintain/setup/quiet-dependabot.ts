import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * Dependabot's configuration with no requests for new versions. A copy made from a template would
 * get them at once, each with two runs of all checks; `npm run upgrade` brings the same versions,
 * tested by the original. Requests that fix a vulnerability still come.
 *
 * Source: https://docs.github.com/code-security/dependabot/working-with-dependabot/dependabot-options-reference#open-pull-requests-limit
 *
 * @param text of `.github/dependabot.yml`; comments and all else stay as they are
 */
export function quietDependabot(text: string): string {
  const document = parseDocument(text);
  const updates = document.get('updates');
  if (document.errors.length > 0 || !isSeq(updates)) return text;
  for (const update of updates.items) {
    if (isMap(update)) update.set('open-pull-requests-limit', 0);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
