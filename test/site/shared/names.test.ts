import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolIdFromName } from '../../../scripts/domain/school-id-from-name.ts';
import { cleanName, looseName, nameIndex, normalizeName } from '../../../site/shared/names.ts';

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

describe('looseName', () => {
  it.each([
    ['Arts & Science Academy', 'Arts and Science Academy'],
    ['Mount Holly Elementary', 'Mt. Holly Elementary'],
    ['Saint Stephen Middle', 'St Stephen Middle'],
    ['Fort Dearborn', 'Ft Dearborn'],
    ['Lincoln HS', 'Lincoln High School'],
    ['Lincoln ES', 'Lincoln Elem. School'],
    ['Lincoln HS', 'Lincoln High'],
    ['Lake View Acad', 'Lake View Academy'],
    ['Walter Payton College Prep', 'Walter Payton College Preparatory'],
    ['King Junior High', 'King Jr. High'],
    ['Doctor Martin Luther King', 'Dr Martin Luther King'],
    ['Peña', 'Pena'],
    ['Straße der Freiheit', 'STRASSE DER FREIHEIT'],
    ['İstanbul', 'Istanbul'],
    ['O’Keeffe', "O'Keeffe"],
    ['The Ogden School', 'Ogden School'],
    ['Avondale-Logandale', 'Avondale – Logandale'],
    ['J. F. Kennedy', 'J.F. Kennedy'],
    ['P.S. 12', 'P S 12'],
    ['Disney II', 'Disney 2'],
  ])('makes %s and %s one', (one, other) => {
    expect(looseName(one)).toBe(looseName(other));
  });

  it.each([
    ['King Elementary', 'King High'],
    ['School 1', 'School 2'],
    ['Mount Holly', 'Mountain Holly'],
    ['St Mary', 'St Marys Academy'],
    ['Lincoln', 'Lincoln Elementary School'],
    ['Lincoln School', 'Lincoln'],
    ['Майский', 'Маиский'],
    ['सीता', 'सता'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(looseName(one)).not.toBe(looseName(other));
  });

  it('leaves something of every name that has a letter or a digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        fc.pre(/[\p{L}\p{N}]/u.test(normalizeName(name)));
        expect(looseName(name)).not.toBe('');
      }),
    );
  });
});

describe('nameIndex', () => {
  const places = [
    { id: 1, name: 'Saint Mary School', former: ['Our Lady'] },
    { id: 2, name: 'St Mary School', former: [] },
    { id: 3, name: 'Mount Holly', former: ['Holly Academy'] },
    { id: 4, name: 'Ogden', former: ['Lake View', 'Twin'] },
    { id: 5, name: 'Lake View', former: ['Twin'] },
  ];
  const index = nameIndex(places, (place) => place);

  it.each<[string, number | undefined]>([
    ['SAINT MARY SCHOOL', 1],
    ['st. mary school', 2],
    // Either could be meant.
    ['The St Mary School', undefined],
    ['Mt Holly', 3],
    ['Holly Acad', 3],
    // The name of today comes before a former one.
    ['lake view', 5],
    ['Twin', undefined],
    ['Somewhere', undefined],
    ['', undefined],
    ['???', undefined],
  ])('finds %j as %s', (name, id) => {
    expect(index.find(name)?.id).toBe(id);
  });

  it('finds by a respelling only what nothing is called exactly', () => {
    expect(index.exact('Mt Holly')).toBeUndefined();
    expect(index.loose('Mt Holly')?.id).toBe(3);
    expect(index.loose('Mount Holly')).toBeUndefined();
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
