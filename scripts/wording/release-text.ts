import { countedIn, nounsOf } from '../domain/nouns.ts';
import { shortened } from '../domain/shortened.ts';
import type { ReportingDate } from '../domain/time.ts';
import type { CaseLine, Ledger } from '../ledger/model.ts';
import { type NetChange, netChanges } from '../ledger/net-changes.ts';
import { noticedChange } from '../ledger/own-total.ts';
import type { WantedRelease } from '../operate/releases/wanted-releases.ts';
import type { Settings } from '../settings/schema.ts';
import { figureAtPlaces, placesOf, signed } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly release: ReleaseModel;
    readonly 'release-correction': CorrectionModel;
  }
}

/** Absolute addresses; those on the site are empty if the settings have no `site.url`. */
interface ReleaseLinks {
  readonly page: string;
  readonly data: string;
  readonly dictionary: string;
}

/** The text of a closed date's release. */
export interface ReleaseModel extends ReleaseLinks {
  readonly district: string;
  /** What it is counted by. */
  readonly place: string;
  readonly date: string;
  readonly figures: string;
  /** Total cases of the district. */
  readonly total: number;
  readonly updates: readonly {
    readonly number: number;
    readonly at: string;
    readonly figures: string;
    readonly sha256: string;
  }[];
  readonly movers: readonly ReleaseMover[];
  /** `3 schools`: how many are not named; empty: none. */
  readonly rest: string;
  /** How many schools had cases taken back. */
  readonly corrections: number;
  /** Changes of the published data that are announced for later dates. */
  readonly changes: readonly { readonly date: string; readonly text: string }[];
}

interface ReleaseMover {
  readonly id: string;
  readonly name: string;
  readonly change: string;
  readonly total: number;
}

/** The text of a release about a correction. */
export interface CorrectionModel extends ReleaseLinks {
  readonly date: string;
  /** Empty if it is not about one school. */
  readonly school: string;
  readonly text: string;
  /** Address of the release that it corrects. */
  readonly before: string;
}

/** How many schools a text names at most; the attached files have them all. */
const SCHOOLS_NAMED = 40;

/** Title and body of a release. Names are escaped in the body; the title contains none. */
export function releaseText(
  wanted: WantedRelease,
  ledger: Ledger,
  settings: Settings,
): { readonly title: string; readonly body: string } {
  const { date, tag } = wanted;
  const site = settings.site.url ?? '';
  const links = {
    page: site === '' ? '' : `${site}cases/${date}/`,
    data: `${settings.repository}/blob/${tag}/data/cases.csv`,
    dictionary: site === '' ? '' : `${site}data/`,
  };
  if (wanted.kind === 'correction') {
    const school = wanted.notice.schoolId;
    return {
      title: `${date}: a correction`,
      body: renderMarkdown('release-correction', {
        date,
        ...links,
        school: school === null ? '' : nameOf(ledger, school),
        text: wanted.notice.text || 'A figure of that day was corrected.',
        before: `${settings.repository}/releases/tag/${wanted.before}`,
      }),
    };
  }
  const day = ledger.days.find((line) => line.date === date);
  const nouns = nounsOf(settings);
  const { plural } = countedIn(settings, 'en');
  const figures = figureAtPlaces(day?.newCases ?? 0, day?.schoolsChanged ?? 0, nouns, plural);
  const lines = netChanges(
    ledger.cases.filter((line) => line.date === date),
    'size',
  );
  const named = shortened(lines, SCHOOLS_NAMED);
  const updates = ledger.updates.filter((update) => update.date === date);
  return {
    title: `${date}: ${figures}`,
    body: renderMarkdown('release', {
      district: settings.name,
      place: nouns.place,
      date,
      ...links,
      figures,
      total: day?.totalCases ?? 0,
      updates: updates.map((update) => ({
        number: update.update,
        at: update.detectedAt,
        figures: `${signed(update.newCases)} at ${placesOf(update.schoolsChanged, nouns)}`,
        sha256: update.sourceSha256,
      })),
      movers: named.shown.map((line) => shown(ledger, line)),
      rest: named.rest > 0 ? placesOf(named.rest, nouns) : '',
      corrections: lines.filter(({ newCases }) => newCases < 0).length,
      changes: announcedChanges(ledger, date),
    }),
  };
}

/**
 * Changes of the published data that take effect after a date; the data page announces the same.
 */
function announcedChanges({ notices }: Ledger, after: ReportingDate): ReleaseModel['changes'] {
  return notices
    .filter((notice) => notice.kind === 'definition' && !noticedChange(notice))
    .flatMap(({ date, text }) => (date !== null && date > after && text ? [{ date, text }] : []))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function shown(ledger: Ledger, { schoolId, newCases, totalCases }: NetChange): ReleaseMover {
  const name = nameOf(ledger, schoolId);
  return { id: schoolId, name, change: signed(newCases), total: totalCases };
}

function nameOf(ledger: Ledger, schoolId: CaseLine['schoolId']): string {
  return ledger.schools.get(schoolId)?.name ?? schoolId;
}
