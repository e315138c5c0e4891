import { z } from 'zod';
import { nounInLanguages } from './words-schema.ts';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const bounds = z
  .strictObject({ south: latitude, west: longitude, north: latitude, east: longitude })
  .refine((b) => b.south < b.north && b.west < b.east, 'has south above north or west beyond east')
  .prefault({ south: -90, west: -180, north: 90, east: 180 })
  .describe('Locations outside are rejected; without it, none is');

const tiles = z
  .strictObject({
    url: z
      .string()
      .regex(/^https?:\/\/[^\s{}/]+\/\S+$/, 'is not an address on one host')
      .refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)), {
        error: 'does not hold {z}, {x} and {y}',
      })
      .describe('Address of a street map’s pictures, with {z}, {x} and {y}'),
    attribution: z
      .string()
      .trim()
      .min(1, 'is empty')
      .describe('The attribution that the provider of the street map asks for'),
  })
  .describe('A street map, loaded only if a reader asks for it; null: none, and no other host');

const counties = z.array(z.string().regex(/^\d{5}$/, 'is not a FIPS code of five digits')).min(1);

/** GeoJSON by its address, which `npm run schools` reads, or as a file of the data folder. */
const geoJson = z
  .string()
  .regex(
    /^(https?:\/\/\S+|[\w-]+\.geojson)$/,
    'is neither a web address nor the name of a .geojson file',
  );

const areas = z
  .strictObject({
    address: geoJson.describe('Address of a GeoJSON with an area per feature, or a file in data/'),
    keys: z
      .strictObject({
        name: z.string().min(1, 'is empty').default('name').describe('The property with its name'),
      })
      .prefault({}),
    names: z
      .record(z.string(), z.string().trim().min(1, 'is empty'))
      .default({})
      .describe('Better names, by the name as it is published'),
    noun: nounInLanguages.describe(
      'What they are called, such as ward and wards, in the site’s first language',
    ),
  })
  .describe('The parts of the district that people know by name; null: none are drawn');

/**
 * The schema of the map's settings: where the district is and what is drawn besides its schools.
 */
export const mapSchema = z
  .strictObject({
    bounds,
    outline: z
      .union([counties, geoJson])
      .nullable()
      .default(null)
      .describe(
        'The district’s border: the address of a GeoJSON, a GeoJSON file in data/, FIPS codes of counties of the United States, or null',
      ),
    land: counties
      .nullable()
      .default(null)
      .describe('FIPS codes of counties that are drawn around the outline; null: nothing is'),
    areas: areas.nullable().default(null),
    tiles: tiles.nullable().default(null),
  })
  .prefault({});
