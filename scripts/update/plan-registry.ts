import type { Finding } from '../domain/finding.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import type { School } from '../ledger/model.ts';
import { type RegistryChange, registryChanges, registryNews } from '../ledger/registry-changes.ts';
import { type ReadPlan, withRegistry } from './plan-update.ts';
import type { World } from './world.ts';

type Schools = ReadonlyMap<SchoolId, School>;

/** The registry with what was learnt, and what was odd about the facts. */
export interface LearntSchools {
  readonly schools: Schools;
  readonly findings: readonly Finding[];
}

/** The result of reading one of the registry's sources: its facts, or why it was refused. */
export type RegistryAnswer =
  | {
      readonly kind: 'facts';
      readonly source: 'locations' | 'vaccination';
      /** Oddities of the source itself. */
      readonly findings: readonly Finding[];
      /** Applies everything that the source says, to all schools. */
      readonly apply: (schools: Schools) => LearntSchools;
      /** Whether it knows a school, by its id or a name. */
      readonly knows: (school: School) => boolean;
      /**
       * Fills in only the given schools, which are new to the ledger: their location, enrollment
       * and id.
       */
      readonly locate: (schools: Schools, onlyIds: ReadonlySet<SchoolId>) => LearntSchools;
    }
  | {
      readonly kind: 'refused';
      readonly source: 'locations' | 'vaccination';
      readonly refusal: Refusal;
    };

/** The answers of the registry's sources in one run. */
export interface RegistryAnswers {
  /**
   * Whether everything was requested, as once a day, rather than only the locations of new schools.
   */
  readonly isDaily: boolean;
  readonly answers: readonly RegistryAnswer[];
}

/**
 * Applies the answers to the registry in order; a refused source becomes a finding and nothing
 * more.
 */
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
 * Adds what was learnt about schools to a plan. A date's first read takes everything that the
 * sources say, if it was requested; any other read only takes facts about its new schools.
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
    message: `The locations of ${count} new place(s) could not be read: ${refusal.message}`,
    tip: 'They appear everywhere except on the map; `npm run schools` tries again.',
  };
}

function notRead(source: string, refusal: Refusal): Finding {
  return {
    level: 'warning',
    code: 'registry-source-not-read',
    message: `The source of ${source} could not be read: ${refusal.message}`,
    tip: `What is known stays as it is. The address is under "${source}" in data/district.json; \`npm run schools\` tries again.`,
  };
}
