import { channels } from './channels.ts';
import type { Check, Diagnosis, Patient } from './diagnosis.ts';
import { ownTotal } from './own-total.ts';
import { pages } from './pages.ts';
import { program } from './program.ts';
import { repository } from './repository.ts';
import { runs } from './runs.ts';
import { source } from './source.ts';

/** Every check, in the order in which problems are best fixed. */
export const checks: readonly Check[] = [
  source,
  ownTotal,
  repository,
  runs,
  pages,
  channels,
  program,
];

/** The results of a check, under its description. */
export interface CheckResult {
  readonly description: string;
  readonly found: readonly Diagnosis[];
}

/** Runs the checks. One that throws is reported as `unknown`, and the others still run. */
export async function examine(
  patient: Patient,
  asked: readonly Check[] = checks,
): Promise<readonly CheckResult[]> {
  const examined: CheckResult[] = [];
  for (const check of asked) {
    examined.push({ description: check.description, found: await tried(check, patient) });
  }
  return examined;
}

async function tried(check: Check, patient: Patient): Promise<readonly Diagnosis[]> {
  try {
    return await check.run(patient);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      {
        level: 'unknown',
        what: `This could not be checked: ${message}`,
        advice:
          'Try again in a minute; GitHub may be slow, or the token may not be allowed to see it.',
      },
    ];
  }
}

const SIGNS = { good: '✓', warning: '!', bad: '✗', unknown: '?' } as const;

/** A result as text: one line, with what to do about it below. */
export function diagnosisText({ level, what, advice }: Diagnosis): string {
  const line = `  ${SIGNS[level]} ${what}`;
  return advice === undefined || level === 'good' ? line : `${line}\n      ${advice}`;
}
