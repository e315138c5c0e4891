import { settingsSchema } from '../../settings/schema.ts';
import { askDistrict, askSheet, type PresetAnswers } from './ask-district.ts';
import type { Conversation } from './conversation.ts';
import { locationsBounds } from './locations-bounds.ts';
import { newSettings } from './new-settings.ts';
import { nextSteps } from './next-steps.ts';
import { writeNewDistrict } from './write-new-district.ts';

/** What setting up a district needs. */
export interface Setup {
  /** The folder to write into. */
  readonly dir: string;
  readonly talk: Conversation;
  readonly given: PresetAnswers;
  /** The time zone of this machine, proposed for the district. */
  readonly timeZone: string;
  /** The checkout's `origin`, as git prints it; blank: it has none. */
  readonly origin: string;
  readonly allowHosts: readonly string[];
  /** The current year, which becomes part of the feeds' ids. */
  readonly year: string;
  /** Whether to replace a ledger that has lines. */
  readonly force: boolean;
  readonly say: (text: string) => void;
}

/**
 * Sets up another district: asks, reads its sheet as a run would, and writes settings with an empty
 * ledger.
 *
 * @throws Refusal if the sheet cannot be read, an answer is missing, or there is a ledger already
 */
export async function setUpDistrict(setup: Setup): Promise<void> {
  const { dir, talk, given, allowHosts, say, timeZone, year, force } = setup;
  const { source, guards } = settingsSchema.shape;
  const columns = source.shape.columns.parse(undefined);
  const limits = guards.parse(undefined);
  const sheet = await askSheet(talk, given.sheet, { columns, limits, allowHosts, say });
  const repository = webAddressOf(setup.origin);
  const district = await askDistrict(talk, given, { timeZone, repository });
  const bounds = await locationsBounds(district.locations, allowHosts, say);
  await writeNewDistrict(dir, newSettings({ ...district, ...sheet, bounds, year }), { force });
  say(nextSteps(dir, district.repository));
}

/** The web address of a repository on GitHub; undefined for any other origin. */
function webAddressOf(origin: string): string | undefined {
  const [, path] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(origin) ?? [];
  return path === undefined ? undefined : `https://github.com/${path}`;
}
