import { ownThresholds } from '../../../site/shared/map/classes.ts';
import { figureOf, type MapSchool, type Shown } from '../../../site/shared/map/figures.ts';
import { figureText } from '../../../site/shared/map/map-words.ts';
import { FIRST_VIEW } from '../../../site/shared/map/view.ts';
import { fill } from '../../../site/shared/words/phrase.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { mapModel, offeredBy } from './map-model.ts';
import type { PageKind } from './page.ts';

/** The big map, what it can show, and the same figures as a table. */
export const map: PageKind = {
  name: 'map',
  description: 'The big map, what it can show, and the same figures as a table',
  pages: (data, edition) => {
    const { text, counted } = edition;
    const model = mapModel(data, edition);
    const offered = offeredBy(model.schools);
    const columns = columnsOf(offered, text);
    return [
      {
        template: 'map',
        head: {
          path: 'map/',
          title: text.map.title,
          description: text.map.description(data.settings.name, counted),
          section: 'map',
          picturesFrom: streetsHost(data)?.origin,
        },
        model: {
          map: model,
          frameText: JSON.stringify(model.frame),
          wordsText: JSON.stringify(model.words),
          windowEnds: data.lastDay ? text.windowEnds(text.longDate(data.lastDay.date)) : '',
          controls: {
            windows: offered.windows.map((value) => ({
              value,
              label: windowLabel(value, text),
              first: value === FIRST_VIEW.window,
            })),
            measures: offered.measures.map((value) => ({
              value,
              label: text.map.measures[value],
              first: value === FIRST_VIEW.measure,
            })),
            thresholds: ownThresholds(FIRST_VIEW.measure, FIRST_VIEW.window).join(', '),
            streets: streetsOf(data, text),
          },
          columns,
          rows: model.schools.map((school) => ({
            name: school.name,
            path: `schools/${school.id}/`,
            cells: columns.map(({ shown }) => cellOf(school, shown, model.words)),
          })),
        },
      },
    ];
  },
};

/** A column for each window, then for each measure that is known, as the map shows it first. */
function columnsOf({ windows, measures }: ReturnType<typeof offeredBy>, text: Edition['text']) {
  const labels = {
    count: '',
    rate: fill(text.map.words.rateColumn, { window: windowLabel(FIRST_VIEW.window, text) }),
    'one-dose': text.map.oneDose,
    vaccinated: text.map.vaccinated,
  };
  return [
    ...windows.map((window) => ({
      name: window,
      label: windowLabel(window, text),
      shown: { measure: 'count', window } satisfies Shown,
    })),
    ...measures
      .filter((measure) => measure !== 'count')
      .map((measure) => ({
        name: measure,
        label: labels[measure],
        shown: { measure, window: FIRST_VIEW.window } satisfies Shown,
      })),
  ];
}

function cellOf(school: MapSchool, shown: Shown, words: Parameters<typeof figureText>[2]): string {
  return figureText(figureOf(school, shown), shown.measure, words);
}

function windowLabel(window: Shown['window'], text: Edition['text']): string {
  if (window === 'year' || window === 'all') return text.map.windows[window];
  return text.days(Number(window));
}

function streetsOf(data: SiteData, text: Edition['text']) {
  const { tiles } = data.settings.map;
  const host = streetsHost(data)?.host;
  return tiles && host ? { ...tiles, note: text.map.streetsNote(host) } : null;
}

/** Where the street map comes from; its braces are in the path only. */
function streetsHost({ settings }: SiteData): URL | undefined {
  return settings.map.tiles ? new URL(settings.map.tiles.url) : undefined;
}
