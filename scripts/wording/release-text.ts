import { shortened } from '../domain/shortened.ts';
import type { ReportingDate } from '../domain/time.ts';
import type { CaseLine, Ledger } from '../ledger/model.ts';
import { type NetChange, netChanges } from '../ledger/net-changes.ts';
import type { WantedRelease } from '../operate/releases/wanted-releases.ts';
import type { Settings } from '../settings/schema.ts';
import { figureAtSchools, schools, signed } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly release: ReleaseModel;
    readonly 'release-correction': CorrectionModel;
  }
}

/** Absolute addresses; those of the site are empty where it has none. */
interface ReleaseLinks {
  readonly page: string;
  readonly data: string;
  readonly dictionary: string;
}

export interface ReleaseModel extends ReleaseLinks {
  readonly district: string;
  readonly date: string;
  readonly figures: string;
  /** Cases in all. */
  readonly total: number;
  readonly updates: readonly {
    readonly number: number;
    readonly at: string;
    readonly figures: string;
    readonly sha256: string;
  }[];
  readonly movers: readonly ReleaseMover[];
  /** `3 schools`: those not named; empty: none. */
  readonly rest: string;
  /** How many schools had cases taken back. */
  readonly corrections: number;
  /** What is announced for later. */
  readonly changes: readonly { readonly date: string; readonly text: string }[];
}

interface ReleaseMover {
  readonly id: string;
  readonly name: string;
  readonly change: string;
  readonly total: number;
}

export interface CorrectionModel extends ReleaseLinks {
  readonly date: string;
  /** Empty where it is about no school. */
  readonly school: string;
  readonly text: string;
  /** Address of the release that it corrects. */
  readonly before: string;
}

/** Most schools named in a text; the attached files have them all. */
const SCHOOLS_NAMED = 40;

/** Title and body of a release. Names are inert in the body, and the title has none. */
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
  const { plural } = settings.counted;
  const figures = figureAtSchools(day?.newCases ?? 0, day?.schoolsChanged ?? 0, plural);
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
      date,
      ...links,
      figures,
      total: day?.totalCases ?? 0,
      updates: updates.map((update) => ({
        number: update.update,
        at: update.detectedAt,
        figures: `${signed(update.newCases)} at ${schools(update.schoolsChanged)}`,
        sha256: update.sourceSha256,
      })),
      movers: named.shown.map((line) => shown(ledger, line)),
      rest: named.rest > 0 ? schools(named.rest) : '',
      corrections: lines.filter(({ newCases }) => newCases < 0).length,
      changes: announcedChanges(ledger, date),
    }),
  };
}

/** Changes of what is published that begin after a date, as the data page announces them too. */
function announcedChanges({ notices }: Ledger, after: ReportingDate): ReleaseModel['changes'] {
  return notices
    .flatMap(({ kind, date, text }) =>
      kind === 'definition' && date !== null && date > after && text ? [{ date, text }] : [],
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function shown(ledger: Ledger, { schoolId, newCases, totalCases }: NetChange): ReleaseMover {
  const name = nameOf(ledger, schoolId);
  return { id: schoolId, name, change: signed(newCases), total: totalCases };
}

function nameOf(ledger: Ledger, schoolId: CaseLine['schoolId']): string {
  return ledger.schools.get(schoolId)?.name ?? schoolId;
}
