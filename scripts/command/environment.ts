import { refuseUsage } from '../domain/refusal.ts';
import type { CommandSpec } from './command-spec.ts';
import { COMMANDS, type CommandName } from './commands.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A command, and the environment variables that it was started with. */
export interface Invocation {
  readonly command: CommandName;
  readonly env: Environment;
}

/** What a workflow run knows about itself. */
export interface ThisRun {
  readonly id: number;
  /** Address of its page on GitHub. */
  readonly url: string;
  /** Address of its repository, without a slash at its end. */
  readonly repositoryUrl: string;
}

/**
 * The value of a variable that only workflows set.
 *
 * @throws Refusal (exit 2) if it is missing or blank, because the command was started elsewhere
 */
export function neededVariable({ command, env }: Invocation, name: string): string {
  const value = env[name];
  if (value) return value;
  const { place }: CommandSpec = COMMANDS[command];
  throw refuseUsage('no-environment', `${command}: ${name} is not set`, place ?? `Set ${name}.`);
}

/**
 * The repository that a workflow runs in, and its token.
 *
 * @throws Refusal (exit 2) outside a workflow
 */
export function gitHubAccess(invocation: Invocation) {
  return {
    /** `owner/name`. */
    repository: neededVariable(invocation, 'GITHUB_REPOSITORY'),
    token: neededVariable(invocation, 'GITHUB_TOKEN'),
    apiUrl: apiUrl(invocation.env),
  };
}

/**
 * The workflow run that this command is part of.
 *
 * @throws Refusal (exit 2) outside a workflow
 */
export function thisRun(invocation: Invocation): ThisRun {
  const { GITHUB_RUN_ID: id = '' } = invocation.env;
  const repository = neededVariable(invocation, 'GITHUB_REPOSITORY');
  const repositoryUrl = `${serverUrl(invocation.env)}/${repository}`;
  return { id: Number(id), url: `${repositoryUrl}/actions/runs/${id}`, repositoryUrl };
}

/** Address of github.com or of a company's own GitHub server, without a slash at its end. */
export function serverUrl({ GITHUB_SERVER_URL = 'https://github.com' }: Environment): string {
  return GITHUB_SERVER_URL;
}

/** Address of the API of github.com or of a company's own GitHub server. */
export function apiUrl({ GITHUB_API_URL = 'https://api.github.com' }: Environment): string {
  return GITHUB_API_URL;
}

/** Hosts (`host:port`) that may be read although their addresses are private. Only for tests. */
export function allowedHosts({ TRACKER_ALLOW_HOSTS = '' }: Environment): readonly string[] {
  return TRACKER_ALLOW_HOSTS.split(/[\s,]+/).filter(Boolean);
}
