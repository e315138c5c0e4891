import type { Finding } from '../domain/finding.ts';
import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import type { VaccinationEntry } from '../ledger/apply-vaccination.ts';
import { asText, countOf, type Entry, entriesOf, refuseUnknownKeys } from './json-entries.ts';
import { type RegistryReading, readRegistrySource } from './read-registry-source.ts';

export interface VaccinationSource {
  /** Web addresses, or paths of local files: all are read, each holds some or all schools. */
  readonly addresses: readonly string[];
  readonly keys: VaccinationKeys;
}

export interface VaccinationKeys {
  readonly schoolId: string;
  /** null: the source does not say. */
  readonly enrollment: string | null;
  readonly oneDose: string;
  readonly complete: string;
}

export interface ReadVaccination {
  readonly entries: readonly VaccinationEntry[];
  readonly findings: readonly Finding[];
}

/** Findings of one kind that are listed one by one; a hostile body has any number. */
const FINDINGS_TOLD = 10;

/**
 * Reads how many pupils of each school are vaccinated: a JSON array of objects, one per school.
 *
 * @throws Refusal (exit 3) when a source cannot be read at all; a wrong figure is a finding
 */
export async function readVaccination(
  source: VaccinationSource,
  options: RegistryReading,
): Promise<ReadVaccination> {
  const texts = await Promise.all(
    source.addresses.map((address) => readRegistrySource(address, options)),
  );
  return parseVaccination(texts, source.keys);
}

/** As `readVaccination`, for the bodies' texts. */
export function parseVaccination(texts: readonly string[], keys: VaccinationKeys): ReadVaccination {
  const findings: Finding[] = [];
  const byId = new Map<SchoolId, VaccinationEntry>();
  const contradictory = new Set<SchoolId>();
  for (const entry of texts.flatMap((text) => entriesIn(text, keys, findings))) {
    const twin = byId.get(entry.id);
    if (twin && !saysTheSame(twin, entry)) {
      contradictory.add(entry.id);
      findings.push(contradiction(twin, entry));
    }
    byId.set(entry.id, entry);
  }
  for (const id of contradictory) byId.delete(id);
  const entries = [...byId.values()];
  if (entries.length > 0 && !entries.some(saysSomething)) {
    return { entries: [], findings: [...shortened(findings), NOTHING_SAID] };
  }
  return { entries, findings: shortened(findings) };
}

function entriesIn(
  text: string,
  keys: VaccinationKeys,
  findings: Finding[],
): readonly VaccinationEntry[] {
  const objects = entriesOf(text);
  refuseUnknownKeys(objects, keys.schoolId, keys.oneDose, keys.complete);
  return objects.flatMap((object, index) => entryOf(object, index + 1, keys, findings) ?? []);
}

function entryOf(
  object: Entry,
  line: number,
  keys: VaccinationKeys,
  findings: Finding[],
): VaccinationEntry | undefined {
  const idText = asText(object[keys.schoolId]);
  const id = parseSchoolId(idText);
  if (id === undefined) {
    findings.push(unreadable('id', keys.schoolId, idText, line));
    return undefined;
  }
  const read = (key: string | null): number | null => {
    const value = key === null ? null : object[key];
    if (value === null || value === undefined || value === '') return null;
    const count = countOf(value);
    if (count !== undefined) return count;
    findings.push(unreadable(id, key ?? '', asText(value), line));
    return null;
  };
  const [pupils, oneDose, complete] = [
    read(keys.enrollment),
    read(keys.oneDose),
    read(keys.complete),
  ];
  // 0 pupils is what sources write for unknown, and then 0 vaccinated says as little.
  const isBlank = keys.enrollment !== null && !pupils;
  const known = (count: number | null) => (isBlank && count === 0 ? null : count);
  return {
    id,
    enrollment: pupils || null,
    oneDose: known(oneDose),
    complete: known(complete),
    line,
  };
}

function saysTheSame(a: VaccinationEntry, b: VaccinationEntry): boolean {
  return a.enrollment === b.enrollment && a.oneDose === b.oneDose && a.complete === b.complete;
}

function saysSomething({ oneDose, complete }: VaccinationEntry): boolean {
  return (oneDose ?? 0) > 0 || (complete ?? 0) > 0;
}

const NOTHING_SAID: Finding = {
  level: 'warning',
  code: 'vaccination-blank',
  message: 'The vaccination source shows nobody vaccinated at any place: not believed',
  tip: 'Open its address in a browser; if it is right, write the figures into data/schools.csv.',
};

function unreadable(what: string, key: string, value: string, line: number): Finding {
  return {
    level: 'warning',
    code: 'vaccination-unreadable',
    message: `Entry ${line} of the vaccination source (${what}) holds "${value.slice(0, 80)}" under "${key}": not believed`,
    line,
    found: value.slice(0, 80),
  };
}

function contradiction(first: VaccinationEntry, second: VaccinationEntry): Finding {
  return {
    level: 'warning',
    code: 'vaccination-contradiction',
    message: `Entries ${first.line} and ${second.line} of the vaccination source are both the place ${first.id} and differ: neither is believed`,
    line: second.line,
    found: second.id,
  };
}

function shortened(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= FINDINGS_TOLD) return findings;
  const rest: Finding = {
    level: 'warning',
    code: 'vaccination-more',
    message: `${findings.length - FINDINGS_TOLD} more entries of the vaccination source are not believed`,
  };
  return [...findings.slice(0, FINDINGS_TOLD), rest];
}
