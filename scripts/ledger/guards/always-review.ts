import type { Guard } from './guard.ts';

/** The settings require that a person reviews every update. */
export const review: Guard = {
  name: 'review',
  releasedAs: null,
  check: ({ update, rules }) =>
    rules.review === 'always' && update.line !== undefined
      ? [{ text: 'The settings ask that a person reviews every update ("review": "always").' }]
      : [],
};
