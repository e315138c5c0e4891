import type { UpdateReport } from '../update/update-report.ts';

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
  const schools = report.schools_changed === 1 ? '1 school' : `${report.schools_changed} schools`;
  const listed = report.movers
    .slice(0, MOVERS_LISTED)
    .map((m) => `  ${signed(m.new_cases).padStart(5)}  ${inertText(m.name)} (${m.school_id})`);
  const rest = report.movers.length - listed.length;
  if (rest > 0) listed.push(`         and ${rest} more`);
  return `data: ${date}, ${signed(report.new_cases)} new cases at ${schools}\n\n${listed.join('\n')}\n${renames(report)}${registry(report)}\nUpdate: ${date}/${report.update}\n`;
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

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count);
}
