import slugify from '@sindresorhus/slugify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchoolId } from '../../scripts/domain/school-id.ts';
import { schoolIdFromName } from '../../scripts/domain/school-id-from-name.ts';
import { normalizeName } from '../../site/shared/names.ts';

describe('the id of a school known by name', () => {
  it.each([
    ['Lincoln High School', 'lincoln-hs'],
    ['O’Neill & Sons', 'oneill-sons'],
    ['Straße der Freiheit', 'strasse-der-freiheit'],
    ['Łódź Ærø', 'lodz-aero'],
    ['Școala Nr. 5', 'scoala-nr-5'],
    ['Новый Объект', 'noviy-obyekt'],
    ['???', undefined],
  ])('%s is %s', (name, id) => {
    expect(schoolIdFromName(name)).toBe(id);
  });

  it('is what slugify makes of the normalised name, whatever the letters', () => {
    const letters = fc.oneof(
      fc.constantFrom(...'abcxyz019 -.’&/'),
      fc.integer({ min: 0xa1, max: 0x24f }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom('ß', 'İ', 'ﬁ', 'ẞ', 'm̂', 'ъе', 'ƿ', 'Ⅷ', 'é'),
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const name = parts.join('');
        const slug = slugify(normalizeName(name), { decamelize: false }).slice(0, 64);
        expect(schoolIdFromName(name)).toBe(parseSchoolId(slug));
      }),
      { numRuns: 200 },
    );
  });
});
