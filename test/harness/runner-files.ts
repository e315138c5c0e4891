import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files through which a step speaks to the runner. */
export interface RunnerFiles {
  readonly env: Readonly<Record<string, string>>;
  /** What the step wrote into them. */
  read(): {
    readonly outputs: Readonly<Record<string, string>>;
    readonly env: Readonly<Record<string, string>>;
    readonly path: readonly string[];
    readonly summary: string;
  };
}

const NAMES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'];

/** @param folder the runner's own; the files are new for each step */
export function runnerFiles(folder: string, step: number): RunnerFiles {
  const paths = Object.fromEntries(
    NAMES.map((name) => [name, join(folder, `${name.toLowerCase()}_${step}`)]),
  );
  for (const path of Object.values(paths)) writeFileSync(path, '');
  const text = (name: string) => {
    const path = paths[name] ?? '';
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return {
    env: paths,
    read: () => ({
      outputs: pairsOf(text('GITHUB_OUTPUT')),
      env: pairsOf(text('GITHUB_ENV')),
      path: text('GITHUB_PATH').split('\n').filter(Boolean),
      summary: text('GITHUB_STEP_SUMMARY'),
    }),
  };
}

/**
 * `name=value` lines, and values of several lines between a delimiter.
 *
 * @throws Error for anything else, as the runner does
 */
export function pairsOf(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), at + 1);
      if (end < 0) throw new Error(`Matching delimiter not found: ${line}`);
      pairs[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else {
      if (equals < 1) throw new Error(`Invalid format: ${line}`);
      pairs[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return pairs;
}
