import { shortened } from '../domain/shortened.ts';
import type { UpdateReport } from '../update/update-report.ts';
import { figureAtSchools, schools, signed } from './figures.ts';

const MOVERS_TOLD = 12;

/** What a person reads at the end of an update: what was found, what was written, what waits. */
export function tellUpdate(report: UpdateReport, dryRun: boolean): string {
  const lines = [headline(report), ...movers(report), ...registry(report)];
  if (report.held) {
    lines.push(
      ...report.held.reasons.map((reason) => `  - ${reason.text} (since ${reason.since})`),
    );
    lines.push(...wayOut(report, report.held.counts_digest));
  } else if (report.files.length > 0) {
    lines.push(`${dryRun ? 'Would write' : 'Wrote'}: ${report.files.join(', ')}`);
  }
  return lines.join('\n');
}

function wayOut({ restart_suspected, reporting_date }: UpdateReport, digest: string): string[] {
  const restart = `Nothing was written. If the source counts from zero again, add "${reporting_date}" to "counterRestarts" in district.json and run again.`;
  const accept = `To publish these counts as they are: npm run update -- --accept ${digest}`;
  return restart_suspected ? [restart, accept] : [`Nothing was written. ${accept}`];
}

function headline(report: UpdateReport): string {
  const date = report.reporting_date ?? '';
  switch (report.outcome) {
    case 'published':
      return `${date}, update ${report.update}: ${figureAtSchools(report.new_cases, report.schools_changed)}${extra(report)}`;
    case 'checked':
      return report.baseline
        ? `${date}: read for the first time; what ${schools(report.unknown_schools.length)} show is where the ledger begins, and nothing of it is new`
        : `${date}: read, no new cases`;
    case 'held':
      return `${date}: held, ${figureAtSchools(report.new_cases, report.schools_changed)} wait for a person:`;
    case 'refused':
    case 'failed':
      return 'Nothing was written.';
    case 'unchanged':
      return report.reporting_date === null ? 'Nothing was read.' : `${date}: nothing has changed`;
  }
}

function extra(report: UpdateReport): string {
  const words = [
    report.day && (report.update ?? 1) > 1
      ? `day so far: ${signed(report.day.new_cases)} at ${schools(report.day.schools_changed)}`
      : '',
    report.released ? 'had been held, released because it lasted' : '',
    report.accepted ? 'had been held, accepted by a person' : '',
  ].filter((word) => word !== '');
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

function movers({ movers }: UpdateReport): readonly string[] {
  const { shown, rest } = shortened(movers, MOVERS_TOLD);
  const lines = shown.map(
    (m) => `  ${signed(m.new_cases).padStart(4)}  ${m.name} (${m.school_id}), now ${m.total_cases}`,
  );
  return rest > 0 ? [...lines, `        and ${schools(rest)} more`] : lines;
}

function registry({ unknown_schools, renames, baseline }: UpdateReport): readonly string[] {
  const renamed = renames.map(({ old_name, new_name }) => `  renamed: ${old_name} → ${new_name}`);
  if (unknown_schools.length === 0 || baseline) return renamed;
  return [`  not known before: ${unknown_schools.join(', ')}`, ...renamed];
}
