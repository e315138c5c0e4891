import { z } from 'zod';
import { parseJsonPath } from '../domain/json-path.ts';
import { nameOrPattern } from './source-schema.ts';

/** @param webAddress the schema of a web address */
export function totalSchema(webAddress: z.ZodType<string, string>) {
  return z
    .strictObject({
      address: webAddress.describe('A CSV or JSON file, as a browser shows its address'),
      path: z
        .string()
        .refine((path) => parseJsonPath(path) !== undefined, {
          error: 'is not a path like "data.total" or "features[0].attributes.cases"',
        })
        .nullable()
        .default(null)
        .describe('JSON: where the number is'),
      cell: z
        .string()
        .regex(/^[A-Z]{1,3}[1-9]\d{0,5}$/, 'is not a cell like B2')
        .nullable()
        .default(null)
        .describe('CSV: the cell with the number, as a spreadsheet names it: B2'),
      column: nameOrPattern
        .nullable()
        .default(null)
        .describe('CSV: the heading of the column with the number'),
      row: z
        .string()
        .trim()
        .min(1, 'is empty')
        .nullable()
        .default(null)
        .describe(
          'With "column", where several rows have a figure: the text of a cell in the row that counts, "first row" or "last row"',
        ),
    })
    .superRefine(({ path, cell, column, row }, context) => {
      const given = [path, cell, column].filter((place) => place !== null).length;
      if (given !== 1) {
        const message = 'must name the place of the number once: "path", "cell" or "column"';
        context.addIssue({ code: 'custom', message });
      }
      if (row !== null && column === null) {
        context.addIssue({ code: 'custom', path: ['row'], message: 'goes with "column" only' });
      }
    })
    .describe(
      'The district’s own published total, where it stands outside the sheet; null: a total row of the sheet, if it has one',
    );
}
