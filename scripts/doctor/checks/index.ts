import type { Check } from '../diagnosis.ts';
import { pages } from './pages.ts';
import { repository } from './repository.ts';
import { runs } from './runs.ts';
import { source } from './source.ts';

/** Every check, in the order in which trouble is best mended. */
export const checks: readonly Check[] = [source, repository, runs, pages];
