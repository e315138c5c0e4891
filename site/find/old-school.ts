import { siteAddress } from '../page.ts';
import { schoolAddress } from './old-school-address.ts';
import { loadSchools } from './schools-file.ts';

/** Leads on from the original's school page; without the list, the name is still searched for. */
export async function enhance(): Promise<void> {
  const file = await loadSchools().catch(() => undefined);
  location.replace(siteAddress(schoolAddress(location.search, file?.schools ?? [])));
}
