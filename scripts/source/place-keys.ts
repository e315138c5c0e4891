import { parseSchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import type { SourceKey } from '../ledger/snapshot.ts';

/** @returns undefined for a text that is no id */
export function keyOfId(text: string): SourceKey | undefined {
  const id = parseSchoolId(text);
  return id && { kind: 'id', id };
}

/** @returns undefined for a name that no id can be made of */
export function keyOfName(name: string): SourceKey | undefined {
  const slug = schoolIdFromName(name);
  return slug && { kind: 'name', slug };
}
