import { z } from 'zod';
import { parseJsonPath } from '../domain/json-path.ts';
import { isPattern, patternProblem } from '../domain/pattern.ts';

/** @param addresses the schema of a web address */
export function sourceSchema(webAddress: z.ZodType<string, string>) {
  return z
    .strictObject({
      addresses: z
        .array(webAddress)
        .min(1, 'names no address to read')
        .describe(
          'One or more addresses of the same sheet, as a browser shows them; the next is asked when one does not answer',
        ),
      rows: z
        .enum(['auto', 'case', 'place', 'place-and-day'])
        .default('auto')
        .describe(
          'What a row of the sheet is. auto: decided by the columns; refused if two kinds fit',
        ),
      columns,
      counts: z
        .enum(['cumulative', 'new'])
        .default('cumulative')
        .describe(
          'Rows of places and days: whether a figure is a running total, or new on its day (then the place’s count is the sum of its rows)',
        ),
      path: z
        .string()
        .refine((path) => parseJsonPath(path) !== undefined, {
          error: 'is not a path like "features[*].attributes", "result.records" or "counties.*"',
        })
        .nullable()
        .default(null)
        .describe(
          'JSON: where the rows are; * for an object keyed by place; null: the array itself',
        ),
      cells,
      totalRow: z
        .array(text)
        .nullable()
        .default(null)
        .describe(
          'Names of rows that are the district’s own total; null: found by their name or sum; []: there is none',
        ),
    })
    .superRefine(refuseContradictions);
}

const text = z.string().trim().min(1, 'is empty');

/** Text, or a regular expression between slashes. */
export const nameOrPattern = text.superRefine((name, context) => {
  const problem = isPattern(name) ? patternProblem(name) : undefined;
  if (problem === undefined) return;
  const message = `is not a regular expression that can be matched in linear time (${problem})`;
  context.addIssue({ code: 'custom', message });
});

const column = nameOrPattern.describe(
  'The column’s heading, or a regular expression between slashes that it matches',
);

const columns = z
  .strictObject({
    id: column.nullable().default(null).describe('The column with the place’s id; null: none'),
    name: z
      .union([column, z.array(column).min(1, 'names no column')], {
        error: 'is neither a column nor a list of columns',
      })
      .nullable()
      .default(null)
      .describe('The column with the place’s name, or several that make it unique; null: none'),
    counts: z
      .union([z.enum(['last date', 'every date']), z.array(column).min(1, 'names no column')], {
        error: 'is neither a list of columns nor "last date" nor "every date"',
      })
      .nullable()
      .default(null)
      .describe(
        'The columns whose sum is the place’s count. "last date": headings are dates, the newest with figures counts; "every date": headings are dates of new cases, summed; null: a row is a case',
      ),
    date: column
      .nullable()
      .default(null)
      .describe('Rows of places and days: the column with the day'),
  })
  .prefault({})
  .describe('What the source calls its columns or keys');

const cells = z
  .strictObject({
    zero: z.array(text).default([]).describe('Words that mean 0, e.g. "No Cases Reported"'),
    unknown: z
      .array(text)
      .default([])
      .describe('Words that mean not reported, besides "-", "N/A", "<5", "5+" and blank'),
  })
  .prefault({})
  .describe('Words that stand in place of a count');

interface SourceChoices {
  readonly rows: 'auto' | 'case' | 'place' | 'place-and-day';
  readonly columns: z.output<typeof columns>;
  readonly counts: 'cumulative' | 'new';
}

function refuseContradictions({ rows, columns, counts }: SourceChoices, context: Context): void {
  const refuse = (path: readonly string[], message: string) =>
    context.addIssue({ code: 'custom', path: [...path], message });
  const isKeyedByHeading = columns.date !== null && Array.isArray(columns.counts);
  if (columns.id === null && columns.name === null && !isKeyedByHeading) {
    refuse(['columns'], 'names neither "id" nor "name": one of them says which place a row is of');
  }
  if (rows === 'case' && columns.counts !== null) {
    refuse(['columns', 'counts'], 'does not go with "rows": "case", where each row is one case');
  }
  if ((rows === 'place' || rows === 'place-and-day') && columns.counts === null) {
    refuse(['columns', 'counts'], `must name the columns with counts for "rows": "${rows}"`);
  }
  if (rows === 'place-and-day' && columns.date === null) {
    refuse(['columns', 'date'], 'must name the column with the day for "rows": "place-and-day"');
  }
  if (rows === 'place' && columns.date !== null) {
    refuse(['columns', 'date'], 'does not go with "rows": "place": use "place-and-day"');
  }
  if (columns.date !== null && typeof columns.counts === 'string') {
    refuse(['columns', 'counts'], 'does not go with "columns.date": days are headings or rows');
  }
  if (counts === 'new' && (columns.date === null || !Array.isArray(columns.counts))) {
    refuse(
      ['counts'],
      'needs rows of places and days ("columns.date" and a list of "columns.counts")',
    );
  }
}

type Context = z.core.$RefinementCtx;
