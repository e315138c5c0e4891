import type { CaseLine, School } from '../../ledger/model.ts';
import { totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import type { Edition } from '../language/index.ts';
import { dayBefore, ledgerLink, type SiteData } from '../site-data.ts';
import { schoolSpans } from '../spans.ts';
import { schoolChart } from './chart-model.ts';
import type { Page, PageKind } from './page.ts';
import { windowSums } from './window-row.ts';

/** A page per school, at an address by id that survives renames. */
export const school: PageKind = {
  name: 'school',
  description: 'A page per school: its counts, its course, and every report',
  pages: (data, edition) => {
    const twins = namesTakenTwice(data.schools);
    return data.schools.map((entry) => pageOf(data, entry, edition, twins));
  },
};

function pageOf(data: SiteData, entry: School, edition: Edition, twins: ReadonlySet<string>): Page {
  const { text, counted } = edition;
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
      description: text.school.description(
        entry.name,
        entry.id,
        data.settings.name,
        text.newCases(sums[1] ?? 0, counted),
        text.cases(data.totals.get(entry.id) ?? 0, counted),
      ),
      section: 'schools',
    },
    model: {
      label,
      lead: last
        ? text.school.recent(text.newCases(sums[1] ?? 0, counted), text.longDate(last.date))
        : text.school.never(counted),
      boxes: [
        ...WINDOWS.map((length, index) => ({
          figure: text.number(sums[index] ?? 0),
          label: text.school.lastDays(length),
        })),
        ...yearBox(data, lines, text),
        { figure: text.number(data.totals.get(entry.id) ?? 0), label: text.school.all },
      ],
      baseline:
        entry.baselineCases === 0 ? '' : text.school.baseline(text.number(entry.baselineCases)),
      windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
      chart: lines.length > 0 ? schoolChart(spans, lines.length, edition) : null,
      reports: [...lines].reverse().map((line) => reportOf(data, line, text)),
      hasCorrection: lines.some((line) => line.newCases < 0),
      correction: text.correction,
      facts: factsOf(entry, text),
      csv: `schools/${entry.id}/cases.csv`,
    },
  };
}

function yearBox(
  { settings, lastDay }: SiteData,
  lines: readonly CaseLine[],
  text: Edition['text'],
) {
  const year = settings.schoolYears.findLast(
    (y) => lastDay !== undefined && y.firstDay <= lastDay.date,
  );
  if (!year) return [];
  return [
    {
      figure: text.number(totalSince(lines, year.firstDay)),
      label: text.school.year(year.name),
    },
  ];
}

function reportOf(data: SiteData, line: CaseLine, text: Edition['text']) {
  const before = dayBefore(data, line.date);
  const isFirst = before === undefined;
  return {
    anchor: `${line.date}-${line.update}`,
    date: text.weekdayDate(line.date),
    path: `cases/${line.date}/`,
    update: line.update === 0 ? '' : text.number(line.update),
    since: isFirst ? '' : text.shortDate(before.date),
    change: text.signed(line.newCases),
    total: text.number(line.totalCases),
    isCorrection: line.newCases < 0,
    source: ledgerLink(data, line.date),
    sourceLabel: text.school.lineOf(text.longDate(line.date)),
  };
}

function factsOf(entry: School, text: Edition['text']) {
  const former = entry.aliases.filter((alias) => !alias.startsWith('id:'));
  const pupils = entry.enrollment === null ? text.school.unknown : text.number(entry.enrollment);
  return [
    { name: text.school.id, value: entry.id },
    { name: text.school.enrollment, value: pupils },
    ...(former.length > 0 ? [{ name: text.school.formerly, value: former.join('; ') }] : []),
  ];
}

function namesTakenTwice(schools: readonly School[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of schools) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
