import type { CaseLine, School } from '../../ledger/model.ts';
import { totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import type { Language } from '../language/en.ts';
import { dayBefore, ledgerLink, type SiteData } from '../site-data.ts';
import { schoolSpans } from '../spans.ts';
import { chartModel } from './chart-model.ts';
import type { Page, PageKind } from './page.ts';
import { windowSums } from './window-row.ts';

/** A page per school, at an address by id that survives renames. */
export const school: PageKind = {
  name: 'school',
  description: 'A page per school: its counts, its course, and every report',
  pages: (data, text) => {
    const twins = namesTakenTwice(data.schools);
    return data.schools.map((entry) => pageOf(data, entry, text, twins));
  },
};

function pageOf(data: SiteData, entry: School, text: Language, twins: ReadonlySet<string>): Page {
  const { counted } = data.settings;
  const lines = data.linesOf.get(entry.id) ?? [];
  const sums = windowSums(data, entry);
  const spans = schoolSpans(data.ledger.days, lines);
  const label = twins.has(entry.name) ? `${entry.name} (${entry.id})` : entry.name;
  const last = lines.at(-1);
  return {
    template: 'school',
    head: {
      path: `schools/${entry.id}/`,
      title: label,
      description: `${entry.name} (${data.settings.name}): ${text.newCases(sums[1] ?? 0, counted)} in the last 14 days, ${text.cases(data.totals.get(entry.id) ?? 0, counted)} in all. School ${entry.id}.`,
      section: 'schools',
    },
    model: {
      label,
      lead: leadOf(text, sums[1] ?? 0, last, data),
      boxes: [
        ...WINDOWS.map((length, index) => ({
          figure: text.number(sums[index] ?? 0),
          label: `in the last ${length} days`,
        })),
        ...yearBox(data, lines, text),
        { figure: text.number(data.totals.get(entry.id) ?? 0), label: 'in all' },
      ],
      baseline:
        entry.baselineCases === 0
          ? ''
          : `The total holds ${text.number(entry.baselineCases)} that the district counted before this record began or that its days do not show.`,
      windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
      chart: chartModel(spans, 'per-day', text),
      reports: [...lines].reverse().map((line) => reportOf(data, line, text)),
      hasCorrection: lines.some((line) => line.newCases < 0),
      correction: text.correction,
      facts: factsOf(entry, text),
      csv: 'cases.csv',
    },
  };
}

function leadOf(
  text: Language,
  fortnight: number,
  last: CaseLine | undefined,
  data: SiteData,
): string {
  if (!last)
    return `No ${data.settings.counted.plural} were reported for this school since this record began.`;
  const recent = `${text.newCases(fortnight, data.settings.counted)} in the last 14 days.`;
  return `${recent} The last change was reported on ${text.longDate(last.date)}.`;
}

function yearBox({ settings, lastDay }: SiteData, lines: readonly CaseLine[], text: Language) {
  const year = settings.schoolYears.findLast(
    (y) => lastDay !== undefined && y.firstDay <= lastDay.date,
  );
  if (!year) return [];
  return [
    {
      figure: text.number(totalSince(lines, year.firstDay)),
      label: `in the school year ${year.name}`,
    },
  ];
}

function reportOf(data: SiteData, line: CaseLine, text: Language) {
  const before = dayBefore(data, line.date);
  const isFirst = before === undefined;
  return {
    date: text.weekdayDate(line.date),
    path: `cases/${line.date}/`,
    update: line.update === 0 ? '' : text.number(line.update),
    since: isFirst ? '' : text.shortDate(before.date),
    change: text.signed(line.newCases),
    total: text.number(line.totalCases),
    isCorrection: line.newCases < 0,
    source: ledgerLink(data, line.date),
  };
}

function factsOf(entry: School, text: Language) {
  const former = entry.aliases.filter((alias) => !alias.startsWith('id:'));
  return [
    { name: 'School id', value: entry.id },
    {
      name: 'Pupils enrolled',
      value: entry.enrollment === null ? 'unknown' : text.number(entry.enrollment),
    },
    ...(former.length > 0 ? [{ name: 'Formerly', value: former.join('; ') }] : []),
  ];
}

function namesTakenTwice(schools: readonly School[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of schools) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
