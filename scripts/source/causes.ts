import { type Refusal, refuseSource } from '../domain/refusal.ts';

/** Why a source was rejected: advice for a person, and whether time alone may heal it. */
interface Cause {
  readonly advice: string;
  /** false: the alarm does not wait for a second failure. */
  readonly healsAlone: boolean;
  /** Whether another address of the same sheet may answer better. */
  readonly tryNext: boolean;
}

const waiting = (advice: string): Cause => ({ advice, healsAlone: true, tryNext: true });
const mending = (advice: string): Cause => ({ advice, healsAlone: false, tryNext: false });

/** Every cause for which a source is rejected. The alarm's texts are chosen by these names. */
export const CAUSES = {
  unreachable: waiting('The next run tries again. If it lasts, open the address in a browser.'),
  'name-resolution': waiting(
    'The next run tries again. If it lasts, check the address for a typing error.',
  ),
  'timed-out': waiting('The next run tries again. If it lasts, open the address in a browser.'),
  truncated: waiting('The next run tries again.'),
  'rate-limited': waiting('The next run tries again. If it lasts, read the sheet less often.'),
  'server-error': waiting('The next run tries again.'),
  'unusual-traffic-page': waiting(
    'Google takes the runner for a robot; the next run comes from another machine. If it lasts, give a second address of the same sheet under "source.addresses".',
  ),
  'http-error': {
    advice:
      'Open the address in a private browser window; if it fails there too, the sheet has moved or is not public any more.',
    healsAlone: false,
    tryNext: true,
  },
  'sign-in-page': {
    advice:
      'The sheet is not public any more: its owner must share it with "anyone with the link", or settings need its new address.',
    healsAlone: false,
    tryNext: true,
  },
  'html-page': {
    advice:
      'Open the address in a private browser window and see what it shows instead of the data.',
    healsAlone: false,
    tryNext: true,
  },
  'too-many-redirects': {
    advice: 'Open the address in a browser and put the one it ends at into the settings.',
    healsAlone: false,
    tryNext: true,
  },
  'forbidden-address': mending(
    'Only public http and https addresses are read. Put the right one under "source.addresses" in data/district.json.',
  ),
  'no-such-file': mending('Give the path of a file that exists.'),
  empty: waiting('The source answered without a byte of data; the next run tries again.'),
  'too-large': mending(
    'Check that the address is the sheet’s own; a source over the limit is not read.',
  ),
  'not-utf8': mending('Export the sheet as CSV in UTF-8.'),
  'header-only': mending(
    'The sheet has no rows. If it was started anew, declare the day under "counterRestarts" in data/district.json.',
  ),
  'unknown-columns': mending(
    'If the sheet’s columns were renamed, put their names under "source.columns" in data/district.json; Google answers with the first tab when the named one does not exist.',
  ),
  'ragged-csv': mending(
    'Look at that line of the source: a row is cut off, or a comma is not quoted.',
  ),
  'unterminated-csv': mending(
    'The answer ends inside a quoted cell: it is cut off, or a quote is not doubled.',
  ),
  'bad-json': mending(
    'The answer begins like JSON, but is not the array of objects that was expected.',
  ),
  'duplicate-schools': mending(
    'The sheet’s owner must say which of the two rows holds; nothing is guessed.',
  ),
  'unreadable-rows': mending(
    'The sheet’s owner must mend these rows; a few of them would be held for a person, so many are not read at all.',
  ),
} as const satisfies Record<string, Cause>;

export type CauseName = keyof typeof CAUSES;

/** A rejection with its cause’s advice: exit 3, nothing was written. */
export function reject(cause: CauseName, message: string, facts: Refusal['facts'] = {}): Refusal {
  return refuseSource(cause, message, `Nothing was written. ${CAUSES[cause].advice}`, facts);
}

/** Whether another configured address is worth asking after this rejection. */
export function mayTryNext(code: string): boolean {
  return isCause(code) && CAUSES[code].tryNext;
}

function isCause(code: string): code is CauseName {
  return Object.hasOwn(CAUSES, code);
}
