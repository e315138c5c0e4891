import { about } from './about.ts';
import { archive } from './archive.ts';
import { cases } from './cases.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { embed } from './embed.ts';
import { faq } from './faq.ts';
import { home } from './home.ts';
import { map } from './map.ts';
import { notFound } from './not-found.ts';
import { offline } from './offline.ts';
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
  embed,
  compare,
  map,
  cases,
  archive,
  update,
  data,
  about,
  faq,
  subscribe,
  status,
  offline,
  notFound,
];
