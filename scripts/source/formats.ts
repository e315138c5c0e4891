import { lineList } from './line-list.ts';
import { quarterTotals } from './quarter-totals.ts';
import type { SourceFormat } from './source-format.ts';
import { totalsApi } from './totals-api.ts';

/** Every shape of source that is understood, in the order in which they are tried. */
export const formats: readonly SourceFormat[] = [totalsApi, lineList, quarterTotals];
