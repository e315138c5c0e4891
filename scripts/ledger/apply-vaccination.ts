import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { idInSource } from './match-schools.ts';
import type { School } from './model.ts';

/** What a vaccination source says about a school; null is unknown. */
export interface VaccinationEntry {
  readonly id: SchoolId;
  /** Pupils. */
  readonly enrollment: number | null;
  /** Pupils with at least one dose. */
  readonly oneDose: number | null;
  /** Pupils fully vaccinated. */
  readonly complete: number | null;
  /** Its position in the source, counted from 1. */
  readonly line: number;
}

/**
 * Fills in what a vaccination source knows. A known figure replaces an older one; an unknown figure
 * never replaces anything. A figure above the enrollment is ignored and reported as a finding.
 */
export function applyVaccination(
  schools: ReadonlyMap<SchoolId, School>,
  entries: readonly VaccinationEntry[],
): { readonly schools: ReadonlyMap<SchoolId, School>; readonly findings: readonly Finding[] } {
  const byId = new Map<string, VaccinationEntry>(entries.map((entry) => [entry.id, entry]));
  const findings: Finding[] = [];
  const result = new Map<SchoolId, School>();
  for (const school of schools.values()) {
    const entry = byId.get(idInSource(school));
    result.set(school.id, entry ? withEntry(school, entry, findings) : school);
  }
  return { schools: result, findings };
}

function withEntry(school: School, entry: VaccinationEntry, findings: Finding[]): School {
  const enrollment = entry.enrollment ?? school.enrollment;
  const believed = (count: number | null, what: string) => {
    if (count === null || enrollment === null || count <= enrollment) return count;
    findings.push({
      level: 'warning',
      code: 'vaccinated-above-enrollment',
      message: `${school.name} (${school.id}) would have ${count} people ${what}, but only ${enrollment} are there: the figure is ignored`,
      line: entry.line,
      found: String(count),
    });
    return null;
  };
  return {
    ...school,
    enrollment,
    vaccinatedOneDose: believed(entry.oneDose, 'with one dose') ?? school.vaccinatedOneDose,
    vaccinatedComplete: believed(entry.complete, 'fully vaccinated') ?? school.vaccinatedComplete,
  };
}
