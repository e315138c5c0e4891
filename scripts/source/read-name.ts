import { cleanName } from '../domain/school-name.ts';
import type { Tally } from './source-format.ts';

/** A label as the source writes it, cleaned; what was cleaned is told. null: blank. */
export function readName(raw: string | undefined, line: number, tally: Tally): string | null {
  const { name, changed } = cleanName(raw ?? '');
  if (changed) {
    tally.findings.push({
      level: 'notice',
      code: 'name-cleaned',
      message: 'A school’s name holds control characters; each run of them is read as one space',
      line,
      found: JSON.stringify(raw),
    });
  }
  return name || null;
}
