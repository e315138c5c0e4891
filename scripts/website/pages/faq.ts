import type { FaqFacts, Question } from '../../../site/shared/words/faq.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import type { PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly faq: FaqModel;
  }
}

/** Questions with their answers. */
export interface FaqModel {
  readonly questions: readonly {
    /** Its place on the page. */
    readonly id: string;
    readonly question: string;
    /** Paragraphs. */
    readonly answer: readonly string[];
    /** Where there is more; null: nowhere. */
    readonly more: {
      /** Below the edition's folder where it is a page of ours, else absolute. */
      readonly href: string;
      readonly label: string;
      readonly isOurs: boolean;
    } | null;
  }[];
}

/** What people ask, answered in plain words with the record's own figures. */
export const faq: PageKind = (data, edition) => {
  const { text } = edition;
  return [
    {
      template: 'faq',
      head: {
        path: 'faq/',
        title: text.faq.title,
        description: text.faq.description(data.settings.name),
        section: null,
      },
      model: {
        questions: text.faq.questions(factsOf(data, edition)).map(({ more, ...question }) => ({
          ...question,
          more: more ? { ...more, isOurs: isOurs(more) } : null,
        })),
      },
    },
  ];
};

function isOurs({ href }: NonNullable<Question['more']>): boolean {
  return !href.includes(':');
}

function factsOf(data: SiteData, { text, counted }: Edition): FaqFacts {
  const { ledger, settings } = data;
  const dateOf = (day: (typeof ledger.days)[number] | undefined) =>
    day ? text.longDate(day.date) : null;
  const corrections = ledger.cases.filter((line) => line.newCases < 0).length;
  return {
    counted,
    district: settings.name,
    schools: text.schools(data.schools.length),
    began: dateOf(ledger.days[0]),
    lastChange: dateOf(data.lastChange),
    corrections: text.corrections(corrections),
    staleDays: text.days(settings.staleAfterDays),
    repository: settings.repository,
    hasRates: data.known.people,
    hasMap: data.known.map,
    hasYears: data.known.years,
  };
}
