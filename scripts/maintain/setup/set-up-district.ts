import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { UPDATE_WORKFLOW } from '../../domain/workflows.ts';
import { finishWrite } from '../../ledger/two-step-write.ts';
import { parseSettings } from '../../settings/load-settings.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { askExtras, askPlaces, askReaders, askRun, placesGiven } from './ask-district.ts';
import { askSheet } from './ask-sheet.ts';
import type { Conversation } from './conversation.ts';
import { checkGiven, choicesGiven, type GivenAnswers } from './given-answers.ts';
import { locationsFile } from './locations-file.ts';
import { newSettings } from './new-settings.ts';
import { nextSteps } from './next-steps.ts';
import { withOwnSite } from './own-site-in-readme.ts';
import { placeNoun } from './place-noun.ts';
import {
  isForeign,
  isSameRepository,
  type PresentLedger,
  presentLedger,
  refuseOwnLedger,
} from './present-ledger.ts';
import { quietDependabot } from './quiet-dependabot.ts';
import { hoursOf, rescheduled } from './workflow-schedule.ts';
import { writeNewDistrict } from './write-new-district.ts';

/** What setting up a district needs. */
export interface Setup {
  /** The folder to write into; `.github` and the README lie beside it. */
  readonly dir: string;
  readonly talk: Conversation;
  readonly given: GivenAnswers;
  /** Languages that the site has words in. */
  readonly languages: readonly string[];
  /** The time zone of this machine, proposed for the district. */
  readonly timeZone: string;
  /** The checkout's `origin`, as git prints it; blank: it has none. */
  readonly origin: string;
  /** Whether git knows in whose name it commits. */
  readonly hasCommitter: boolean;
  readonly allowHosts: readonly string[];
  /** Where a web address leads, after redirects; undefined: nothing answers there. */
  readonly leadsTo: (address: string) => Promise<string | undefined>;
  /** The current year, which becomes part of the feeds' ids. */
  readonly year: string;
  /** Whether to replace a ledger of one's own that has lines. */
  readonly force: boolean;
  readonly say: (text: string) => void;
}

/**
 * Sets up another district: asks, finds out how its sheet is to be read, and writes settings with an
 * empty ledger, the schedule's time zone and the README's link to the site. Everything is decided before the first byte is written.
 *
 * @throws Refusal if the sheet cannot be read, an answer is missing, or there is a ledger already
 */
export async function setUpDistrict(setup: Setup): Promise<void> {
  const { dir, talk, given, allowHosts, say, year } = setup;
  checkGiven(given, setup.languages);
  const replaces = await mayReplace(setup);
  const workflow = await readBeside(dir, join('.github', 'workflows', UPDATE_WORKFLOW));
  const dependabot = await readBeside(dir, join('.github', 'dependabot.yml'));
  const readme = await readBeside(dir, 'README.md');
  const readers = await askReaders(talk, given, setup.languages);
  const { name, languages, counted } = readers;
  const sheet = await askSheet(talk, {
    sheet: given.sheet,
    choices: choicesGiven(given.sheetOptions),
    rules: { district: { name, languages }, limits: settingsSchema.shape.guards.parse(undefined) },
    nouns: { places: placesGiven(given, languages).get(languages[0] ?? ''), counted },
    allowHosts,
    say,
  });
  const proposed = placeNoun(sheet.reading.columns.name);
  const nouns = await askPlaces(talk, given, languages, proposed);
  const places = nouns.places ?? SCHOOLS;
  const run = await askRun(talk, given, {
    timeZone: setup.timeZone,
    repository: webAddressOf(setup.origin),
    hours: workflow && hoursOf(workflow.text),
  });
  const extras = await askExtras(talk, given, { places, hasSchoolYear: nouns.places === null });
  const located = { rows: sheet.rows, noun: places };
  const locations =
    extras.locations && (await locationsFile(extras.locations, located, allowHosts, say));
  const { schoolYear } = extras;
  const settings = newSettings({
    ...{ ...readers, ...sheet, ...nouns, ...run, schoolYear, year },
    locations: locations || undefined,
  });
  const schedule = workflow && rescheduled(workflow.text, workflow.file, run);
  await writeNewDistrict(dir, settings, { force: replaces });
  if (workflow && schedule !== undefined) await writeFile(workflow.path, schedule);
  if (dependabot) await writeFile(dependabot.path, quietDependabot(dependabot.text));
  const linked = readme && withOwnSite(readme.text, parseSettings(settings).site);
  const changed = linked === readme?.text ? undefined : readme;
  if (changed && linked !== undefined) await writeFile(changed.path, linked);
  const others = [dependabot, changed].flatMap((each) => each?.file ?? []);
  const { hasCommitter } = setup;
  const { repository } = run;
  say(nextSteps({ dir, repository, workflow: workflow?.file, others, hasCommitter }));
}

const SCHOOLS = { singular: 'school', plural: 'schools' };

/**
 * Whether a ledger that has lines is replaced: one's own on request, somebody else's always.
 *
 * @throws Refusal (exit 2) for one's own without the request
 */
async function mayReplace(setup: Setup): Promise<boolean> {
  const { dir, origin, force, say } = setup;
  await mkdir(dir, { recursive: true });
  await finishWrite(dir);
  const present = await presentLedger(dir);
  if (isForeign(present, origin) && !(await wasRenamed(present, setup))) {
    say(
      `The ledger in ${dir} is that of ${present.repository}, and this checkout comes from ${origin}: it will be replaced by an empty one. Its lines remain in git.`,
    );
    return true;
  }
  if (present.days > 0 && !force) throw refuseOwnLedger(dir, present);
  return force;
}

/** Whether the ledger's repository is this one under a former name, from which GitHub leads on. */
async function wasRenamed({ repository = '' }: PresentLedger, setup: Setup): Promise<boolean> {
  const now = await setup.leadsTo(repository);
  return now !== undefined && isSameRepository(now, setup.origin);
}

/** A file of the checkout that the folder belongs to. */
interface FileBeside {
  readonly path: string;
  /** Its path as a person would type it. */
  readonly file: string;
  readonly text: string;
}

/** @returns undefined where no such file lies beside the folder */
async function readBeside(dir: string, name: string): Promise<FileBeside | undefined> {
  const path = join(dirname(resolve(dir)), name);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { path, file: relative(process.cwd(), path), text };
}

/** The web address of a repository on GitHub; undefined for any other origin. */
function webAddressOf(origin: string): string | undefined {
  const [, path] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(origin) ?? [];
  return path === undefined ? undefined : `https://github.com/${path}`;
}
