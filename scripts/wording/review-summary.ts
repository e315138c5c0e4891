import type { EnglishNouns } from '../domain/nouns.ts';
import { shortened } from '../domain/shortened.ts';
import type { ChangedValue } from '../maintain/review/json-diff.ts';
import type { Review } from '../maintain/review/review.ts';
import type { SiteDiff } from '../maintain/review/site-diff.ts';
import type { ChangedCell, TableDiff } from '../maintain/review/table-diff.ts';
import { many, placesOf } from './figures.ts';
import { renderMarkdown } from './markdown.ts';

declare module './markdown.ts' {
  interface MarkdownModels {
    readonly review: ReviewModel;
  }
}

/** The summary of a pull request that changes data. */
export interface ReviewModel extends CasesModel, SiteModel {
  readonly tables: readonly TableModel[];
  readonly settings: readonly ChangedValue[];
}

/** How a table differs. */
interface TableModel {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
  /** Number of lines with changed cells. */
  readonly lines: number;
  readonly cells: readonly ChangedCell[];
  /** Number of changed cells that are not listed. */
  readonly more: number;
}

/** The lines that cases.csv gains. */
interface CasesModel {
  /** The cells as they are in the file. */
  readonly cases: readonly {
    readonly date: string;
    readonly update: string;
    readonly school: string;
    readonly newCases: string;
    readonly totalCases: string;
  }[];
  /** Number of lines that are not listed. */
  readonly moreCases: number;
  readonly newCases: string;
  readonly schools: string;
  /** What it is counted by. */
  readonly place: string;
  readonly dates: string;
}

/** How the built site differs. */
interface SiteModel {
  readonly kinds: readonly {
    readonly kind: string;
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly paths: readonly string[];
  }[];
  readonly figures: readonly ChangedValue[];
  readonly newItems: SiteDiff['newItems'];
  readonly changedItems: SiteDiff['changedItems'];
}

const ROWS_SHOWN = 40;
const PATHS_SHOWN = 12;

/** The Markdown of a review: how the data differs, and what readers would see of that. */
export function reviewSummary({ tables, settings, site }: Review, nouns: EnglishNouns): string {
  return renderMarkdown('review', {
    tables: tables.filter(isChanged).map(tableModel),
    settings: settings.slice(0, ROWS_SHOWN),
    ...casesModel(tables, nouns),
    ...siteModel(site),
  });
}

function isChanged({ added, removed, changed }: TableDiff): boolean {
  return added.length + removed.length + changed.length > 0;
}

function tableModel({ table, added, removed, changed }: TableDiff): TableModel {
  const cells = shortened(changed, ROWS_SHOWN);
  return {
    table,
    added: added.length,
    removed: removed.length,
    lines: new Set(changed.map(({ key }) => key)).size,
    cells: cells.shown,
    more: cells.rest,
  };
}

/** The lines that cases.csv gains, biggest change first. */
function casesModel(tables: readonly TableDiff[], nouns: EnglishNouns): CasesModel {
  const added = tables.find(({ table }) => table === 'cases.csv')?.added ?? [];
  const figure = (row: Readonly<Record<string, string>>) => Math.abs(Number(row.new_cases));
  const cases = shortened(
    [...added].sort((a, b) => figure(b) - figure(a)),
    ROWS_SHOWN,
  );
  const dates = [...new Set(added.map((row) => row.reporting_date ?? ''))].sort();
  return {
    cases: cases.shown.map((row) => ({
      date: row.reporting_date ?? '',
      update: row.update ?? '',
      school: row.school_id ?? '',
      newCases: row.new_cases ?? '',
      totalCases: row.total_cases ?? '',
    })),
    moreCases: cases.rest,
    newCases: many(
      added.reduce((sum, row) => sum + Number(row.new_cases), 0),
      'new case',
    ),
    schools: placesOf(new Set(added.map((row) => row.school_id)).size, nouns),
    place: nouns.place,
    dates: dates.length > 1 ? `${dates[0]} to ${dates.at(-1)}` : (dates[0] ?? ''),
  };
}

function siteModel({ kinds, newItems, changedItems, figures }: SiteDiff): SiteModel {
  const shown = (paths: readonly string[]) => paths.slice(0, PATHS_SHOWN);
  const differing = kinds.filter(
    ({ added, removed, changed }) => added.length + removed.length + changed.length > 0,
  );
  return {
    kinds: differing.map(({ kind, added, removed, changed }) => ({
      kind,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      paths: [
        ...shown(added).map((path) => `new: ${path}`),
        ...shown(removed).map((path) => `removed: ${path}`),
        ...shown(changed).map((path) => `changed: ${path}`),
      ],
    })),
    figures: figures.slice(0, ROWS_SHOWN),
    newItems: newItems.filter(({ feed }) => feed.startsWith('feeds/')).slice(0, ROWS_SHOWN),
    changedItems: changedItems.slice(0, PATHS_SHOWN),
  };
}
