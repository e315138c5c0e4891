import type { Check, Diagnosis, Patient } from './diagnosis.ts';
import { pages } from './pages.ts';
import { repository } from './repository.ts';
import { runs } from './runs.ts';
import { source } from './source.ts';

/** Every check, in the order in which trouble is best mended. */
export const checks: readonly Check[] = [source, repository, runs, pages];

/** What a check found, under the words that say what it looks at. */
export interface Examined {
  readonly description: string;
  readonly found: readonly Diagnosis[];
}

/** What each check found; one that breaks says so and keeps the others going. */
export async function examine(
  patient: Patient,
  asked: readonly Check[] = checks,
): Promise<readonly Examined[]> {
  const examined: Examined[] = [];
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
        advice: 'Try again in a minute; GitHub may be slow, or the token may not see it.',
      },
    ];
  }
}

const SIGNS = { good: '✓', warning: '!', bad: '✗', unknown: '?' } as const;

/** One line a finding, and what to do below it. */
export function tellDiagnosis({ level, what, advice }: Diagnosis): string {
  const line = `  ${SIGNS[level]} ${what}`;
  return advice === undefined || level === 'good' ? line : `${line}\n      ${advice}`;
}
