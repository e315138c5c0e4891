import { siteAddress } from '../page.ts';
import { schoolAddress } from './old-school-address.ts';
import { loadSchools } from './schools-file.ts';

/** Redirects from the original tracker's school page; if the list cannot be loaded, to a search. */
export async function enhance(): Promise<void> {
  const file = await loadSchools().catch(() => undefined);
  location.replace(siteAddress(schoolAddress(location.search, file?.schools ?? [])));
}
