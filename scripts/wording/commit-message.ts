import { shortened } from '../domain/shortened.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { schools, signed } from './figures.ts';

const MOVERS_LISTED = 60;

/**
 * The message of a data commit: the figures in its first line, the changed schools below, and for an
 * update the trailer that names it. git's history reads as a ledger.
 */
export function commitMessage(report: UpdateReport): string {
  const date = report.reporting_date ?? '';
  if (report.refusal !== null) return `data: the source cannot be read (${report.refusal.code})\n`;
  if (report.outcome === 'held') return `data: ${date}, an update is held for a person\n`;
  if (report.update === null)
    return `data: ${date}, read without news\n${renames(report)}${registry(report)}`;
  const { shown, rest } = shortened(report.movers, MOVERS_LISTED);
  const movers = shown.map(
    (m) => `  ${ascii(m.new_cases).padStart(5)}  ${inertText(m.name)} (${m.school_id})`,
  );
  if (rest > 0) movers.push(`         and ${rest} more`);
  return `data: ${date}, ${ascii(report.new_cases)} new cases at ${schools(report.schools_changed)}\n\n${movers.join('\n')}\n${renames(report)}${registry(report)}\nUpdate: ${date}/${report.update}\n`;
}

/**
 * Text from the sheet as a commit may hold it: letters, digits and plain punctuation. What GitHub
 * acts on in messages (`#1`, `@name`, `[skip ci]`) loses its sign.
 */
export function inertText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,'’()&/-]+/gu, ' ').trim();
}

function renames({ renames }: UpdateReport): string {
  if (renames.length === 0) return '';
  const lines = renames.map((r) => `  ${inertText(r.old_name)} is now ${inertText(r.new_name)}`);
  return `\n${lines.join('\n')}\n`;
}

function registry({ registry }: UpdateReport): string {
  if (registry.length === 0) return '';
  const facts = registry.map(({ fact, schools }) => `${fact} (${schools})`);
  return `\nSchools of which something was learnt: ${facts.join(', ')}\n`;
}

/** git's log is searched by what a keyboard has. */
function ascii(count: number): string {
  return signed(count, '-');
}
