import { HubRefusal } from './hub-state.ts';
import type { Call, Route } from './route.ts';

const LEVELS = ['none', 'read', 'write'];

/**
 * Whether a token may call a route. As in a private repository: reading needs `read` as well, so
 * that a workflow which forgets a permission is found. `metadata` is always granted; the issue side
 * of a pull request is open to who may write pull requests.
 */
export function mayCall(call: Call, { needs: [permission, level] }: Route): boolean {
  const { permissions } = call.actor;
  if (permissions === undefined || permission === 'metadata') return true;
  const grants = (name: string) =>
    LEVELS.indexOf(permissions[name] ?? 'none') >= LEVELS.indexOf(level);
  return grants(permission) || (permission === 'issues' && isPull(call) && grants('pull-requests'));
}

function isPull({ state, params }: Call): boolean {
  return state.issues.some(({ number, pull }) => pull && number === Number(params.issue_number));
}

export function refusalFor({ needs }: Route): HubRefusal {
  return new HubRefusal(403, `Resource not accessible by integration (needs ${needs.join(': ')})`);
}
