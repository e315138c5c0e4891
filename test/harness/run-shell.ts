import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ShellStep {
  readonly script: string;
  readonly shell: 'bash' | 'sh' | undefined;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** The runner's own folder, for the script. */
  readonly temp: string;
  /** Told how to kill everything that the step has started. */
  readonly onStart: (kill: () => void) => void;
}

/** The runner's own shell options: without `shell:` there is no pipefail. */
const SHELLS = {
  default: ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  sh: ['sh', '-e'],
} as const;

/** Runs the script of a step as the runner does: from a file, in a shell of its own. */
export function runShell(
  step: ShellStep,
): Promise<{ readonly exit: number; readonly log: string }> {
  const file = join(step.temp, 'step.sh');
  writeFileSync(file, step.script);
  const [program, ...options] = SHELLS[step.shell ?? 'default'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...options, file], {
      cwd: step.folder,
      env: step.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A session of its own: `timeout` makes process groups, but stays in the session.
    const { pid } = child;
    step.onStart(() => {
      if (pid !== undefined) spawnSync('pkill', ['-KILL', '-s', String(pid)]);
    });
    let log = '';
    const keep = (chunk: Buffer) => {
      log += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ exit: code ?? 137, log }));
  });
}
