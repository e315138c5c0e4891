import { appendFile } from 'node:fs/promises';
import type { Finding } from '../domain/finding.ts';
import type { Refusal } from '../domain/refusal.ts';

/** Where a command speaks: prose on a terminal; annotations, summary and outputs under Actions. */
export interface Reporter {
  say(text: string): void;
  finding(finding: Finding): void;
  refusal(refusal: Refusal): void;
  defect(error: unknown): void;
  /** Markdown for the job summary; nothing elsewhere. */
  summary(markdown: string): Promise<void>;
  /** An output of the step; nothing elsewhere. */
  output(name: string, value: string): Promise<void>;
}

type Level = Finding['level'];

/** @param env the process's environment: `GITHUB_ACTIONS` decides the way of speaking */
export async function createReporter(
  env: NodeJS.ProcessEnv,
  write: (text: string) => void,
): Promise<Reporter> {
  const actions = env.GITHUB_ACTIONS ? await import('@actions/core') : undefined;
  const annotate = (level: Level, title: string, text: string, file?: string, line?: number) => {
    if (!actions) return write(`${level}: ${withoutCommands(text)}\n`);
    const place = { title, ...(file ? { file } : {}), ...(line ? { startLine: line } : {}) };
    const tell = { notice: actions.notice, warning: actions.warning, error: actions.error }[level];
    tell(text, place);
  };
  return {
    say: (text) => write(`${actions ? withoutCommands(text) : text}\n`),
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
    defect: (error) => annotate('error', 'defect', defectText(error)),
    summary: async (markdown) => {
      const file = env.GITHUB_STEP_SUMMARY;
      if (file) await appendFile(file, `${markdown}\n`);
    },
    output: async (name, value) => {
      if (actions && env.GITHUB_OUTPUT) actions.setOutput(name, value);
    },
  };
}

/** A line that begins with `::` or `##[` is a command to the runner: a blank makes it text. */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*)(::|##\[)/gm, '$1 $2');
}

function findingText(finding: Finding): string {
  const place = finding.line === undefined ? '' : ` (line ${finding.line})`;
  const found = finding.found === undefined ? '' : ` Found: ${finding.found}.`;
  const expected = finding.expected === undefined ? '' : ` Expected: ${finding.expected}.`;
  const tip = finding.tip === undefined ? '' : ` ${finding.tip}`;
  return `${finding.message}${place}.${found}${expected}${tip}`.replace('..', '.');
}

function defectText(error: unknown): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a defect of the tracker, not of your data: please report it with the lines below.\n${cause}`;
}
