import { Refusal, refuseUsage } from '../../domain/refusal.ts';
import type { SnapshotRow } from '../../ledger/snapshot.ts';
import { listHeadings } from '../../source/table.ts';
import { type Noun, readingFigures } from '../../wording/reading-text.ts';
import { askColumns } from './ask-columns.ts';
import type { Conversation } from './conversation.ts';
import { type OpenSheet, openSheet } from './open-sheet.ts';
import { placeNoun } from './place-noun.ts';
import { choicesOf, type SheetChoices, type SheetReading } from './sheet-choices.ts';
import { namingOptions, optionsFor } from './sheet-options.ts';
import { foundText, readingLine } from './sheet-text.ts';
import {
  type FoundReading,
  type FoundReadings,
  type ReadingRules,
  tryReadings,
} from './try-readings.ts';

/** How the sheet is read, and what it showed. */
export interface SheetAnswers {
  readonly addresses: readonly string[];
  readonly reading: SheetReading;
  readonly ignore: readonly string[];
  /** Its places, as they were read. */
  readonly rows: readonly SnapshotRow[];
}

/** What is known before the sheet is asked for. */
export interface SheetRequest {
  /** Its address; undefined: to be asked. */
  readonly sheet: string | undefined;
  readonly choices: SheetChoices;
  readonly rules: ReadingRules;
  readonly nouns: { readonly places: Noun | undefined; readonly counted: Noun };
  readonly allowHosts: readonly string[];
  readonly say: (text: string) => void;
}

/**
 * Asks for the sheet, finds out how it may be read, shows that, and asks whether it is right, until
 * it is. Nothing that was said is asked for again.
 *
 * @throws Refusal, if nobody is there to answer: exit 3 if the sheet cannot be read, exit 2 if it can
 *   be read in several ways
 */
export async function askSheet(talk: Conversation, request: SheetRequest): Promise<SheetAnswers> {
  const { opened, addresses } = await askAddress(talk, request);
  let { choices } = request;
  for (;;) {
    const readings = await tryReadings(opened, choices, request.rules);
    const settled = await settle(talk, readings, request, choices);
    if (settled.kind === 'right') {
      const { reading, sheet } = settled.found;
      return { addresses, reading, ignore: choices.ignore ?? [], rows: sheet.rows };
    }
    const asked = { headings: readings.headings, isJson: opened.source.shape === 'json' };
    choices = await askColumns(talk, asked, settled.said);
  }
}

async function askAddress(talk: Conversation, request: SheetRequest): Promise<OpenSheet> {
  let proposal = request.sheet;
  for (;;) {
    const pasted =
      proposal ??
      (await talk.ask({
        question: 'The sheet’s address, as your browser shows it?',
        option: '--sheet',
        problem: (address) =>
          /^https?:\/\/\S+$/.test(address) ? undefined : 'Write it like: https://docs.google.com/…',
      }));
    request.say(`Reading ${pasted} ...`);
    try {
      const { allowHosts } = request;
      return await openSheet(pasted, request.choices, { allowHosts, guardPrivateAddresses: false });
    } catch (error) {
      if (!(error instanceof Refusal) || !talk.isAnswered) throw error;
      request.say(`  ${error.message}`);
      proposal = undefined;
    }
  }
}

type Settled =
  | { readonly kind: 'right'; readonly found: FoundReading }
  | { readonly kind: 'ask'; readonly said: SheetChoices };

