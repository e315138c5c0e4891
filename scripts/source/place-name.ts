/** No place has a longer name, its parts joined: it stands on pages, and its id in addresses. */
export const LONGEST_NAME = 300;

/** A name as it is read; one character more than a name may have shows that it was cut. */
export function cutName(name: string): string {
  return isTooLong(name) ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** Whether a name is, or was before it was cut, longer than any place's. */
export function isTooLong(name: string): boolean {
  return name.length > LONGEST_NAME;
}
