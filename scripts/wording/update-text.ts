import { shortened } from '../domain/shortened.ts';
import { asksWhetherOne } from '../ledger/told-apart.ts';
import { moversOf } from '../update/movers.ts';
import type { HeldPlan, ReadPlan, UpdatePlan } from '../update/plan-update.ts';
import { figureAtPlaces, placesOf, signed } from './figures.ts';

const MOVERS_SHOWN = 12;

/** What `npm run update` prints at its end: what was found, what was written, what is held. */
export function updateText(plan: UpdatePlan, dryRun: boolean): string {
  if (plan.kind === 'unread') return 'Nothing was read.';
  const lines = [headline(plan), ...movers(plan), ...registry(plan)];
  if (plan.kind === 'held') {
    lines.push(...plan.hold.reasons.map(({ text, since }) => `  - ${text} (since ${since})`));
    lines.push(...wayOut(plan));
  } else if (plan.files.size > 0) {
    const names = [...plan.files.keys()].sort().join(', ');
    lines.push(`${dryRun ? 'Would write' : 'Wrote'}: ${names}`);
  }
  return lines.join('\n');
}

function wayOut({ isRestartSuspected, update, hold }: HeldPlan): readonly string[] {
  const restart = `Nothing was written. If the source counts from zero again, add "${update.date}" to "counterRestarts" in district.json and run again.`;
  const accept = `To publish these counts as they are: npm run update -- --accept ${hold.countsDigest}`;
  if (isRestartSuspected) return [restart, accept];
  if (!asksWhetherOne(hold)) return [`Nothing was written. ${accept}`];
  return [
    `Nothing was written. If what may be one place is one: npm run update -- --accept ${hold.countsDigest}`,
    'If it is not, give the unknown one a line of its own in schools.csv (its id, its name, and 0 under "baseline_cases") and run again.',
  ];
}

function headline(plan: ReadPlan | HeldPlan): string {
  const { date, line, isBaseline, unknown } = plan.update;
  const { nouns } = plan;
  const figure = figureAtPlaces(line?.newCases ?? 0, line?.schoolsChanged ?? 0, nouns);
  switch (plan.kind) {
    case 'published':
      return `${date}, update ${line?.update}: ${figure}${extra(plan)}`;
    case 'checked':
      return isBaseline
        ? `${date}: read for the first time; the ledger begins with the counts of ${placesOf(unknown.length, nouns)}, and none of them is a new case`
        : `${date}: read, no new cases`;
    case 'held':
      return `${date}: held, ${figure} waiting for a person:`;
    case 'unchanged':
      return `${date}: nothing has changed`;
  }
}

function extra({ update, passedBy, nouns }: ReadPlan): string {
  const day = update.after.days.at(-1);
  const words = [
    day && (update.line?.update ?? 1) > 1
      ? `day so far: ${signed(day.newCases)} at ${placesOf(day.schoolsChanged, nouns)}`
      : '',
    passedBy === 'persistence' ? 'had been held, released because it lasted' : '',
    passedBy === 'person' ? 'had been held, accepted by a person' : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

function movers({ update, nouns }: ReadPlan | HeldPlan): readonly string[] {
  const { shown, rest } = shortened(moversOf(update), MOVERS_SHOWN);
  const lines = shown.map(
    ({ newCases, name, schoolId, totalCases }) =>
      `  ${signed(newCases).padStart(4)}  ${name} (${schoolId}), now ${totalCases}`,
  );
  return rest > 0 ? [...lines, `        and ${placesOf(rest, nouns)} more`] : lines;
}

function registry({ update, nouns }: ReadPlan | HeldPlan): readonly string[] {
  const renamed = update.renames.map((line) => `  renamed: ${line.oldName} → ${line.newName}`);
  if (update.unknown.length === 0 || update.isBaseline) return renamed;
  const ids = update.unknown.map(({ id }) => id);
  return [`  new ${nouns.places}: ${ids.join(', ')}`, ...renamed];
}
