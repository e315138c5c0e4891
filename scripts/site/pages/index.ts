import { about } from './about.ts';
import { archive } from './archive.ts';
import { cases } from './cases.ts';
import { data } from './data.ts';
import { faq } from './faq.ts';
import { home } from './home.ts';
import { map } from './map.ts';
import { notFound } from './not-found.ts';
import type { PageKind } from './page.ts';
import { school } from './school.ts';
import { schools } from './schools.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';
import { update } from './update.ts';

/** Every kind of page. */
export const pageKinds: readonly PageKind[] = [
  home,
  schools,
  school,
  map,
  cases,
  archive,
  update,
  data,
  about,
  faq,
  subscribe,
  status,
  notFound,
];
