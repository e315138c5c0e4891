import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fenced } from '../domain/fenced.ts';
import { type Invocation, serverUrl } from './environment.ts';
import { programVersion } from './program-version.ts';
import { withoutSecrets } from './without-secrets.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const LONGEST_TITLE = 120;
/** More would scroll away what was printed before. */
const LONGEST_DETAILS = 10_000;
/** GitHub refuses URLs of more than about 8,000 characters. */
const LONGEST_REPORT = 5_000;
const FRAMES_SHOWN = 12;
/** Enough for any real chain, and an error that is its own cause ends too. */
const MOST_CAUSES = 5;

/** The program's version, and the repository that takes issues about it; null if unknown. */
export interface Program {
  readonly version: string;
  readonly repositoryUrl: string | null;
}

/** The program in this folder. A workflow knows its repository; elsewhere the settings name it. */
export function thisProgram({ env }: Pick<Invocation, 'env'>): Program {
  const settings = z.object({ repository: z.url() }).safeParse(readJson('data/district.json'));
  const repositoryUrl = env.GITHUB_REPOSITORY
    ? `${serverUrl(env)}/${env.GITHUB_REPOSITORY}`
    : (settings.data?.repository ?? null);
  return { version: programVersion(), repositoryUrl };
}

/**
 * Describes an unexpected error to a person: that it is a bug of ours, in which version and where,
 * with a link that opens an issue with all of that filled in. The text contains no path of the
 * machine and no secret, so it can be published as it is.
 */
export function defectText(
  error: unknown,
  { command, env }: Invocation,
  { version, repositoryUrl }: Program,
): string {
  const details = withoutSecrets(detailsOf(error).slice(0, LONGEST_DETAILS), {
    project: PROJECT,
    env,
  });
  const program = `cps-covid-tracker ${version}, Node ${process.versions.node}, npm run ${command}`;
  const report = `${program}\n${details}`;
  const how =
    repositoryUrl === null
      ? 'Please report it with the lines above.'
      : `Please report it: this opens an issue that is already filled in.\n${issueLink(repositoryUrl, report, details)}`;
  return `This is a defect of the tracker, not of your data.\n${report}\n${how}`;
}

function issueLink(repositoryUrl: string, report: string, details: string): string {
  const title = `Defect: ${details.split('\n')[0] ?? ''}`.slice(0, LONGEST_TITLE);
  const body = `${fenced(fitting(report))}\n\nWhat did you do, and what did you expect?\n`;
  return `${repositoryUrl}/issues/new?${new URLSearchParams({ title, body })}`;
}

/** The beginning of a report that fits into a URL, in which one character can take twelve. */
function fitting(report: string): string {
  let end = report.length;
  while (String(new URLSearchParams({ report: report.slice(0, end) })).length > LONGEST_REPORT) {
    end = Math.floor(end * 0.9);
  }
  return report.slice(0, end);
}

/** An error and its causes, each with the stack frames that are not Node's own. */
function detailsOf(error: unknown): string {
  const parts: string[] = [];
  let next: unknown = error;
  while (next !== undefined && parts.length < MOST_CAUSES) {
    parts.push(next instanceof Error ? withFrames(next) : String(next));
    next = next instanceof Error ? next.cause : undefined;
  }
  return parts.join('\nCaused by: ');
}

function withFrames({ name, message, stack = '' }: Error): string {
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node:'))
    .slice(0, FRAMES_SHOWN);
  return [`${name}: ${message}`, ...frames].join('\n');
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));
  } catch {
    return undefined;
  }
}
