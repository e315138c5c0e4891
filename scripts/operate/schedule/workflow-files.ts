import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One line of a workflow's schedule. */
export interface CronLine {
  readonly cron: string;
  /** IANA name; UTC if the file names none. */
  readonly timeZone: string;
}

/** The part of a workflow file that says when it runs and for how long it may. */
export interface WorkflowFile {
  /** Its name below `.github/workflows/`. */
  readonly file: string;
  readonly crons: readonly CronLine[];
  /** Minutes that each job may take, by the name GitHub shows. */
  readonly limits: ReadonlyMap<string, number>;
}

const FOLDER = join('.github', 'workflows');

const workflow = z.object({
  on: z.union([
    z.string(),
    z.array(z.string()),
    z
      .object({
        schedule: z
          .array(z.object({ cron: z.string(), timezone: z.string().default('UTC') }))
          .nullish(),
      })
      .loose(),
  ]),
  jobs: z
    .record(
      z.string(),
      z.object({ name: z.string().optional(), 'timeout-minutes': z.number().optional() }).loose(),
    )
    .default({}),
});

/**
 * Reads the workflow files of a checkout, so that a new scheduled file is watched and kept alive
 * automatically.
 *
 * @param root the checkout
 * @returns empty for a tree without workflows; files that are not workflows are left out
 */
export async function readWorkflowFiles(root: string): Promise<readonly WorkflowFile[]> {
  const names = await readdir(join(root, FOLDER)).catch(() => []);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  const read = files.map(async (name) =>
    workflowFile(name, await readFile(join(root, FOLDER, name), 'utf8')),
  );
  return (await Promise.all(read)).flatMap((file) => (file === undefined ? [] : [file]));
}

function workflowFile(file: string, text: string): WorkflowFile | undefined {
  const parsed = workflow.safeParse(parse(text));
  if (!parsed.success) return undefined;
  const { on, jobs } = parsed.data;
  const schedule = typeof on === 'object' && !Array.isArray(on) ? (on.schedule ?? []) : [];
  return {
    file,
    crons: schedule.map(({ cron, timezone }) => ({ cron, timeZone: timezone })),
    limits: new Map(
      Object.entries(jobs).flatMap(([id, job]) => {
        const minutes = job['timeout-minutes'];
        return minutes === undefined ? [] : [[job.name ?? id, minutes] as const];
      }),
    ),
  };
}
