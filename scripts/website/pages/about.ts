import { parseReportingDate } from '../../domain/time.ts';
import { guards } from '../../ledger/guards/index.ts';
import { type Origin, originOf } from './credits.ts';
import { type DatedNotice, districtNotices } from './notices.ts';
import type { PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly about: AboutModel;
  }
}

/** What the page about the numbers says beyond fixed words. */
export interface AboutModel {
  /** What the figure of all cases holds. */
  readonly all: string;
  /** When school years begin; empty where the settings name none. */
  readonly years: string;
  /** Why an update may be held. */
  readonly guards: readonly string[];
  readonly origin: Origin;
  readonly notices: readonly DatedNotice[];
  /** Absolute address. */
  readonly repository: string;
}

/** What the numbers mean, how they come about, and when they are held back. */
export const about: PageKind = (data, { text, counted }) => {
  const { settings, ledger } = data;
  const began = ledger.days[0] ? text.longDate(ledger.days[0].date) : '';
  const years = settings.schoolYears.flatMap(({ name, firstDay }) => {
    const date = parseReportingDate(firstDay);
    return date ? [text.about.year(name, text.longDate(date))] : [];
  });
  return [
    {
      template: 'about',
      head: {
        path: 'about/',
        title: text.about.title,
        description: text.about.description(settings.name),
        section: 'about',
      },
      model: {
        all: text.about.allText(counted, began),
        years: years.length > 0 ? text.about.years(years.join(', ')) : '',
        guards: guards.map((guard) => text.guards[guard.name]),
        origin: originOf(settings, { text }),
        notices: districtNotices(data, text),
        repository: settings.repository,
      },
    },
  ];
};
