import type { Finding } from '../domain/finding.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import type { School } from '../ledger/model.ts';
import { type RegistryChange, registryChanges, registryNews } from '../ledger/registry-changes.ts';
import { type ReadPlan, withRegistry } from './plan-update.ts';
import type { World } from './world.ts';

type Schools = ReadonlyMap<SchoolId, School>;

/** Schools with what was learnt of them. */
export interface LearntSchools {
  readonly schools: Schools;
  readonly findings: readonly Finding[];
}

/** What one source of the registry said, once it was asked. */
export type RegistryAnswer =
  | {
      readonly kind: 'facts';
      readonly source: 'locations' | 'vaccination';
      /** What was odd about the source itself. */
      readonly findings: readonly Finding[];
      /** All that it says, of every school. */
      readonly apply: (schools: Schools) => LearntSchools;
      /** Where these schools are, and nothing else: for schools that the ledger has just met. */
      readonly locate: (schools: Schools, onlyIds: ReadonlySet<SchoolId>) => LearntSchools;
    }
  | {
      readonly kind: 'refused';
      readonly source: 'locations' | 'vaccination';
      readonly refusal: Refusal;
    };

/** What the sources said to one run. */
export interface RegistryAnswers {
  /** Whether they were asked for everything, as once a day, and not only for new schools' places. */
  readonly isDaily: boolean;
  readonly answers: readonly RegistryAnswer[];
}

/** The registry after every source had its say; one that was refused leaves the others theirs. */
export function applyAnswers(
  before: Schools,
  answers: readonly RegistryAnswer[],
): LearntSchools & { readonly changes: readonly RegistryChange[] } {
  let schools = before;
  const findings: Finding[] = [];
  for (const answer of answers) {
    if (answer.kind === 'refused') {
      findings.push(notRead(answer.source, answer.refusal));
    } else {
      const applied = answer.apply(schools);
      schools = applied.schools;
      findings.push(...answer.findings, ...applied.findings);
    }
  }
  return { schools, findings, changes: registryChanges(before, schools) };
}

/**
 * A plan with what was learnt of its schools. A date's first read takes all that the sources say, if
 * they were asked for it; any other only where its new schools are.
 */
export function planLearnt(world: World, plan: ReadPlan, asked: RegistryAnswers): ReadPlan {
  if (asked.answers.length === 0) return plan;
  const located = locate(plan, asked.answers);
  if (asked.isDaily && plan.isFirstRead) {
    const { schools, findings } = applyAnswers(located.schools, asked.answers);
    const news = registryNews(registryChanges(located.schools, schools));
    return withRegistry(world, plan, { schools, news, findings });
  }
  return withRegistry(world, plan, { ...located, news: [] });
}

function locate(plan: ReadPlan, answers: readonly RegistryAnswer[]): LearntSchools {
  const unknown = new Set(plan.update.unknown.map(({ id }) => id));
  let schools = plan.ledger.schools;
  const findings: Finding[] = [];
  for (const answer of unknown.size === 0 ? [] : answers) {
    if (answer.kind === 'refused') {
      findings.push(notLocated(unknown.size, answer.refusal));
    } else {
      const located = answer.locate(schools, unknown);
      schools = located.schools;
      findings.push(...answer.findings, ...located.findings);
    }
  }
  return { schools, findings };
}

function notLocated(count: number, refusal: Refusal): Finding {
  return {
    level: 'warning',
    code: 'locations-not-read',
    message: `The locations of ${count} new school(s) could not be read: ${refusal.message}`,
    tip: 'They are listed everywhere but on the map; `npm run schools` tries again.',
  };
}

function notRead(source: string, refusal: Refusal): Finding {
  return {
    level: 'warning',
    code: 'registry-source-not-read',
    message: `The source of ${source} could not be read: ${refusal.message}`,
    tip: `What is known stays as it is. Its address stands under "${source}" in data/district.json; \`npm run schools\` tries again.`,
  };
}
