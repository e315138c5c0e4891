import { isTimeZone, parseReportingDate } from '../../domain/time.ts';
import type { Settings } from '../../settings/schema.ts';
import { dataAddresses } from '../../source/data-address.ts';
import type { SourceColumns } from '../../source/source-settings.ts';
import type { Conversation } from './conversation.ts';
import { guessColumns, withColumns } from './guess-columns.ts';
import { type Probe, probeSource } from './probe-source.ts';
import { probeText } from './tell-probe.ts';

/** Answers given as options; undefined: to be asked. */
export interface PresetAnswers {
  readonly name: string | undefined;
  readonly sheet: string | undefined;
  readonly timeZone: string | undefined;
  readonly counted: string | undefined;
  readonly languages: string | undefined;
  readonly repository: string | undefined;
  readonly schoolYear: string | undefined;
  readonly locations: string | undefined;
}

/** What is proposed if no option was given. */
export interface Proposals {
  readonly timeZone: string;
  readonly repository: string | undefined;
}

/** How to read the sheet, and where to print what was read. */
export interface SheetOptions {
  readonly columns: SourceColumns;
  readonly limits: Settings['guards'];
  readonly allowHosts: readonly string[];
  readonly say: (text: string) => void;
}

const LANGUAGES = /^[a-z]{2}(,[a-z]{2})*$/;
const REPOSITORY = /^https:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+$/;

/**
 * Asks what only a person knows about a district. Answers given as options are proposals, which are
 * checked like typed ones; only the name is taken without asking.
 */
export async function askDistrict(talk: Conversation, given: PresetAnswers, proposals: Proposals) {
  const name = given.name ?? (await talk.ask({ question: 'What is the district called?' }));
  const timeZone = await talk.ask({
    question: 'Its time zone?',
    proposal: given.timeZone ?? proposals.timeZone,
    problem: (zone) =>
      isTimeZone(zone) ? undefined : `"${zone}" is not a time zone such as America/Chicago.`,
  });
  const counted = await talk.ask({
    question: 'What is counted: one, and many?',
    proposal: given.counted ?? 'COVID-19 case,COVID-19 cases',
    problem: (words) =>
      words.split(',').length === 2 ? undefined : 'Write it like: flu case,flu cases',
  });
  const languages = await talk.ask({
    question: 'Languages of the site?',
    proposal: given.languages ?? 'en',
    problem: (list) => (LANGUAGES.test(list) ? undefined : 'Write it like: en,es'),
  });
  const repository = await talk.ask({
    question: 'The address of your repository?',
    proposal: given.repository ?? proposals.repository,
    problem: (address) =>
      REPOSITORY.test(address) ? undefined : 'Write it like: https://github.com/owner/name',
  });
  const schoolYear = await talk.ask({
    question: 'First day of the current school year, if figures should be summed from it?',
    proposal: given.schoolYear,
    optional: true,
    problem: (date) => (parseReportingDate(date) ? undefined : 'Write it like: 2021-08-30'),
  });
  const locations = await talk.ask({
    question: 'Address of a CSV file that says where schools are, if there is one?',
    proposal: given.locations,
    optional: true,
  });
  const [singular = '', plural = ''] = counted.split(',').map((word) => word.trim());
  return {
    name,
    timeZone,
    counted: { singular, plural },
    languages: languages.split(','),
    repository,
    schoolYear: schoolYear || undefined,
    locations: locations || undefined,
  };
}

/**
 * Asks for the sheet, and for its columns until it is understood, and shows what was read.
 *
 * @throws Refusal (exit 3) if the sheet cannot be read at all
 */
export async function askSheet(
  talk: Conversation,
  sheet: string | undefined,
  options: SheetOptions,
): Promise<{ readonly addresses: readonly string[]; readonly columns: SourceColumns }> {
  const pasted = await talk.ask({
    question: 'The sheet’s address, as your browser shows it?',
    proposal: sheet,
    problem: (address) =>
      /^https?:\/\/\S+$/.test(address) ? undefined : 'Write it like: https://docs.google.com/…',
  });
  const addresses = dataAddresses(pasted);
  let columns = options.columns;
  for (;;) {
    options.say(`Reading ${addresses[0]} ...`);
    const probe: Probe = await probeSource({ ...options, addresses, columns });
    options.say(probeText(probe));
    if (probe.kind === 'understood') return { addresses, columns };
    columns = withColumns(columns, await askColumns(talk, probe.header));
  }
}

async function askColumns(talk: Conversation, header: readonly string[]) {
  const guess = guessColumns(header);
  const isColumn = (name: string) =>
    header.includes(name) ? undefined : `The sheet has no column "${name}".`;
  const id = await talk.ask({
    question: 'Which column holds the school’s id?',
    proposal: guess.id,
    problem: isColumn,
  });
  const name = await talk.ask({
    question: 'Which column holds its name, if any does?',
    proposal: guess.name,
    optional: true,
    problem: isColumn,
  });
  return { id, name: name || undefined };
}
