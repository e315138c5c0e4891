import { z } from 'zod';

const text = z.string().trim().min(1, 'is empty');

const noun = z.strictObject({
  singular: text,
  plural: text,
  gender: z
    .enum(['feminine', 'masculine'])
    .optional()
    .describe('For languages whose sentences depend on it; without it, the ending decides'),
});

/** The schema of a noun in the site's first language, with the same noun in others. */
export const nounInLanguages = noun.extend({
  otherLanguages: z
    .record(z.string(), noun)
    .default({})
    .describe('The same words by language, such as "es"'),
});
const optionalNoun = nounInLanguages.nullable().default(null);

/** The keys of the settings that name what is counted by, who is there, and who counts. */
export const nounKeys = {
  counted: nounInLanguages.describe('What is counted, in the site’s first language'),
  places: optionalNoun.describe(
    'What is counted by, such as county and counties, in the site’s first language; null: schools',
  ),
  people: optionalNoun.describe(
    'Who is at a place, such as resident and residents, in the site’s first language; null: pupils of schools',
  ),
  ratePer: z
    .int('is not a whole number')
    .min(1, 'is below 1')
    .default(100)
    .describe('Rates are cases per so many people'),
  district: optionalNoun.describe(
    'What publishes the counts, such as state and states, in the site’s first language; null: the district',
  ),
};
