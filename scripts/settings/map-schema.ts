import { z } from 'zod';

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

/**
 * The schema of the map's settings: where the district is and what is drawn besides its schools.
 */
export const mapSchema = z
  .strictObject({
    bounds,
    outline: z
      .union([
        z.array(z.string().regex(/^\d{5}$/, 'is not a FIPS code of five digits')).min(1),
        z.string().regex(/^[\w-]+\.geojson$/, 'is not the name of a .geojson file'),
      ])
      .nullable()
      .default(null)
      .describe('FIPS codes of counties of the United States, a GeoJSON file in data/, or null'),
    tiles: tiles.nullable().default(null),
  })
  .prefault({});
