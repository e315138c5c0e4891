import type { GitHub } from '../../github/github.ts';
import type { OwnIssue } from '../../github/issues.ts';
import type { Hold } from '../../ledger/model.ts';
import type { HeldRequest } from './plan-held-request.ts';
import { REQUEST_MARKER, stampOf } from './request-stamp.ts';

/**
 * The open request of a held update, if there is one. GitHub lists pull requests among the issues,
 * so one call finds either kind.
 */
export async function findRequest({ issues }: Pick<GitHub, 'issues'>): Promise<HeldRequest | null> {
  const [newest] = await issues.listOwn(REQUEST_MARKER, 'open');
  if (!newest) return null;
  const { number, body, url, createdAt, isPull } = newest;
  const stamp = stampOf(body) ?? null;
  return { kind: isPull ? 'pull' : 'issue', number, body, url, createdAt, stamp };
}

/**
 * Whether a person has declined a hold that has no open request, by closing its last request
 * without merging it.
 *
 * @returns the hold's key if it was declined, otherwise null
 */
export async function declinedKey(
  { issues }: Pick<GitHub, 'issues'>,
  { key, declined }: Hold,
): Promise<string | null> {
  if (declined === key) return key;
  const closed = await issues.listOwn(REQUEST_MARKER, 'closed');
  const last = closed.find(({ body }) => stampOf(body)?.key === key);
  return last && isDeclined(last) ? key : null;
}

/** A request that the tracker closes is marked as withdrawn in the same call. */
function isDeclined({ isMerged, body }: OwnIssue): boolean {
  return !isMerged && stampOf(body)?.isWithdrawn === false;
}
