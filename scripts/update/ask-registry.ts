import { Refusal } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { applyLocations } from '../ledger/apply-locations.ts';
import { applyVaccination } from '../ledger/apply-vaccination.ts';
import { goesBy, idInSource } from '../ledger/match-schools.ts';
import type { Settings } from '../settings/schema.ts';
import type { RegistryReading } from '../source/read-registry-source.ts';
import type { RegistryAnswer, RegistryAnswers } from './plan-registry.ts';
import type { UpdatePlan } from './plan-update.ts';

/** A source of facts about schools, named after its key in the settings. */
export type RegistrySource = 'locations' | 'vaccination';

/** Which of the registry's sources to read, and how. */
export interface RegistryQuestion extends RegistryReading {
  /** The sources to read; any that the settings do not configure are skipped. */
  readonly sources: readonly RegistrySource[];
  /** An address or file to read instead of the settings' locations. */
  readonly locations?: string | undefined;
  /** An address or file to read instead of the settings' vaccination addresses. */
  readonly vaccination?: string | undefined;
}

/** The registry sources that the settings configure. */
export function registrySources(settings: Settings): readonly RegistrySource[] {
  return (['locations', 'vaccination'] as const).filter((name) => settings[name] !== null);
}

/**
 * Reads what the registry can learn about schools: locations, enrollment, vaccination, and the ids
 * of schools known by name only. All sources are read at once.
 *
 * @returns one answer per source; a source that could not be read gives an answer of kind `refused`
 */
export function askRegistry(
  settings: Settings,
  question: RegistryQuestion,
): Promise<readonly RegistryAnswer[]> {
  const named = registrySources(settings).filter((name) => question.sources.includes(name));
  const asks = { locations: askLocations, vaccination: askVaccination };
  return Promise.all(named.map((source) => answerOf(source, asks[source](settings, question))));
}

const SECONDS_TO_LOCATE = 10;
const SECONDS_A_DAY = 20;

/**
 * Reads the registry's sources for a planned update. With a date's first read, everything is read
 * (if the caller wants that); otherwise only the locations of new schools, if there are any. Time
 * limits keep the publication of cases from being delayed for long.
 */
export async function askForUpdate(
  settings: Settings,
  plan: UpdatePlan,
  reading: Omit<RegistryReading, 'seconds'> & { readonly isDaily: boolean },
): Promise<RegistryAnswers> {
  const { isDaily } = reading;
  if (plan.kind === 'unread' || plan.kind === 'held') return { isDaily, answers: [] };
  if (isDaily && plan.isFirstRead) {
    const question = { ...reading, seconds: SECONDS_A_DAY, sources: registrySources(settings) };
    return { isDaily, answers: await askRegistry(settings, question) };
  }
  const sources = plan.update.unknown.length > 0 ? (['locations'] as const) : [];
  const question = { ...reading, seconds: SECONDS_TO_LOCATE, sources };
  return { isDaily, answers: await askRegistry(settings, question) };
}

/**
 * Asks the configured locations about the schools for whose number an update is held.
 *
 * @returns those that they know; undefined: nobody is held for that, or there is nobody to ask
 */
export async function askAboutStrangers(
  settings: Settings,
  plan: UpdatePlan,
  reading: Omit<RegistryReading, 'seconds'>,
): Promise<ReadonlySet<SchoolId> | undefined> {
  if (plan.kind !== 'held' || !plan.hold.reasons.some(({ guard }) => guard === 'strangers')) {
    return undefined;
  }
  const question = { ...reading, seconds: SECONDS_TO_LOCATE, sources: ['locations'] as const };
  const answers = await askRegistry(settings, question);
  const known = plan.update.unknown.filter((school) =>
    answers.some((answer) => answer.kind === 'facts' && answer.knows(school)),
  );
  return known.length === 0 ? undefined : new Set(known.map(({ id }) => id));
}

type Facts = Extract<RegistryAnswer, { kind: 'facts' }>;

async function answerOf(source: RegistrySource, asked: Promise<Facts>): Promise<RegistryAnswer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', source, refusal: error };
    throw error;
  }
}

/**
 * If the vaccination source states enrollment, that figure is kept, because its other figures refer
 * to it. If it were replaced whenever that source fails, rates would jump back and forth.
 */
async function askLocations(settings: Settings, question: RegistryQuestion): Promise<Facts> {
  const { locations, vaccination, map } = settings;
  if (locations === null) throw new RangeError('the settings name no locations');
  const { readLocations } = await import('../source/locations.ts');
  const keepEnrollment = (vaccination?.keys.enrollment ?? null) !== null;
  const address = question.locations ?? locations.address;
  const { entries, findings } = await readLocations(
    { ...locations, address },
    { ...question, bounds: map.bounds },
  );
  return {
    kind: 'facts',
    source: 'locations',
    findings,
    knows: (school) =>
      entries.some(({ id, name }) => id === idInSource(school) || goesBy(school, name)),
    locate: (schools, onlyIds) => applyLocations(schools, entries, { onlyIds }),
    apply: (schools) => applyLocations(schools, entries, { keepEnrollment }),
  };
}

async function askVaccination(settings: Settings, question: RegistryQuestion): Promise<Facts> {
  const { vaccination } = settings;
  if (vaccination === null) throw new RangeError('the settings name no vaccination source');
  const { readVaccination } = await import('../source/vaccination.ts');
  const instead = question.vaccination;
  const addresses = instead === undefined ? vaccination.addresses : [instead];
  const { entries, findings } = await readVaccination({ ...vaccination, addresses }, question);
  return {
    kind: 'facts',
    source: 'vaccination',
    findings,
    knows: () => false,
    locate: (schools) => ({ schools, findings: [] }),
    apply: (schools) => applyVaccination(schools, entries),
  };
}
