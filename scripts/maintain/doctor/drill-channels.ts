import { openChannels } from '../../operate/channels/open-channels.ts';
import { askOf } from './channels.ts';
import type { Patient } from './diagnosis.ts';

const TEXT =
  'Drill: this is a test, and nothing is wrong. It is removed immediately; there is nothing to do.';

/**
 * Posts a marked test to each channel where a post can be removed, and removes it.
 *
 * @returns lines to print
 */
export async function drillChannels(patient: Patient): Promise<readonly string[]> {
  const ask = askOf(patient);
  const lines: string[] = [];
  for (const { kind, channel, missing } of openChannels(patient.settings.channels, patient.env)) {
    if (missing.length > 0) {
      lines.push(`  ? ${kind}: not set here: ${missing.join(', ')}`);
    } else if (channel.drill === null) {
      lines.push(`  ? ${kind}: nothing is sent, because it could not be removed`);
    } else {
      try {
        // The instant tells one drill from the next: X refuses the same words twice.
        const test = { text: `${TEXT} (${patient.now})`, sentAt: patient.now };
        lines.push(`  ✓ ${kind}: ${await channel.drill(test, ask)}`);
      } catch (error) {
        lines.push(`  ✗ ${kind}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return lines;
}
