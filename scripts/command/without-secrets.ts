import type { Environment } from './environment.ts';

/** The machine that a text comes from, which the text must not reveal. */
export interface Machine {
  /** The project's folder; paths below it are shown relative to it. */
  readonly project: string;
  /** A variable that is named like a secret has a secret as its value. */
  readonly env: Environment;
}

const SECRET_NAME = /token|secret|key|pass|auth|credential|webhook|topic/i;
const SHORTEST_SECRET = 6;

/** Secrets that can be recognised by their form. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // GitHub's: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  [/\b(?:gh[a-z]_|github_pat_)\w+/g, '<secret>'],
  [/\b(bearer|basic|token)\s+[\w.~+/=-]{8,}/gi, '$1 <secret>'],
  [
    /\b([\w-]*(?:token|secret|key|pass|auth|sig)[\w-]*)(["']?\s*[=:]\s*["']?)[^\s"'&]+/gi,
    '$1$2<secret>',
  ],
  // JSON Web Tokens, and any long mix of digits with upper and lower case letters.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<secret>'],
  [/\b(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{32,}/g, '<secret>'],
];

/** A URL, whose path and query may contain a key, or the folders of an absolute path, Windows included. */
const PLACES =
  /\b([a-z][a-z+.-]+:\/\/)([^\s'"()<>]+)|(?<![\w.])((?:[a-z]:)?[\\/](?:[^\s'"():;,<>\\/]+[\\/])+)/gi;

/**
 * Makes a text safe to publish: removes folders of this machine, secrets, and everything of a URL but
 * its host. A path keeps its file name, and one in the project its whole path below the project.
 */
export function withoutSecrets(text: string, { project, env }: Machine): string {
  const values = Object.entries(env).flatMap(([name, value]) =>
    SECRET_NAME.test(name) && value !== undefined && value.length >= SHORTEST_SECRET ? [value] : [],
  );
  let safe = text;
  for (const value of values) safe = safe.replaceAll(value, '<secret>');
  safe = safe.replaceAll(/file:\/\/(?=\/)/g, '').replaceAll(`${project}/`, '');
  safe = safe.replace(PLACES, (_, scheme?: string, rest = '') =>
    scheme === undefined ? '…/' : `${scheme}${hostOf(rest)}/…`,
  );
  for (const [pattern, instead] of SECRETS) safe = safe.replace(pattern, instead);
  return safe;
}

/** @param rest of a URL, after `://`; a user name and password may stand before `@` */
function hostOf(rest: string): string {
  return rest.split(/[/?#]/)[0]?.split('@').at(-1) ?? '';
}
