import type { EmptyModel, PageKind } from './page.ts';

declare module './page.ts' {
  interface PageModels {
    readonly compare: EmptyModel;
  }
}

/** Up to four schools beside each other; drawn in the browser, because the address says which. */
export const compare: PageKind = ({ settings }, { text, counted }) => [
  {
    template: 'compare',
    head: {
      path: 'compare/',
      title: text.find.compare.title,
      description: text.find.compare.description(settings.name, counted),
      section: 'schools',
    },
    model: {},
  },
];
