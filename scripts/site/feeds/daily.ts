import { generateRssFeed } from 'feedsmith';
import { endOfDay } from '../../domain/end-of-day.ts';
import type { CaseLine, DayLine, RenameLine } from '../../ledger/model.ts';
import type { Edition } from '../language/index.ts';
import { closedThrough, dayBefore, type SiteData } from '../site-data.ts';

const ITEMS = 30;

interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly summary: string;
  readonly html: string;
  readonly published: Date;
  readonly category: string;
}

/**
 * `feeds/daily.rss`: one item for each closed reporting date with a changed school, also when the
 * changes cancel out. An item never changes: its id, figures, labels and time come from the ledger.
 */
export function dailyFeed(data: SiteData, edition: Edition): string {
  const { text, counted, folder } = edition;
  const last = closedThrough(data);
  const days = data.ledger.days.filter(
    (day) => day.schoolsChanged > 0 && last !== null && day.date <= last,
  );
  const items = days
    .slice(-ITEMS)
    .reverse()
    .map((day) => itemOf(data, day, edition));
  const { settings, baseUrl } = data;
  return generateRssFeed(
    {
      title: text.feed.title(settings.site.title, counted),
      link: baseUrl + folder,
      description: text.feed.description(settings.name),
      language: text.lang,
      ttl: 60,
      ...(items[0] ? { lastBuildDate: items[0].published } : {}),
      atom: {
        links: [
          { href: `${baseUrl}${folder}feeds/daily.rss`, rel: 'self', type: 'application/rss+xml' },
        ],
      },
      items: items.map((item) => ({
        title: item.title,
        link: item.link,
        guid: { value: item.id, isPermaLink: false },
        pubDate: item.published,
        description: item.summary,
        content: { encoded: item.html },
        categories: [{ name: item.category }],
      })),
    },
    { lenient: false },
  );
}

function itemOf(data: SiteData, day: DayLine, { text, counted, folder }: Edition): FeedItem {
  const { settings } = data;
  const home = data.baseUrl + folder;
  const changes = changesOn(data, day);
  const before = dayBefore(data, day.date);
  const figure = `${text.newCases(day.newCases, counted)} ${text.at(text.schools(day.schoolsChanged))}`;
  const since = before ? ` ${text.feed.since(text.longDate(before.date))}` : '';
  const summary = `${figure}${since}.`;
  return {
    id: `tag:${settings.feedAuthority}:${folder}day/${day.date}`,
    title: xmlText(`${text.weekdayDate(day.date)}: ${figure}`),
    link: `${home}cases/${day.date}/`,
    summary: xmlText(summary),
    html: `<p>${escapeHtml(summary)}</p><ul>${changes
      .map(
        ({ name, id, change }) =>
          `<li><a href="${home}schools/${id}/">${escapeHtml(name)}</a>: ${text.signed(change)}</li>`,
      )
      .join(
        '',
      )}</ul>${changes.some(({ change }) => change < 0) ? `<p>${escapeHtml(text.correction)}</p>` : ''}`,
    published: new Date(endOfDay(day.date, settings.timeZone)),
    category: day.newCases < 0 ? 'correction' : 'new-cases',
  };
}

function changesOn(data: SiteData, day: DayLine) {
  const end = endOfDay(day.date, data.settings.timeZone);
  const sums = new Map<CaseLine['schoolId'], number>();
  for (const line of data.linesOn.get(day.date) ?? []) {
    sums.set(line.schoolId, (sums.get(line.schoolId) ?? 0) + line.newCases);
  }
  return [...sums]
    .map(([id, change]) => ({ id, change, name: labelAt(data, id, end) }))
    .sort((a, b) => b.change - a.change || (a.id < b.id ? -1 : 1));
}

/** A school's label at an instant: later renames are undone, so that an item never changes. */
function labelAt({ ledger }: SiteData, id: CaseLine['schoolId'], instant: string): string {
  const later: RenameLine | undefined = ledger.renames.find(
    (line) => line.schoolId === id && line.renamedAt >= instant,
  );
  return later?.oldName ?? ledger.schools.get(id)?.name ?? id;
}

/** What XML 1.0 cannot hold, goes. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ');
}

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return xmlText(text).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
