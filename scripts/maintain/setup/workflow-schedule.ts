import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { refuseUsage } from '../../domain/refusal.ts';

/** When the sheet is read, as `init` sets it. */
export interface ReadingTimes {
  readonly timeZone: string;
  /** First and last hour of frequent reads on working days, such as `12-20`; undefined: as they are. */
  readonly hours: string | undefined;
}

/** A schedule's entry, and where its parts stand in the text. */
interface Entry {
  readonly cron: Place & { readonly value: string };
  readonly timeZone: Place | undefined;
}

/** A stretch of the text. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** `12-20`: hours between which the sheet is read more often. */
const HOURS = /^(\d{1,2})-(\d{1,2})$/;
/** A cron expression whose hours are a range: minutes, hours, and the rest. */
const RANGE_OF_HOURS = /^(\S+) \d{1,2}-\d{1,2} (.+)$/;

/** @returns why a text is no hours; undefined: it is */
export function hoursProblem(text: string): string | undefined {
  const [, from, to] = HOURS.exec(text) ?? [];
  const isRange = from !== undefined && Number(from) < Number(to) && Number(to) <= LAST_HOUR;
  return isRange ? undefined : 'Write it like: 12-20';
}

const LAST_HOUR = 23;

/** The hours of frequent reads that a workflow has; undefined: it has none, or is not readable. */
export function hoursOf(workflow: string): string | undefined {
  const entries = entriesOf(workflow) ?? [];
  return entries
    .map(({ cron }) => / (\d{1,2}-\d{1,2}) /.exec(cron.value)?.[1])
    .find((hours) => hours !== undefined);
}

/**
 * The text of a workflow with the times of its schedule replaced; comments and everything else stay
 * as they are.
 *
 * @throws Refusal (exit 2) if the text is no workflow with a schedule
 */
export function rescheduled(workflow: string, file: string, times: ReadingTimes): string {
  const entries = entriesOf(workflow);
  if (!entries) {
    throw refuseUsage(
      'no-schedule',
      `${file} has no schedule that could be read`,
      `Nothing was written. Bring the file back as it was: git checkout -- ${file}`,
      { file },
    );
  }
  const edits = entries.flatMap((entry) => editsOf(workflow, entry, times));
  // From the end on, so that the places before an edit stay where they are.
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, now }) => text.slice(0, from) + now + text.slice(to), workflow);
}

function editsOf(
  workflow: string,
  { cron, timeZone }: Entry,
  times: ReadingTimes,
): readonly (Place & { readonly now: string })[] {
  const zone = JSON.stringify(times.timeZone).replace(/^"([\w/+-]+)"$/, '$1');
  const [, minutes, rest] = RANGE_OF_HOURS.exec(cron.value) ?? [];
  const isRange = times.hours !== undefined && minutes !== undefined;
  const now = `'${minutes} ${times.hours} ${rest}'`;
  const line = workflow.slice(workflow.lastIndexOf('\n', cron.from) + 1, cron.from);
  const indent = ' '.repeat(Math.max(0, line.indexOf('cron')));
  const end = { from: cron.to, to: cron.to, now: `\n${indent}timezone: ${zone}` };
  return [
    ...(isRange ? [{ from: cron.from, to: cron.to, now }] : []),
    timeZone ? { ...timeZone, now: zone } : end,
  ];
}

/** @returns undefined where the text has no schedule */
function entriesOf(workflow: string): readonly Entry[] | undefined {
  const document = parseDocument(workflow);
  const schedule = document.errors.length > 0 ? undefined : document.getIn(['on', 'schedule']);
  if (!isSeq(schedule)) return undefined;
  const entries = schedule.items.flatMap((item) => {
    const cron = isMap(item) ? scalarAt(item, 'cron') : undefined;
    return isMap(item) && cron ? [{ cron, timeZone: scalarAt(item, 'timezone') }] : [];
  });
  return entries.length > 0 ? entries : undefined;
}

function scalarAt(map: YAMLMap, key: string): Entry['cron'] | undefined {
  const node = map.get(key, true);
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
  const [from, to] = node.range;
  return { value: node.value, from, to };
}
