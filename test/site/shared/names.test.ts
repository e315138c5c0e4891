import { describe, expect, it } from 'vitest';
import { schoolIdFromName } from '../../../scripts/domain/school-id-from-name.ts';
import { cleanName, normalizeName } from '../../../site/shared/names.ts';

describe('normalizeName', () => {
  it.each([
    ['AIR FORCE HIGH SCHOOL', 'Air Force HS'],
    ['DISNEY II ELEMENTARY SCHOOL', 'Disney Ii ES'],
    ['AVONDALE-LOGANDALE', 'avondale  logandale'],
    ['O’KEEFFE', "O'Keeffe"],
    ['ST. JOHN', 'St John'],
  ])('makes %s and %s one', (one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
  });

  it.each([
    ['KING ELEMENTARY SCHOOL', 'King HS'],
    ['ALCOTT', 'Alcott ES'],
    ['SCHOOL 1', 'School 2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(normalizeName(one)).not.toBe(normalizeName(other));
  });
});

describe('cleanName', () => {
  it.each([
    ['  Adams  ', 'Adams', false],
    ['Adams\nHigh', 'Adams High', true],
    ['A\u0000\u0007B', 'A B', true],
    ['\u202eevil\u202c', 'evil', true],
    ['=HYPERLINK("x")', '=HYPERLINK("x")', false],
  ])('reads %j as %j', (raw, name, changed) => {
    expect(cleanName(raw)).toEqual({ name, changed });
  });
});

describe('schoolIdFromName', () => {
  it.each([
    ['AIR FORCE HIGH SCHOOL', 'air-force-hs'],
    ['Peña', 'pena'],
    ['<script>', 'script'],
    ['???', undefined],
  ])('%s has the id %s', (name, id) => {
    expect(schoolIdFromName(name)).toBe(id);
  });
});
