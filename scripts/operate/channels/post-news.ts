import { daysBetween } from '../../domain/time.ts';
import { netChanges } from '../../ledger/net-changes.ts';
import { drawDateCard } from '../../website/cards/date-card.ts';
import { type Edition, editionsOf } from '../../website/editions.ts';
import { labelAt } from '../../website/feeds/changed-schools.ts';
import { dayBefore, type SiteData } from '../../website/site-data.ts';
import type { PostCard, PostNews } from './channel.ts';
import type { DuePost } from './due-posts.ts';

/** The most schools that a text names; programs get all of them. */
const SCHOOLS_NAMED = 5;
/** Longer names and districts would leave no room for the figure. */
const LONGEST_NAME = 60;

/** A post's target, without its channel. */
type Target = Pick<DuePost, 'language' | 'date' | 'update' | 'dueSince'>;

/**
 * What there is to post about a date or an update, in one language: the words of the feeds.
 *
 * @param hasSite whether there are pages to link to
 * @throws RangeError if the ledger does not have the date
 */
export function postNews(data: SiteData, target: Target, hasSite: boolean): PostNews {
  const { settings, ledger } = data;
  const { date, update, language, dueSince } = target;
  const edition = editionIn(data, language);
  const { text, counted, folder } = edition;
  const day = ledger.days.find((line) => line.date === date);
  if (day === undefined) throw new RangeError(`${date} is not on record`);
  const lines = (data.linesOn.get(date) ?? []).filter(
    (line) => update === null || line.update === update,
  );
  const changes = netChanges(lines, 'size');
  const newCases = changes.reduce((sum, change) => sum + change.newCases, 0);
  const figure = `${text.newCases(newCases, counted)} ${text.at(text.schools(changes.length))}`;
  const soFar = (data.linesOn.get(date) ?? [])
    .filter((line) => update !== null && line.update <= update)
    .reduce((sum, line) => sum + line.newCases, 0);
  const path = update === null ? `cases/${date}/` : `updates/${date}/${update}/`;
  const link = hasSite ? `${data.baseUrl}${folder}${path}` : '';
  const before = dayBefore(data, date);
  const isLongAgo = before !== undefined && daysBetween(before.date, date) > 1;
  const nameOf = (id: (typeof changes)[number]['schoolId']) => labelAt(data, id, dueSince);
  const event = update === null ? `day/${date}` : `update/${date}/${update}`;
  return {
    id: `tag:${settings.feedAuthority}:${folder}${event}`,
    language,
    date,
    update,
    dueSince,
    model: {
      headline:
        update === null
          ? `${text.weekdayDate(date)}: ${figure}`
          : text.feed.update(update, text.weekdayDate(date), figure, text.number(soFar)),
      district: cut(settings.name),
      since: isLongAgo ? text.feed.since(text.longDate(before.date)) : '',
      note: changes.some((change) => change.newCases < 0) ? text.correction : '',
      link,
    },
    most: changes
      .filter((change) => change.newCases !== 0)
      .slice(0, SCHOOLS_NAMED)
      .map((change) => `${cut(nameOf(change.schoolId))} ${text.signed(change.newCases)}`),
    facts: {
      district: settings.name,
      date,
      update,
      new_cases: newCases,
      schools_changed: changes.length,
      schools: changes.map((change) => ({
        school_id: change.schoolId,
        name: nameOf(change.schoolId),
        new_cases: change.newCases,
        total_cases: change.totalCases,
      })),
    },
    card: cardOf(data, target, edition, hasSite),
  };
}

function editionIn({ settings }: SiteData, language: string): Edition {
  const editions = editionsOf(settings);
  return editions.find(({ text }) => text.lang === language) ?? editions[0];
}

/** A card shows a whole date, so an update has none. */
function cardOf(
  data: SiteData,
  { date, update }: Target,
  edition: Edition,
  hasSite: boolean,
): PostCard | null {
  const card = update === null ? drawDateCard(data, date, edition) : undefined;
  if (card === undefined) return null;
  return { alt: card.alt, url: hasSite ? `${data.baseUrl}${card.path}` : null, png: card.png };
}

function cut(name: string): string {
  const letters = [...new Intl.Segmenter().segment(name)];
  if (letters.length <= LONGEST_NAME) return name;
  return `${letters
    .slice(0, LONGEST_NAME - 1)
    .map(({ segment }) => segment)
    .join('')}…`;
}
