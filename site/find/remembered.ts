import { siteAddress } from '../page.ts';
import { type MySchools, mySchools, type Shelf } from './my-schools.ts';

/** The schools that this browser remembers for this site. */
export function rememberedSchools(): MySchools {
  return mySchools(browserShelf(), siteAddress(''));
}

/** Merely naming the storage throws where a browser is told to keep nothing. */
function browserShelf(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
