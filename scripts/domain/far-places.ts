import type { FarPlace } from '../../site/shared/map/far-places.ts';

/** Places that lie far from all others, on the map and in the sources of locations. */
export * from '../../site/shared/map/far-places.ts';

const LOOKS = {
  swapped: 'latitude and longitude look swapped',
  repeated: 'one of them is written twice',
  'lost-sign': 'a minus sign looks lost',
  far: 'it may be of another place',
} as const;

/** What is wrong with such a place, to follow its coordinates: `lies 5,720 miles from the others: …`. */
export function farWords(far: FarPlace): string {
  if (far.looks === 'zero') return 'is in the Atlantic: 0 looks like unknown';
  const miles = Math.round(far.miles).toLocaleString('en-US');
  return `lies ${miles} miles from the middle of the others: ${LOOKS[far.looks]}`;
}
