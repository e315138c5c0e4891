/** What `npm run schools` reads for the map, where the settings give its address. */
export type MapSource = 'outline' | 'areas';

/** The files of the data folder that keep it, simplified, and the most bytes that each may have. */
export const MAP_FILES: Readonly<
  Record<MapSource, { readonly name: string; readonly bytes: number }>
> = {
  outline: { name: 'outline.topojson', bytes: 15_000 },
  areas: { name: 'areas.topojson', bytes: 45_000 },
};

/** Whether the settings name an address, and not a file of the data folder. */
export function isAddress(where: string): boolean {
  return /^https?:/.test(where);
}
