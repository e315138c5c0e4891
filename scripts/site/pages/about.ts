import { parseReportingDate } from '../../domain/reporting-date.ts';
import { guards } from '../../ledger/guards/index.ts';
import type { PageKind } from './page.ts';

/** What the numbers mean, how they come about, and when they are held back. */
export const about: PageKind = {
  name: 'about',
  description: 'What the numbers mean, how they come about, and when they wait for a person',
  pages: ({ settings, ledger }, { text, counted }) => {
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
          guards: guards.map((guard) => text.guards[guard.name] ?? guard.description),
          repository: settings.repository,
        },
      },
    ];
  },
};
