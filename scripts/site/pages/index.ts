import { about } from './about.ts';
import { cases } from './cases.ts';
import { data } from './data.ts';
import { home } from './home.ts';
import { notFound } from './not-found.ts';
import type { PageKind } from './page.ts';
import { school } from './school.ts';
import { schools } from './schools.ts';
import { update } from './update.ts';

/** Every kind of page. */
export const pageKinds: readonly PageKind[] = [
  home,
  schools,
  school,
  cases,
  update,
  data,
  about,
  notFound,
];
