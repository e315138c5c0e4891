import type { SiteData } from '../site-data.ts';
import { dateFile, daysFile, latestFile } from './dates.ts';
import { districtFile } from './district.ts';
import type { ApiFile, SchemaName } from './schemas.ts';
import { schoolFile, schoolsFile } from './schools.ts';

/** One kind of file of the API. */
export interface ApiKind<Name extends SchemaName = SchemaName> {
  readonly schema: Name;
  /** Path below `api/v1/`, with what stands for an id or a date in braces. */
  readonly path: string;
  /** One sentence, in English: the API itself has no language. */
  readonly says: string;
  /** Path below `api/v1/` → what the file holds. */
  readonly files: (data: SiteData) => Iterable<readonly [string, ApiFile<Name>]>;
}

/** Every kind of file but the index, which lists these. */
export const apiKinds: readonly ApiKind[] = [
  {
    schema: 'district',
    path: 'district.json',
    says: 'The district: figures, windows, and whether an update is held or reading fails',
    files: (data) => [['district.json', districtFile(data)]],
  },
  {
    schema: 'latest',
    path: 'latest.json',
    says: 'The latest date with a change: its updates, and schools by how much they changed',
    files: (data) => [['latest.json', latestFile(data)]],
  },
  {
    schema: 'schools',
    path: 'schools.json',
    says: 'Every school with its place, windows and total',
    files: (data) => [['schools.json', schoolsFile(data)]],
  },
  {
    schema: 'school',
    path: 'schools/{id}.json',
    says: 'One school, with every report of it',
    files: (data) =>
      data.schools.map((school) => [`schools/${school.id}.json`, schoolFile(data, school)]),
  },
  {
    schema: 'days',
    path: 'days.json',
    says: 'Every day that was read; a day that is missing was not read',
    files: (data) => [['days.json', daysFile(data)]],
  },
  {
    schema: 'date',
    path: 'cases/{date}.json',
    says: 'One day that was read: its updates, and every school that changed',
    files: (data) => data.ledger.days.map((day) => [`cases/${day.date}.json`, dateFile(data, day)]),
  },
];
