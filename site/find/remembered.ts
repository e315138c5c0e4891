import { siteAddress } from '../page.ts';
import { type MySchools, mySchools, type Shelf } from './my-schools.ts';

/** The reader's schools on this site, as this browser remembers them. */
export function rememberedSchools(): MySchools {
  return mySchools(browserShelf(), siteAddress(''));
}

/** Even reading the `localStorage` property throws in a browser that is set to store nothing. */
function browserShelf(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
