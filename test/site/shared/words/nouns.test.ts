import { describe, expect, it } from 'vitest';
import { englishNouns } from '../../../../site/shared/words/english-nouns.ts';
import { de, frenchNouns, nouveau } from '../../../../site/shared/words/french-nouns.ts';
import { capital, type Gender, type Nouns, SCHOOLS } from '../../../../site/shared/words/nouns.ts';
import { spanishNouns } from '../../../../site/shared/words/spanish-nouns.ts';

const of = (singular: string, plural: string, gender?: Gender): Nouns => ({
  areSchools: false,
  places: { singular, plural, gender },
  people: null,
  district: null,
  ratePer: 100_000,
});
const unnamed: Nouns = { ...SCHOOLS, areSchools: false };

describe('English nouns', () => {
  it.each([
    ['county', 'a county'],
    ['area', 'an area'],
    ['hospital', 'a hospital'],
    ['hour', 'an hour'],
    ['unit', 'a unit'],
    ['university', 'a university'],
    ['underground station', 'an underground station'],
    ['older people’s home', 'an older people’s home'],
  ])('take the article of their sound: %s', (singular, withArticle) => {
    expect(englishNouns(of(singular, `${singular}s`)).aPlace).toBe(withArticle);
  });

  it('are those of schools where the settings say nothing, else of places of any kind', () => {
    expect(englishNouns(SCHOOLS)).toMatchObject({
      place: 'school',
      enrolled: 'pupils enrolled',
      year: 'school year',
      per: '100',
    });
    expect(englishNouns(unnamed)).toMatchObject({ place: 'place', people: 'people', year: 'year' });
    expect(englishNouns(of('county', 'counties')).per).toBe('100,000');
  });
});

describe('Spanish nouns', () => {
  it.each([
    ['escuela', 'la escuela', 'de la escuela', 'ninguna escuela'],
    ['condado', 'el condado', 'del condado', 'ningún condado'],
    ['municipalidad', 'la municipalidad', 'de la municipalidad', 'ninguna municipalidad'],
    [
      'residencia de mayores',
      'la residencia de mayores',
      'de la residencia de mayores',
      'ninguna residencia de mayores',
    ],
    ['área', 'el área', 'del área', 'ningún área'],
  ])('have the articles of their gender: %s', (singular, thePlace, ofThePlace, noPlace) => {
    const found = spanishNouns(of(singular, `${singular}s`));
    expect(found).toMatchObject({ thePlace, ofThePlace, noPlace });
  });

  it('have the gender that the settings say', () => {
    expect(spanishNouns(of('mapa', 'mapas', 'masculine')).thePlaces).toBe('los mapas');
    expect(spanishNouns(of('sede', 'sedes', 'feminine')).thePlaces).toBe('las sedes');
  });
});

describe('French nouns', () => {
  it.each([
    ['école', 'l’école', 'de l’école', 'cette école', 'aucune école'],
    [
      'arrondissement',
      'l’arrondissement',
      'de l’arrondissement',
      'cet arrondissement',
      'aucun arrondissement',
    ],
    ['comté', 'le comté', 'du comté', 'ce comté', 'aucun comté'],
    ['commune', 'la commune', 'de la commune', 'cette commune', 'aucune commune'],
    [
      'maison de retraite',
      'la maison de retraite',
      'de la maison de retraite',
      'cette maison de retraite',
      'aucune maison de retraite',
    ],
    ['hôpital', 'l’hôpital', 'de l’hôpital', 'cet hôpital', 'aucun hôpital'],
    ['hameau', 'le hameau', 'du hameau', 'ce hameau', 'aucun hameau'],
  ])('elide and agree: %s', (singular, thePlace, ofThePlace, thisPlace, noPlace) => {
    const found = frenchNouns(of(singular, `${singular}s`));
    expect(found).toMatchObject({ thePlace, ofThePlace, thisPlace, noPlace });
  });

  it.each([
    ['cas', 'nouveau', 'nouveaux'],
    ['hospitalisation', 'nouvelle', 'nouvelles'],
    ['accès', 'nouvel', 'nouveaux'],
  ])('put “new” before: %s', (singular, one, many) => {
    const noun = { singular, plural: singular };
    expect([nouveau(noun, false), nouveau(noun, true)]).toEqual([one, many]);
  });

  it('elide “de”, but not before an aspirate', () => {
    expect(['élèves', 'résidents', 'habitants', 'hameaux'].map(de)).toEqual([
      'd’élèves',
      'de résidents',
      'd’habitants',
      'de hameaux',
    ]);
  });
});

describe('a capital', () => {
  it('begins a sentence in any script', () => {
    expect(['école', 'EHPAD', '65 and over'].map(capital)).toEqual([
      'École',
      'EHPAD',
      '65 and over',
    ]);
  });
});
