import { describe, expect, it } from 'vitest';
import { likelyPaths } from '../../scripts/source/likely-paths.ts';

const row = { School: 'Alder', Total: 3 };

describe('where the rows of a document may be', () => {
  it.each<[string, unknown, readonly (string | null)[]]>([
    ['the document itself', [row], [null]],
    ['an array below it', { result: { records: [row] } }, ['result.records']],
    ['attributes of ArcGIS', { features: [{ attributes: row }] }, ['features[*].attributes']],
    ['properties of GeoJSON', { features: [{ properties: row }] }, ['features[*].properties']],
    ['arrays of cells', { values: [['School', 'Total']] }, ['values']],
    ['the longer of two arrays first', { a: [row], b: [row, row] }, ['b', 'a']],
    ['objects by place', { counties: { Ash: row, Brook: row } }, ['counties.*']],
    ['numbers by place', { Ash: 3, Brook: '4' }, ['*']],
    ['a name with a dot', { 'a.b': [row] }, ['["a.b"]']],
    ['no rows', { count: 3, success: true }, []],
    ['one thing is not many', { Ash: row }, []],
    ['no document', 'text', []],
  ])('%s', (_, document, expected) => {
    expect(likelyPaths(document)).toEqual(expected);
  });
});
