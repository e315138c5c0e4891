import { schoolSpans } from '../../../site/shared/spans.ts';
import type { Language } from '../../../site/shared/words/en.ts';
import { daysBetween } from '../../domain/time.ts';
import type { CaseLine, School } from '../../ledger/model.ts';
import { totalSince, WINDOWS } from '../../ledger/rolling-window.ts';
import { schoolCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { dayBefore, ledgerLink, type SiteData, schoolYearNow } from '../site-data.ts';
import { schoolChart } from './chart-model.ts';
import { embedLines } from './embed.ts';
import { schoolNotices } from './notices.ts';
import type { Page, PageKind } from './page.ts';
import { neighboursOf, rateOf, schoolFacts, unreadWords } from './school-facts.ts';
import { trend, windowSums } from './window-figures.ts';

/** A page per school, at an address by id that survives renames. */
export const school: PageKind = {
  name: 'school',
  description: 'A page per school: its counts, its course, every report, and its neighbours',
  pages: (data, edition) => {
    const twins = namesTakenTwice(data.schools);
    return data.schools.map((entry) => pageOf(data, entry, edition, twins));
  },
};

function pageOf(data: SiteData, entry: School, edition: Edition, twins: ReadonlySet<string>): Page {
  const { text, counted } = edition;
  const lines = data.linesOf.get(entry.id) ?? [];
  const recent = windowSums(data, entry)[1] ?? 0;
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
        text.newCases(recent, counted),
        text.cases(data.totals.get(entry.id) ?? 0, counted),
      ),
      section: 'schools',
      feeds: [
        { type: 'application/rss+xml', path: 'feed.rss' },
        { type: 'application/atom+xml', path: 'feed.atom' },
        { type: 'application/feed+json', path: 'feed.json' },
      ].map((feed) => ({ ...feed, title: text.school.feedTitle(label) })),
      card: schoolCardLink(data, entry, edition),
    },
    model: {
      id: entry.id,
      label,
      lead: last
        ? text.school.recent(text.newCases(recent, counted), text.longDate(last.date))
        : text.school.never(counted),
      boxes: boxesOf(data, entry, lines, text),
      rate: rateOf(entry, recent, text),
      notes: [
        data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
        unreadWords(data, text),
        entry.baselineCases === 0 ? '' : text.school.baseline(text.number(entry.baselineCases)),
      ].filter(Boolean),
      chart: lines.length > 0 ? schoolChart(spans, lines.length, edition) : null,
      notices: schoolNotices(data, entry, lines, text),
      reports: [...lines].reverse().map((line) => reportOf(data, line, text)),
      hasCorrection: lines.some((line) => line.newCases < 0),
      correction: text.correction,
      facts: schoolFacts(entry, text),
      neighbours: neighboursOf(data, entry, text),
      hasPlace: data.nearest.has(entry.id),
      csv: `schools/${entry.id}/cases.csv`,
      embedLines: embedLines(data, entry, edition),
      json: `api/v1/schools/${entry.id}.json`,
    },
  };
}

/** The windows, the school year and all time, the week against the one before. */
function boxesOf(data: SiteData, entry: School, lines: readonly CaseLine[], text: Language) {
  const sums = windowSums(data, entry);
  const year = schoolYearNow(data);
  return [
    ...WINDOWS.map((length, index) => ({
      figure: text.number(sums[index] ?? 0),
      label: text.school.lastDays(length),
      note: index === 0 && lines.length > 0 ? trend(data, lines, text) : '',
    })),
    ...(year
      ? [
          {
            figure: text.number(totalSince(lines, year.firstDay)),
            label: text.school.year(year.name),
            note: '',
          },
        ]
      : []),
    { figure: text.number(data.totals.get(entry.id) ?? 0), label: text.school.all, note: '' },
  ];
}

function reportOf(data: SiteData, line: CaseLine, text: Language) {
  const before = dayBefore(data, line.date);
  const isLate = before !== undefined && daysBetween(before.date, line.date) > 1;
  return {
    anchor: `${line.date}-${line.update}`,
    date: text.weekdayDate(line.date),
    path: `cases/${line.date}/`,
    update:
      line.update === 0
        ? null
        : {
            path: `updates/${line.date}/${line.update}/`,
            label: text.school.update(line.update),
          },
    since: isLate ? text.feed.since(text.shortDate(before.date)) : '',
    change: text.signed(line.newCases),
    total: text.number(line.totalCases),
    isCorrection: line.newCases < 0,
    source: ledgerLink(data, line.date),
    sourceLabel: text.school.lineOf(text.longDate(line.date)),
  };
}

function namesTakenTwice(schools: readonly School[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of schools) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
