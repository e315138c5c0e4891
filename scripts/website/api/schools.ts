import type { ApiFile } from '../../../site/shared/api-schemas.ts';
import type { School } from '../../ledger/model.ts';
import { formerNames } from '../../ledger/school-aliases.ts';
import { feedAddresses } from '../feeds/feed.ts';
import { hasFigure, type SiteData } from '../site-data.ts';
import { asOf, windowsOf } from './as-of.ts';

/** Every school with its figures, by name: what search and map load. */
export function schoolsFile(data: SiteData): ApiFile<'schools'> {
  return { ...asOf(data), schools: data.schools.map((school) => schoolOf(data, school)) };
}

/** One school: its figures, all its lines, its renames, and the addresses of its page and feeds. */
export function schoolFile(data: SiteData, school: School): ApiFile<'school'> {
  const folder = `${data.baseUrl}schools/${school.id}/`;
  return {
    ...asOf(data),
    ...schoolOf(data, school),
    reports: (data.linesOf.get(school.id) ?? []).map((line) => ({
      reporting_date: line.date,
      update: line.update,
      new_cases: line.newCases,
      total_cases: line.totalCases,
    })),
    renames: data.ledger.renames
      .filter((rename) => rename.schoolId === school.id)
      .map(({ renamedAt, oldName, newName }) => ({
        renamed_at: renamedAt,
        old_name: oldName,
        new_name: newName,
      })),
    links: { page: folder, csv: `${folder}cases.csv`, feeds: feedAddresses(`${folder}feed`) },
  };
}

/** What the source calls a school, where pages use a longer name. */
function sheetNameOf({ ledger }: SiteData, { id, name }: School) {
  const own = ledger.schools.get(id)?.name ?? name;
  return own === name ? {} : { sheet_name: own };
}

function schoolOf(data: SiteData, school: School): ApiFile<'schools'>['schools'][number] {
  const lines = data.linesOf.get(school.id) ?? [];
  return {
    id: school.id,
    name: school.name,
    ...sheetNameOf(data, school),
    former_names: [...formerNames(school)],
    latitude: school.latitude,
    longitude: school.longitude,
    enrollment: school.enrollment,
    vaccinated_one_dose: school.vaccinatedOneDose,
    vaccinated_complete: school.vaccinatedComplete,
    new_cases: windowsOf(data, lines),
    total_cases: data.totals.get(school.id) ?? 0,
    last_change: lines.at(-1)?.date ?? null,
    ...(hasFigure(data, school) ? {} : { no_figure_yet: true as const }),
  };
}
