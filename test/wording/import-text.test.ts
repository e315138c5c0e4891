import { describe, expect, it } from 'vitest';
import { nounsOf } from '../../scripts/domain/nouns.ts';
import { importWide } from '../../scripts/ledger/import-wide.ts';
import { importText } from '../../scripts/wording/import-text.ts';
import { settingsOf } from '../world.ts';

const { report } = importWide(
  [
    'School,Latitude,Longitude,CPS_School_ID,7Total,14Total,21Total,gTotal,preSY2122,20210829,20210830',
    'Elm,,,1,0,0,0,5,9,2,3',
    'Oak,,,2,0,0,0,4,2,2,1',
  ].join('\n'),
  ['2021-08-30'],
);

describe('what an import prints', () => {
  const county = {
    places: { singular: 'county', plural: 'counties' },
    people: { singular: 'resident', plural: 'residents' },
  };

  it.each([
    [{}, 'schools', 'school year'],
    [county, 'counties', 'year'],
  ])('calls places what the settings call them: %o', (words, places, year) => {
    expect(importText(report, nounsOf(settingsOf(words))).split('\n')).toEqual([
      `Imported 2 ${places} and 2 days from 2021-08-29 to 2021-08-30: 8 cases in the days, 9 in all.`,
      `  Elm (1): preSY2122 says 9, its days before the ${year} add up to 2; the days were kept`,
      '  Oak (2): its total is 4, its days add up to 3; the difference of 1 became its baseline',
      `  Oak (2): preSY2122 says 2, its days before the ${year} add up to 3; the days were kept`,
    ]);
  });
});
