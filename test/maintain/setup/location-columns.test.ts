import { describe, expect, it } from 'vitest';
import { locationColumns } from '../../../scripts/maintain/setup/location-columns.ts';
import { snapshotOf, TABLE_BY_ID, TABLE_BY_NAME } from '../../world.ts';

const byId = snapshotOf({ 11: [3, 'Alder'], 12: [4, 'Birch'] }, TABLE_BY_ID).rows;
const byName = snapshotOf({ Alder: 3, Birch: 4 }, TABLE_BY_NAME).rows;
const file = (header: string, ...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;

describe('the columns of a locations file', () => {
  it('are those that the sheet’s ids and names stand in', async () => {
    const text = file(
      'OBJECTID,Code,Facility,Short,Lat,Lng,Enrollment',
      '1,11,Alder Elementary School,ALDER,40.1,-105.2,320',
      '2,12,Birch High School,BIRCH,40.2,-105.1,900',
    );
    expect(await locationColumns(text, byId)).toEqual({
      schoolId: 'Code',
      name: 'Short',
      latitude: 'Lat',
      longitude: 'Lng',
      enrollment: 'Enrollment',
    });
  });

  it('need no id where the file has none of the sheet’s', async () => {
    const text = file('School;Breite;Länge', 'Alder;40.1;-105.2', 'Birch;40.2;-105.1');
    expect(await locationColumns(text, byId)).toMatchObject({ schoolId: null, name: 'School' });
  });

  it('may bring ids to a sheet that is known by names', async () => {
    const text = file('School ID,School,latitude,longitude', '7,Alder,40.1,-105.2', '8,X,40,-105');
    expect(await locationColumns(text, byName)).toMatchObject({
      schoolId: 'School ID',
      name: 'School',
    });
  });

  it.each([
    ['no degrees', 'School,Address\nAlder,Main Street\nBirch,Side Street\n'],
    ['no names', 'Lat,Lng\n40.1,-105\n40.2,-105\n'],
    ['no header', 'Alder,40.1,-105\n'],
  ])('are unknown where there are %s', async (_, text) => {
    expect(await locationColumns(text, [])).toBeUndefined();
  });
});
