import type { ApiFile, SchemaName } from '../../../site/shared/api-schemas.ts';
import type { SiteData } from '../site-data.ts';
import { dateFile, daysFile, latestFile } from './dates.ts';
import { districtFile } from './district.ts';
import { schoolFile, schoolsFile } from './schools.ts';

/** One kind of file of the API. */
export interface ApiKind<Name extends SchemaName = SchemaName> {
  readonly schema: Name;
  /** Path below `api/v1/`, with what stands for an id or a date in braces. */
  readonly path: string;
  /** Path below `api/v1/` → content. */
  readonly files: (data: SiteData) => Iterable<readonly [string, ApiFile<Name>]>;
}

/** Every kind of file except the index, which lists these. */
export const apiKinds: readonly ApiKind[] = [
  {
    schema: 'district',
    path: 'district.json',
    files: (data) => [['district.json', districtFile(data)]],
  },
  {
    schema: 'latest',
    path: 'latest.json',
    files: (data) => [['latest.json', latestFile(data)]],
  },
  {
    schema: 'schools',
    path: 'schools.json',
    files: (data) => [['schools.json', schoolsFile(data)]],
  },
  {
    schema: 'school',
    path: 'schools/{id}.json',
    files: (data) =>
      data.entries.map((school) => [`schools/${school.id}.json`, schoolFile(data, school)]),
  },
  {
    schema: 'days',
    path: 'days.json',
    files: (data) => [['days.json', daysFile(data)]],
  },
  {
    schema: 'date',
    path: 'cases/{date}.json',
    files: (data) => data.ledger.days.map((day) => [`cases/${day.date}.json`, dateFile(data, day)]),
  },
];
