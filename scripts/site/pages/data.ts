import type { PageKind } from './page.ts';

/** Downloads, and what their columns mean. */
export const data: PageKind = {
  name: 'data',
  description: 'Downloads, and what their columns mean',
  pages: ({ settings, lastDay }, { text }) => [
    {
      template: 'data',
      head: {
        path: 'data/',
        title: text.data.title,
        description: text.data.description(settings.name),
        section: 'data',
      },
      model: {
        files: Object.entries(text.dictionary).map(([path, { says, columns }]) => ({
          path,
          says,
          columns: Object.entries(columns).map(([name, meaning]) => ({ name, meaning })),
        })),
        feeds: (['daily', 'updates', 'notices'] as const).map((name) => ({
          name,
          path: `feeds/${name}`,
          says: text.data[name],
        })),
        lead: lastDay
          ? `${text.data.lead}, ${text.data.asOf(text.longDate(lastDay.date))}`
          : text.data.lead,
        repository: settings.repository,
      },
    },
  ],
};
