import { type Refusal, refuseSource } from '../domain/refusal.ts';

/** Why a source was rejected: words and advice for a person, and whether time alone may heal it. */
interface Cause {
  /** What happened, as the alarm is headed. */
  readonly title: string;
  readonly advice: string;
  /** false: the alarm does not wait for a second failure. */
  readonly healsAlone: boolean;
  /** Whether another address of the same sheet may answer better. */
  readonly tryNext: boolean;
}

const waiting = (title: string, advice: string): Cause => ({
  title,
  advice,
  healsAlone: true,
  tryNext: true,
});
const mending = (title: string, advice: string): Cause => ({
  title,
  advice,
  healsAlone: false,
  tryNext: false,
});

/** Every cause for which a source is rejected. The alarm's texts are chosen by these names. */
export const CAUSES = {
  unreachable: waiting(
    'The source cannot be reached',
    'The next run tries again. If it lasts, open the address in a browser.',
  ),
  'name-resolution': waiting(
    'The source’s name is not known',
    'The next run tries again. If it lasts, check the address for a typing error.',
  ),
  'timed-out': waiting(
    'The source does not finish its answer',
    'The next run tries again. If it lasts, open the address in a browser.',
  ),
  truncated: waiting(
    'The source’s answer is cut off',
    'The next run tries again. If it lasts, open the address in a browser and see whether it loads to its end.',
  ),
  'rate-limited': waiting(
    'The source asks for fewer requests',
    'The next run tries again. If it lasts, read the sheet less often.',
  ),
  'server-error': waiting(
    'The source’s server fails',
    'The next run tries again. The fault is on the source’s side; if it lasts, write to the sheet’s owner.',
  ),
  'unusual-traffic-page': waiting(
    'Google takes our reader for a robot',
    'Google takes the runner for a robot; the next run comes from another machine. If it lasts, give a second address of the same sheet under "source.addresses".',
  ),
  'http-error': {
    title: 'The source refuses to answer',
    advice:
      'Open the address in a private browser window; if it fails there too, the sheet has moved or is not public any more.',
    healsAlone: false,
    tryNext: true,
  },
  'sign-in-page': {
    title: 'The source asks readers to sign in',
    advice:
      'The sheet is not public any more: its owner must share it with "anyone with the link", or settings need its new address.',
    healsAlone: false,
    tryNext: true,
  },
  'html-page': {
    title: 'The source shows a web page instead of data',
    advice:
      'Open the address in a private browser window and see what it shows instead of the data.',
    healsAlone: false,
    tryNext: true,
  },
  'too-many-redirects': {
    title: 'The source redirects without end',
    advice: 'Open the address in a browser and put the one it ends at into the settings.',
    healsAlone: false,
    tryNext: true,
  },
  'forbidden-address': mending(
    'The source’s address is not a public one',
    'Only public http and https addresses are read. Put the right one under "source.addresses" in data/district.json.',
  ),
  'no-such-file': mending('The source’s file is not there', 'Give the path of a file that exists.'),
  empty: waiting(
    'The source is empty',
    'The source answered without a byte of data; the next run tries again.',
  ),
  'too-large': mending(
    'The source is too large to be read',
    'Check that the address is the sheet’s own; a source over the limit is not read.',
  ),
  'not-utf8': mending(
    'The source is no text that can be read',
    'Export the sheet as CSV in UTF-8; a file of Excel or PDF is not read.',
  ),
  'header-only': mending(
    'The source has no rows',
    'The sheet has no rows. If it was started anew, declare the day under "counterRestarts" in data/district.json.',
  ),
  'unknown-columns': mending(
    'The source’s columns are not the ones we know',
    'If the sheet’s columns were renamed, put their names under "source.columns" in data/district.json; Google answers with the first tab when the named one does not exist.',
  ),
  'too-many-columns': mending(
    'The source has more columns than any sheet',
    'Check that the address is the sheet’s own; what has so many columns is not a table of counts.',
  ),
  'ambiguous-rows': mending(
    'The source can be read in more than one way',
    'Choose a reading in data/district.json, as the message names them; nothing is guessed.',
  ),
  'misread-rows': mending(
    'The source is not the kind of table that the settings describe',
    'Look at the sheet and at "source" in data/district.json: docs/your-sheet.md shows each kind of sheet with its settings.',
  ),
  'not-a-running-total': mending(
    'The source’s figures are not running totals',
    'Only running totals, or rows of new cases with their day, can be counted: docs/your-sheet.md shows how both are set up.',
  ),
  incomplete: {
    title: 'The source sends only a part of its rows',
    advice:
      'Put an address that sends all rows at once under "source.addresses" in data/district.json, or raise the limit that it asks for.',
    healsAlone: false,
    tryNext: true,
  },
  'ragged-csv': mending(
    'A row of the source is broken',
    'Look at that line of the source: a row is cut off, or a comma is not quoted.',
  ),
  'unterminated-csv': mending(
    'A quoted cell of the source never ends',
    'The answer ends inside a quoted cell: it is cut off, or a quote is not doubled.',
  ),
  'bad-json': mending(
    'The source’s JSON is not what was expected',
    'The answer begins like JSON, but is not the array of objects that was expected.',
  ),
  'duplicate-schools': mending(
    'The source lists a place twice',
    'The sheet’s owner must say which of the two rows holds; nothing is guessed.',
  ),
  'unreadable-rows': mending(
    'Too many rows of the source cannot be read',
    'The sheet’s owner must fix these rows; a few of them would be held for a person, so many are not read at all.',
  ),
} as const satisfies Record<string, Cause>;

/** The name of a cause; alarm, ledger and site know it by this. */
export type CauseName = keyof typeof CAUSES;

/** A rejection with its cause’s advice: exit 3, nothing was written. */
export function reject(cause: CauseName, message: string, facts: Refusal['facts'] = {}): Refusal {
  return refuseSource(cause, message, `Nothing was written. ${CAUSES[cause].advice}`, facts);
}

/** Whether another configured address is worth asking after this rejection. */
export function mayTryNext(code: string): boolean {
  return isCause(code) && CAUSES[code].tryNext;
}

/** Whether time alone may heal what a rejection names; what no cause names needs a person. */
export function healsAlone(code: string): boolean {
  return isCause(code) && CAUSES[code].healsAlone;
}

/** How an alarm about a rejection is headed; undefined for a code that is no cause of ours. */
export function titleOf(code: string): string | undefined {
  return isCause(code) ? CAUSES[code].title : undefined;
}

/** Causes for which the sheet’s owner is blamed only where the sheet was read before. */
const AT_FIRST: ReadonlySet<string> = new Set<CauseName>([
  'unknown-columns',
  'ragged-csv',
  'bad-json',
  'duplicate-schools',
  'unreadable-rows',
  'header-only',
]);

/** @returns the advice while a source was never read: something in the settings is likelier wrong */
export function adviceAtFirst(code: string): string | undefined {
  if (!AT_FIRST.has(code)) return undefined;
  return 'Nothing was written. This sheet was never read before, so an answer in "source" of data/district.json is likelier wrong than the sheet: docs/your-sheet.md shows each kind of sheet with its settings.';
}

function isCause(code: string): code is CauseName {
  return Object.hasOwn(CAUSES, code);
}
