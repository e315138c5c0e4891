import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { rankingOf, type SearchableSchool } from '../../../site/find/rank-schools.ts';
import { projectFolder } from '../../command-line.ts';
import { hasSharedData, readShared } from '../../shared-data.ts';
import { slips } from './misspellings.ts';

const school = (id: string, name: string, ...former_names: string[]): SearchableSchool => ({
  id,
  name,
  former_names,
});
const schoolsOf = (csv: string, id: string, name: string): SearchableSchool[] =>
  parse<Record<string, string>>(csv, { columns: true, relax_column_count: true }).map((row) =>
    school(row[id] ?? '', row[name] ?? ''),
  );
const sample = schoolsOf(
  readFileSync(join(projectFolder, 'data/sample/locations.csv'), 'utf8'),
  'Building ID',
  'Building',
);
const chicago = hasSharedData
  ? schoolsOf(readShared('history/2021-02-27-wide.csv'), 'CPS_School_ID', 'School')
  : [];

const top = (schools: readonly SearchableSchool[], query: string, count = 3) =>
  rankingOf(schools)(query)
    .slice(0, count)
    .map((match) => match.school.name);

/** Every name misspelt in every way: those of which the school is not among the first three. */
function notFound(schools: readonly SearchableSchool[], among = schools) {
  const ask = rankingOf(among);
  const missed: string[] = [];
  let asked = 0;
  for (const [kind, slip] of Object.entries(slips)) {
    for (const [index, { name }] of schools.entries()) {
      const query = slip(name.toLowerCase(), ((index * 7) % 11) / 11);
      asked += 1;
      const found = ask(query).slice(0, 3);
      if (!found.some((match) => match.school.name === name)) {
        missed.push(`${kind}: ${query} for ${name}`);
      }
    }
  }
  return { asked, missed };
}

describe('rankingOf, asked with slips of every kind', () => {
  it('has each school of the sample among the first three', () => {
    const { asked, missed } = notFound(sample);
    expect(asked).toBeGreaterThan(400);
    expect(missed).toEqual([]);
  });

  it.skipIf(!hasSharedData)('has 99 of 100 among the first three of 518 real schools', () => {
    const { asked, missed } = notFound(
      chicago.filter((_, index) => index % 4 === 0),
      chicago,
    );
    expect(asked).toBeGreaterThan(1200);
    expect(missed.length / asked, missed.join('\n')).toBeLessThan(0.01);
  });
});

