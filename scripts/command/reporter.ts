import { appendFile } from 'node:fs/promises';
import type { Finding } from '../domain/finding.ts';
import type { Refusal } from '../domain/refusal.ts';

/** Reports to people: as prose on a terminal, as annotations, summary and outputs under Actions. */
export interface Reporter {
  say(text: string): void;
  finding(finding: Finding): void;
  refusal(refusal: Refusal): void;
  /** @param text describes an unexpected error, safe to publish */
  defect(text: string): void;
  /** Markdown for the job summary; nothing elsewhere. */
  summary(markdown: string): Promise<void>;
  /** An output of the step; nothing elsewhere. */
  output(name: string, value: string): Promise<void>;
  /** Resolves when everything has been said. */
  end(): Promise<void>;
}

type Level = Finding['level'];
type Actions = typeof import('@actions/core');

/**
 * A reporter for this process.
 *
 * @param env the process's environment: `GITHUB_ACTIONS` decides between prose and annotations
 * @param write writes to standard output
 */
export function createReporter(env: NodeJS.ProcessEnv, write: (text: string) => void): Reporter {
  // Loading it takes as long as a small command, so the command starts its work in the meantime.
  const loading = env.GITHUB_ACTIONS ? import('@actions/core') : undefined;
  let said: Promise<void> = Promise.resolve();
  /** Speaks immediately on a terminal; under Actions in order, once the package is loaded. */
  const speak = (plainly: () => void, annotating: (actions: Actions) => void) => {
    if (loading) said = said.then(async () => annotating(await loading));
    else plainly();
  };
  const annotate = (level: Level, title: string, text: string, file?: string, line?: number) => {
    const place = { title, ...(file ? { file } : {}), ...(line ? { startLine: line } : {}) };
    speak(
      () => write(`${level}: ${withoutCommands(text)}\n`),
      (actions) => actions[level](text, place),
    );
  };
  return {
    say: (text) =>
      speak(
        () => write(`${text}\n`),
        () => write(`${withoutCommands(text)}\n`),
      ),
    finding: (finding) =>
      annotate(finding.level, finding.code, findingText(finding), finding.file, finding.line),
    refusal: (refusal) =>
      annotate(
        'error',
        refusal.code,
        `${refusal.message}\n${refusal.advice}`,
        refusal.facts.file,
        refusal.facts.line,
      ),
    defect: (text) => annotate('error', 'defect', text),
    summary: async (markdown) => {
      const file = env.GITHUB_STEP_SUMMARY;
      if (file) await appendFile(file, `${markdown}\n`);
    },
    output: async (name, value) => {
      if (loading && env.GITHUB_OUTPUT) (await loading).setOutput(name, value);
    },
    end: () => said,
  };
}

/**
 * The runner takes lines that begin with `::` or `##[` for commands; a leading blank prevents it.
 */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*)(::|##\[)/gm, '$1 $2');
}

function findingText(finding: Finding): string {
  const { message, line, found, expected, tip } = finding;
  return [
    ended(line === undefined ? message : `${message.replace(/\.$/, '')} (line ${line})`),
    ...(found === undefined ? [] : [ended(`Found: ${found}`)]),
    ...(expected === undefined ? [] : [ended(`Expected: ${expected}`)]),
    ...(tip === undefined ? [] : [tip]),
  ].join(' ');
}

/** Adds a period, unless the text already ends in a punctuation mark. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
