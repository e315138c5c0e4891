import type { UpdateLine } from '../../ledger/model.ts';
import { caseCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { ledgerLink, type SiteData } from '../site-data.ts';
import { type Mover, movers } from './movers.ts';
import type { Page, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly update: UpdateModel;
  }
}

/** An update: what it found and where. */
export interface UpdateModel {
  readonly title: string;
  readonly figure: string;
  /** When it was seen. */
  readonly seen: string;
  /** The day's new cases, this update included. */
  readonly soFar: string;
  readonly movers: readonly Mover[];
  /** What a minus means; empty where there is none. */
  readonly correction: string;
  /** Page of its day, below the edition's folder. */
  readonly day: string;
  /** Absolute address of the ledger's lines. */
  readonly source: string;
}

/** A page per update: what feeds link to. */
export const update: PageKind = (data, edition) =>
  data.ledger.updates.map((line) => pageOf(data, line, edition));

function pageOf(data: SiteData, line: UpdateLine, edition: Edition): Page {
  const { text, counted } = edition;
  const index = data.dayIndex.get(line.date);
  const day = index === undefined ? undefined : data.ledger.days[index];
  const date = text.longDate(line.date);
  const lines = data.linesOn.get(line.date) ?? [];
  const own = lines.filter(({ update: number }) => number === line.update);
  const soFar = lines.filter(({ update: number }) => number <= line.update);
  const figure = `${text.newCases(line.newCases, counted)} ${text.at(text.schools(line.schoolsChanged))}`;
  const sum = soFar.reduce((total, { newCases }) => total + newCases, 0);
  return {
    template: 'update',
    head: {
      path: `updates/${line.date}/${line.update}/`,
      title: text.update.title(line.update, date),
      description: text.update.description(line.update, figure, data.settings.name, date),
      section: 'cases',
      card: day && caseCardLink(data, day, edition),
    },
    model: {
      title: text.update.title(line.update, date),
      figure,
      seen: text.update.seen(text.time(line.detectedAt, data.settings.timeZone)),
      soFar: text.feed.soFar(text.newCases(sum, counted)),
      movers: movers(data, own, text),
      correction: own.some(({ newCases }) => newCases < 0) ? text.correction : '',
      day: `cases/${line.date}/`,
      source: ledgerLink(data, line.date),
    },
  };
}
