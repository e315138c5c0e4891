import type { Language } from '../../../site/shared/words/en.ts';
import { parseReportingDate, reportingDateAt } from '../../domain/time.ts';
import { guards } from '../../ledger/guards/index.ts';
import type { SiteData } from '../site-data.ts';
import { noticeAnchor, noticePage } from './notices.ts';
import type { PageKind } from './page.ts';

/** What the numbers mean, how they come about, and when they are held back. */
export const about: PageKind = {
  name: 'about',
  description: 'What the numbers mean, how they come about, and when they wait for a person',
  pages: (data, { text, counted }) => {
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
          notices: noticesOf(data, text),
          repository: settings.repository,
        },
      },
    ];
  },
};

/** Notices that are about no date with a page of its own, newest first. */
function noticesOf(data: SiteData, text: Language) {
  return data.ledger.notices
    .flatMap((notice, index) => {
      if (noticePage(data, notice) !== 'about/') return [];
      const school = notice.schoolId ? data.ledger.schools.get(notice.schoolId)?.name : undefined;
      const words = notice.text ?? text.feed.kinds[notice.kind];
      const date = reportingDateAt(notice.noticedAt, data.settings.timeZone);
      return [
        {
          anchor: noticeAnchor(index),
          date: text.longDate(date),
          text: school ? `${school}: ${words}` : words,
        },
      ];
    })
    .reverse();
}