describe.skipIf(!hasSharedData)('rankingOf, asked as people write Chicago’s schools', () => {
  it.each([
    ['jones college prep', 'JONES HIGH SCHOOL'],
    ['jones hs', 'JONES HIGH SCHOOL'],
    ['stienmetz', 'STEINMETZ HIGH SCHOOL'],
    ['steinmets', 'STEINMETZ HIGH SCHOOL'],
    ['shurz', 'SCHURZ HIGH SCHOOL'],
    ['schurtz high', 'SCHURZ HIGH SCHOOL'],
    ['von stuben', 'VON STEUBEN HIGH SCHOOL'],
    ['vonsteuben', 'VON STEUBEN HIGH SCHOOL'],
    ['la salle 2', 'LASALLE II'],
    ['lasale ii', 'LASALLE II'],
    ['roosvelt', 'ROOSEVELT HIGH SCHOOL'],
    ['rosevelt highschool', 'ROOSEVELT HIGH SCHOOL'],
    ['amundson', 'AMUNDSEN HIGH SCHOOL'],
    ['lane tec', 'LANE TECH HIGH SCHOOL'],
    ['lanetech', 'LANE TECH HIGH SCHOOL'],
    ['walter payton', 'PAYTON HIGH SCHOOL'],
    ['peyton prep', 'PAYTON HIGH SCHOOL'],
    ['north side colege prep', 'NORTHSIDE PREP HIGH SCHOOL'],
    ['northside prep academy', 'NORTHSIDE PREP HIGH SCHOOL'],
    ['southshore international', 'SOUTH SHORE INTL HIGH SCHOOL'],
    ['disny 2', 'DISNEY II HIGH SCHOOL'],
    ['Disney II H.S.', 'DISNEY II HIGH SCHOOL'],
    ['inter american', 'INTER-AMERICAN'],
    ['interamerican magnet', 'INTER-AMERICAN'],
    ['whitney young', 'YOUNG HIGH SCHOOL'],
    ['sulivan', 'SULLIVAN HIGH SCHOOL'],
    ['lincon park', 'LINCOLN PARK HIGH SCHOOL'],
    ['park lincoln', 'LINCOLN PARK HIGH SCHOOL'],
    ['marie curie metro', 'CURIE HIGH SCHOOL'],
    ['curie', 'CURIE HIGH SCHOOL'],
    ['back of yards', 'BACK OF THE YARDS HIGH SCHOOL'],
    ['bak of the yards hs', 'BACK OF THE YARDS HIGH SCHOOL'],
    ['taft hgih', 'TAFT HIGH SCHOOL'],
    ['benito juárez', 'JUAREZ HIGH SCHOOL'],
    ['juares academy', 'JUAREZ HIGH SCHOOL'],
    ['nettlehorst', 'NETTELHORST'],
    ['netelhorst elementary', 'NETTELHORST'],
    ['breneman', 'BRENNEMANN'],
    ['westing house', 'WESTINGHOUSE HIGH SCHOOL'],
    ['airforce academy', 'AIR FORCE HIGH SCHOOL'],
    ['610513', 'AIR FORCE HIGH SCHOOL'],
    ['beaubein', 'BEAUBIEN'],
    ['beubien', 'BEAUBIEN'],
    ['world langauge', 'WORLD LANGUAGE HIGH SCHOOL'],
    ['kenwod acadmy', 'KENWOOD HIGH SCHOOL'],
    ['lindbloom math', 'LINDBLOM HIGH SCHOOL'],
    ['hyde prak', 'HYDE PARK HIGH SCHOOL'],
    ['ogden intl', 'OGDEN HIGH SCHOOL'],
    ['chicago ag', 'CHICAGO AGRICULTURE HIGH SCHOOL'],
    ['rickover navel', 'RICKOVER MILITARY HIGH SCHOOL'],
    ['social justise', 'SOCIAL JUSTICE HIGH SCHOOL'],
    ['mather', 'MATHER HIGH SCHOOL'],
    ['avondale logandale', 'AVONDALE-LOGANDALE'],
    ['belmont cragen', 'BELMONT-CRAGIN'],
  ])('“%s” finds %s', (query, name) => {
    expect(top(chicago, query)).toContain(name);
  });
});

describe('rankingOf', () => {
  const few = [
    school('1', 'St. Elmo’s Elementary School'),
    school('2', 'Peña High School', 'Riverside High School'),
    school('3', 'River Forest Middle School'),
    school('40', 'Elm Grove Academy'),
    school('401', 'Forest Park Elementary School'),
  ];

  it.each([
    ['an apostrophe left out', 'st elmos', '1'],
    ['a word written out', 'Saint Elmo', '1'],
    ['no accent', 'pena', '2'],
    ['an accent too many', 'rivér forest', '3'],
    ['a former name', 'riverside', '2'],
    ['an id', '401', '401'],
    ['an id that begins another', '40', '40'],
    ['one word of two', 'grove', '40'],
  ])('puts the school first for %s', (_, query, id) => {
    expect(rankingOf(few)(query)[0]?.school.id).toBe(id);
  });

  it('says which former name matched', () => {
    const names = (query: string) => rankingOf(few)(query)[0]?.formerName;
    expect(names('riversid')).toBe('Riverside High School');
    expect(names('pena')).toBeNull();
  });

  it('puts today’s name before a former one', () => {
    const two = [school('1', 'Peña', 'Hill'), school('2', 'Hill')];
    expect(rankingOf(two)('hill').map((match) => match.school.id)).toEqual(['2', '1']);
  });

  it.each(['', '   ', '–'])('finds nothing for “%s”', (query) => {
    expect(rankingOf(few)(query)).toEqual([]);
  });

  const inherited = Object.getOwnPropertyNames(Object.prototype);

  it.each(inherited)('takes what every object inherits for a word like any other: %s', (word) => {
    expect(top(few, word)).toEqual([]);
    expect(top(few, `${word} grove`, 1)).toEqual(top(few, 'grove', 1));
    const named = [...few, school('9', `${word} school`, 'Elm'), school('8', 'Birch', word)];
    expect(rankingOf(named)(word).map((match) => match.school.id)).toEqual(['9', '8']);
  });

  it('finds nothing if no name is similar', () => {
    expect(top(few, 'xylophone')).toEqual([]);
  });
});
