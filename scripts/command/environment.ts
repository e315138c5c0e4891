import { refuseUsage } from '../domain/refusal.ts';
import { COMMANDS, type CommandName, type CommandSpec } from './commands.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A command and the variables that it was started with. */
export interface Started {
  readonly command: CommandName;
  readonly env: Environment;
}

/** What a run of a workflow knows of itself. */
export interface ThisRun {
  readonly id: number;
  /** Where a person reads what it did. */
  readonly url: string;
  /** Address of its repository, without a slash at its end. */
  readonly repositoryUrl: string;
}

/**
 * A variable that a workflow sets.
 *
 * @throws Refusal (exit 2) when it is missing or blank: the command was started elsewhere
 */
export function neededVariable({ command, env }: Started, name: string): string {
  const value = env[name];
  if (value) return value;
  const { place }: CommandSpec = COMMANDS[command];
  throw refuseUsage('no-environment', `${command}: ${name} is not set`, place ?? `Set ${name}.`);
}

/**
 * The repository that a workflow's token may use.
 *
 * @throws Refusal (exit 2) outside a workflow
 */
export function gitHubAccess(started: Started) {
  return {
    /** `owner/name`. */
    repository: neededVariable(started, 'GITHUB_REPOSITORY'),
    token: neededVariable(started, 'GITHUB_TOKEN'),
    apiUrl: apiUrl(started.env),
  };
}

/** @throws Refusal (exit 2) outside a workflow */
export function thisRun(started: Started): ThisRun {
  const { GITHUB_RUN_ID: id = '' } = started.env;
  const repository = neededVariable(started, 'GITHUB_REPOSITORY');
  const repositoryUrl = `${serverUrl(started.env)}/${repository}`;
  return { id: Number(id), url: `${repositoryUrl}/actions/runs/${id}`, repositoryUrl };
}

/** GitHub itself, or the server of a company's own, without a slash at its end. */
export function serverUrl({ GITHUB_SERVER_URL = 'https://github.com' }: Environment): string {
  return GITHUB_SERVER_URL;
}

export function apiUrl({ GITHUB_API_URL = 'https://api.github.com' }: Environment): string {
  return GITHUB_API_URL;
}

/** Hosts, with their ports, that may be read although their addresses are private: for tests. */
export function allowedHosts({ TRACKER_ALLOW_HOSTS = '' }: Environment): readonly string[] {
  return TRACKER_ALLOW_HOSTS.split(/[\s,]+/).filter(Boolean);
}
