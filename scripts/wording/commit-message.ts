import type { Refusal } from '../domain/refusal.ts';
import { shortened } from '../domain/shortened.ts';
import { moversOf } from '../update/movers.ts';
import type { ReadPlan, UpdatePlan } from '../update/plan-update.ts';
import { placesOf, signed } from './figures.ts';

const MOVERS_LISTED = 60;

/** What a data commit is about. */
export type CommitSubject =
  | { readonly kind: 'planned'; readonly plan: UpdatePlan }
  | { readonly kind: 'rejected'; readonly refusal: Refusal };

/**
 * The message of a data commit: the figures in the first line, the changed schools below, and for
 * an update a trailer that names it, so that the git log reads like a ledger.
 */
export function commitMessage(subject: CommitSubject): string {
  if (subject.kind === 'rejected') {
    return `data: the source cannot be read (${subject.refusal.code})\n`;
  }
  const { plan } = subject;
  switch (plan.kind) {
    case 'unread':
      return 'data: nothing was read\n';
    case 'held':
      return `data: ${plan.update.date}, an update is held for a person\n`;
    default:
      return readMessage(plan);
  }
}

function readMessage(plan: ReadPlan): string {
  const { update, nouns } = plan;
  const { date, line } = update;
  const facts = `${renames(plan)}${registry(plan)}`;
  if (!line) return `data: ${date}, read without news\n${facts}`;
  const { shown, rest } = shortened(moversOf(update), MOVERS_LISTED);
  const movers = shown.map(
    ({ newCases, name, schoolId }) =>
      `  ${ascii(newCases).padStart(5)}  ${inertText(name)} (${schoolId})`,
  );
  if (rest > 0) movers.push(`         and ${rest} more`);
  return `data: ${date}, ${ascii(line.newCases)} new cases at ${placesOf(line.schoolsChanged, nouns)}\n\n${movers.join('\n')}\n${facts}\nUpdate: ${date}/${line.update}\n`;
}

/**
 * Text from the sheet, made safe for a commit message: only letters, digits and plain punctuation
 * remain. That disarms what GitHub acts on in messages (`#1`, `@name`, `[skip ci]`).
 */
export function inertText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,'’()&/-]+/gu, ' ').trim();
}

function renames({ update: { renames } }: ReadPlan): string {
  if (renames.length === 0) return '';
  const lines = renames.map(
    ({ oldName, newName }) => `  ${inertText(oldName)} is now ${inertText(newName)}`,
  );
  return `\n${lines.join('\n')}\n`;
}

function registry({ registry, nouns }: ReadPlan): string {
  if (registry.length === 0) return '';
  const facts = registry.map(({ fact, schools }) => `${fact} (${schools})`);
  return `\nLearned about ${nouns.places}: ${facts.join(', ')}\n`;
}

/** With a hyphen for the minus, because people search the git log with what their keyboard has. */
function ascii(count: number): string {
  return signed(count, '-');
}
