import { describe, expect, it } from 'vitest';
import { dataAddresses } from '../../scripts/source/data-address.ts';

const ID = '1urvD6F5RD3U3VHImFc5Kfv63lV7UQ9ivv_HpiFobGVA';
const GOOGLE = 'https://docs.google.com/spreadsheets';
const SHEET = `${GOOGLE}/d/${ID}`;
const PUBLISHED = `${GOOGLE}/d/e/2PACX-1vQabc_DEF-123`;
const both = (gid: number) => [
  `${SHEET}/export?format=csv&gid=${gid}`,
  `${SHEET}/gviz/tq?tqx=out:csv&headers=1&gid=${gid}`,
];
const UUID = '0a1b2c3d-1111-2222-3333-444455556666';
const ARC = 'https://services1.arcgis.com/abc/arcgis/rest/services/Cases/FeatureServer';
const HEX = '0123456789abcdef0123456789abcdef';

describe('dataAddresses', () => {
  it.each<[string, string, readonly string[] | 'the same']>([
    ['a sheet in a browser', `${SHEET}/edit?usp=sharing#gid=77`, both(77)],
    ['a sheet with its tab twice', `${SHEET}/edit?gid=77#gid=77`, both(77)],
    ['a sheet without a tab', `${SHEET}/`, both(0)],
    ['a sheet of a second account', `${GOOGLE}/u/1/d/${ID}/edit#gid=5`, both(5)],
    [
      'a sheet of a company',
      `https://docs.google.com/a/district.example/spreadsheets/d/${ID}/edit#gid=5`,
      both(5),
    ],
    ['a sheet to be looked at', `${SHEET}/htmlview?gid=3`, both(3)],
    ['a sheet to be copied', `${SHEET}/copy`, both(0)],
    [
      'a download as Excel',
      `${SHEET}/export?format=xlsx&gid=4`,
      [`${SHEET}/export?format=csv&gid=4`],
    ],
    ['a download as CSV', `${SHEET}/export?format=csv&gid=5`, 'the same'],
    [
      'a query',
      `${SHEET}/gviz/tq?tqx=out:html&sheet=COVID`,
      [`${SHEET}/gviz/tq?tqx=out:csv&headers=1&sheet=COVID`],
    ],
    ['a query as it is read', `${SHEET}/gviz/tq?tqx=out:csv&headers=1&sheet=COVID`, 'the same'],
    [
      'a published page',
      `${PUBLISHED}/pubhtml?gid=9&single=true`,
      [`${PUBLISHED}/pub?gid=9&single=true&output=csv`],
    ],
    ['a published page without a tab', `${PUBLISHED}/pubhtml`, [`${PUBLISHED}/pub?output=csv`]],
    ['a published sheet as CSV', `${PUBLISHED}/pub?output=csv`, 'the same'],
    [
      'a sheet published the old way',
      `${SHEET}/pubhtml?gid=2`,
      [`${SHEET}/pub?gid=2&single=true&output=csv`],
    ],
    [
      'Drive’s address of a sheet or file',
      `https://drive.google.com/open?id=${ID}`,
      [both(0)[0] ?? '', `https://drive.google.com/uc?export=download&id=${ID}`],
    ],
    [
      'Drive’s page of a file',
      `https://drive.google.com/file/d/${ID}/view?usp=sharing`,
      [`https://drive.google.com/uc?export=download&id=${ID}`],
    ],
    [
      'a file at GitHub',
      'https://github.com/o/r/blob/main/data/cases.csv?plain=1#L3',
      ['https://raw.githubusercontent.com/o/r/main/data/cases.csv'],
    ],
    [
      'a raw file at GitHub',
      'https://github.com/o/r/raw/main/cases.csv',
      ['https://raw.githubusercontent.com/o/r/main/cases.csv'],
    ],
    ['a page of a repository', 'https://github.com/o/r/issues/3', 'the same'],
    [
      'a file at GitLab',
      'https://gitlab.example/o/r/-/blob/main/cases.csv',
      ['https://gitlab.example/o/r/-/raw/main/cases.csv'],
    ],
    [
      'a data set’s page at Socrata',
      'https://data.city.example/Health/Cases-by-school/ab3d-ef5h',
      ['https://data.city.example/api/views/ab3d-ef5h/rows.csv?accessType=DOWNLOAD'],
    ],
    [
      'its newer page',
      'https://data.city.example/Health/Cases-by-school/ab3d-ef5h/about_data',
      ['https://data.city.example/api/views/ab3d-ef5h/rows.csv?accessType=DOWNLOAD'],
    ],
    [
      'its short address',
      'https://data.city.example/d/ab3d-ef5h',
      ['https://data.city.example/api/views/ab3d-ef5h/rows.csv?accessType=DOWNLOAD'],
    ],
    [
      'its API, which sends a page',
      'https://data.city.example/resource/ab3d-ef5h.json',
      ['https://data.city.example/resource/ab3d-ef5h.json?$limit=50000&$order=:id'],
    ],
    [
      'its API with a limit',
      'https://data.city.example/resource/ab3d-ef5h.csv?$limit=5',
      'the same',
    ],
    [
      'its download',
      'https://data.city.example/api/views/ab3d-ef5h/rows.csv?accessType=DOWNLOAD',
      'the same',
    ],
    [
      'a layer’s page at ArcGIS',
      `${ARC}/0`,
      [`${ARC}/0/query?where=1%3D1&outFields=*&returnGeometry=false&f=json`],
    ],
    [
      'a service’s page at ArcGIS',
      `${ARC}/`,
      [`${ARC}/0/query?where=1%3D1&outFields=*&returnGeometry=false&f=json`],
    ],
    [
      'a query answered as a page',
      `${ARC}/2/query?where=Total>0&f=html`,
      [`${ARC}/2/query?where=Total%3E0&f=json&outFields=*&returnGeometry=false`],
    ],
    [
      'a data set’s page at ArcGIS',
      `https://hub.arcgis.com/datasets/${HEX}_0/explore`,
      [
        `https://opendata.arcgis.com/api/v3/datasets/${HEX}_0/downloads/data?format=csv&spatialRefId=4326&where=1%3D1`,
      ],
    ],
    [
      'a resource’s page at CKAN',
      `https://open.city.example/en/dataset/covid/resource/${UUID}`,
      [
        `https://open.city.example/datastore/dump/${UUID}`,
        `https://open.city.example/api/3/action/datastore_search?resource_id=${UUID}&limit=32000`,
      ],
    ],
    ['any other address', 'https://example.org/cases.csv?x=1', 'the same'],
    ['a local file', 'data/sheet.csv', 'the same'],
  ])('makes data of %s', (_, pasted, expected) => {
    expect(dataAddresses(` ${pasted} `)).toEqual(expected === 'the same' ? [pasted] : expected);
  });
});