async function settle(
  talk: Conversation,
  readings: FoundReadings,
  request: SheetRequest,
  choices: SheetChoices,
): Promise<Settled> {
  const { found } = readings;
  const [first, ...others] = found;
  if (!first) {
    const refusal = refusalOf(readings);
    if (!talk.isAnswered) throw refusal;
    request.say(refusal.message);
    return { kind: 'ask', said: choices };
  }
  const nounsOf = ({ reading }: FoundReading) => ({
    counted: request.nouns.counted,
    places: request.nouns.places ?? placeNoun(reading.columns.name),
  });
  const isSure = others.length === 0 && first.doubt === undefined;
  const text = foundText(first, nounsOf(first));
  if (isSure || talk.isAnswered) request.say(`This is how the sheet reads:\n${text}`);
  if (!talk.isAnswered) {
    if (isSure) return { kind: 'right', found: first };
    throw ambiguous(found, nounsOf);
  }
  if (others.length === 0) {
    const answer = await talk.ask({
      question: 'Is that right: yes, no?',
      option: '--yes',
      // What is in doubt is not accepted by a key that is pressed too fast.
      proposal: isSure ? 'yes' : undefined,
      problem: (word) => (/^(y|yes|n|no)$/i.test(word) ? undefined : 'Write yes or no'),
    });
    if (/^y/i.test(answer)) return { kind: 'right', found: first };
    return { kind: 'ask', said: choicesOf(first.reading, choices.ignore ?? []) };
  }
  request.say(['It can be read in several ways:', ...listed(found, nounsOf)].join('\n'));
  const answer = await talk.ask({
    question: `Which is right: ${found.map((_, index) => index + 1).join(', ')}, or none?`,
    option: '--rows and the other options for the sheet',
    problem: (word) =>
      word === 'none' || found[Number(word) - 1] ? undefined : 'Write a number, or none',
  });
  const chosen = found[Number(answer) - 1];
  if (chosen) return { kind: 'right', found: chosen };
  return { kind: 'ask', said: choicesOf(first.reading, choices.ignore ?? []) };
}

type NounsOf = (found: FoundReading) => { readonly places: Noun; readonly counted: Noun };

function listed(found: readonly FoundReading[], nounsOf: NounsOf): readonly string[] {
  return found.map((way, index) => {
    const doubt = way.doubt === undefined ? '' : ` (but ${way.doubt})`;
    return `  ${index + 1}. ${readingLine(way.reading)}: ${readingFigures(way.sheet, nounsOf(way))}${doubt}`;
  });
}

/** A sheet that nobody is there to decide about, with the options that would decide. */
function ambiguous(found: readonly FoundReading[], nounsOf: NounsOf): Refusal {
  const [first] = found;
  const isOne = found.length === 1;
  const options = found.map(({ reading }) => optionsFor(choicesOf(reading, [])));
  const names = [...new Set(options.flatMap((set) => [...set.keys()]))];
  const differing = isOne
    ? names
    : names.filter((name) => new Set(options.map((set) => set.get(name))).size > 1);
  const ways = options.map((set, index) => {
    const said = differing.flatMap((name) => set.get(name) ?? []).join(' ');
    return isOne ? `  ${said}` : `  ${index + 1}. ${said || 'none of these options'}`;
  });
  const message = isOne
    ? `The sheet could be read, but ${first?.doubt ?? 'it is not clear how'}`
    : ['The sheet can be read in several ways:', ...listed(found, nounsOf)].join('\n');
  return refuseUsage(
    'ambiguous-sheet',
    message,
    `Nothing was written. Look at the sheet, and say what is right with ${isOne ? 'these options' : 'the options of one way'}:\n${ways.join('\n')}`,
  );
}

/** Why no reading was found, with the options that would help. */
function refusalOf({ refusal, headings }: FoundReadings): Refusal {
  const columns = headings.length === 0 ? '' : ` Its columns: ${listHeadings(headings)}.`;
  const advice = `Nothing was written.${columns} Say how it is to be read with --rows, --name-column, --id-column, --count-column, --date-column and the others that --help lists; docs/your-sheet.md shows each kind of sheet.`;
  if (refusal) {
    const { exit, code, message, facts } = refusal;
    return new Refusal(exit, code, namingOptions(message), { advice, facts });
  }
  const what =
    headings.length === 0
      ? 'No row near the top of the sheet looks like a header'
      : 'No columns of the sheet look like names and counts of places';
  return refuseUsage('unclear-sheet', what, advice);
}
