import { describe, expect, it } from 'vitest';
import { rowJudge } from '../../scripts/source/row-words.ts';

const district = { name: 'Tarnbeck County', languages: ['en', 'es', 'fr'] };

describe('a row named as all places', () => {
  it.each([
    ['All care homes', 'Care home', true],
    ['All counties', 'County', true],
    ['Toutes les communes', 'Commune', true],
    ['Todos los municipios', 'Municipio', true],
    ['All Saints', 'School', false],
    ['All Saints Care Home', 'Care home', false],
    ['District Office', 'School or office', false],
  ])('"%s" in a column "%s": %s', (name, heading, expected) => {
    expect(rowJudge(district, null, [heading]).isTotal(name)).toBe(expected);
  });
});
