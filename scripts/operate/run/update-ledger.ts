import type { Step } from '../../update/run-update.ts';
import { blankReport, refusedPart } from '../../update/update-report.ts';
import { updateWithRegistry } from '../../update/update-with-registry.ts';
import { isRejection } from '../alarm/trouble-of-error.ts';
import type { Progress, Publication } from './publication.ts';

/**
 * Reads the source and writes what is new into the checkout. A rejected source ends nothing here:
 * the site may still be behind, and readers may have to be told.
 */
export async function updateLedger(publication: Publication): Promise<Partial<Progress>> {
  if (publication.rebuildOnly) return {};
  try {
    return { report: await updateWithRegistry(publication.update, innerStep(publication)) };
  } catch (error) {
    if (!isRejection(error)) throw error;
    return { rejection: error, report: { ...blankReport, ...refusedPart(error) } };
  }
}

/** A step within a step, as the timings show it. */
export function innerStep({ step }: Publication): Step {
  return (title, action) => step(`· ${title}`, action);
}
