import { parseSchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import type { SourceKey } from '../ledger/snapshot.ts';
import { isTooLong } from './place-name.ts';

/** @returns undefined for a text that is no id */
export function keyOfId(text: string): SourceKey | undefined {
  const id = parseSchoolId(text);
  return id && { kind: 'id', id };
}

/** @returns undefined for a name that no id can be made of, or that is too long to be one */
export function keyOfName(name: string): SourceKey | undefined {
  if (isTooLong(name)) return undefined;
  const slug = schoolIdFromName(name);
  return slug && { kind: 'name', slug };
}
