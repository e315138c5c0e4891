import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../../scripts/domain/refusal.ts';
import { parseReportingDate, parseWrittenInstant } from '../../../scripts/domain/time.ts';
import { TABLES } from '../../../scripts/ledger/ledger-files.ts';
import type { Ledger } from '../../../scripts/ledger/model.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { mayBeBlank, typeOfColumn } from '../../../scripts/website/exports/column-types.ts';
import { everyPart } from '../../ledger/every-part.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { noAssets } from '../html.ts';
import {
  type DescribedField,
  type DescribedTable,
  dataPackageProfile,
} from './data-package-profile.ts';

const site = { title: 'Prairie Falls', languages: ['es', 'en'], originalFiles: true };
const build = (ledger: Ledger, settings = settingsOf({ site })) =>
  buildSite(
    {
      ledger,
      settings,
      at: instant('2021-03-10'),
      baseUrl: 'https://example.org/x/',
      commit: null,
    },
    noAssets,
  );
const packageOf = (files: ReadonlyMap<string, string>) =>
  dataPackageProfile.parse(JSON.parse(files.get('data/datapackage.json') ?? ''));

const located = world(settingsOf({ site }))
  .school('a', 3, { name: 'Adams', latitude: 41.9, longitude: -87.7, enrollment: 300 })
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02', { a: [2, 'Adams'], b: [4, '=Baker, "B"'] }).ledger;

describe.each([
  ['every part of a ledger', everyPart],
  ['locations and hostile names', located],
  ['an empty ledger', world().ledger],
])('the description of the tables of %s', (_, ledger) => {
  const files = build(ledger);
  const { resources } = packageOf(files);

  it('names every table that is published, with its size and SHA-256', () => {
    const published = [...files.keys()].filter((path) => /^data\/.*\.csv$/.test(path));
    expect(resources.map(({ path }) => `data/${path}`).sort()).toEqual(published);
    for (const { path, bytes, hash } of resources) {
      const csv = Buffer.from(files.get(`data/${path}`) ?? '');
      expect(bytes).toBe(csv.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(csv).digest('hex')}`);
    }
  });

  it('has the columns in order, each with its meaning', () => {
    for (const { path, schema } of resources) {
      if (!schema) continue;
      const [header] = rowsOf(files, path);
      expect(schema.fields.map(({ name }) => name)).toEqual(header);
      for (const { name, description } of schema.fields) expect(description, name).toBeTruthy();
    }
  });

  it('is true of every cell, key and relation', () => {
    const faults = resources.flatMap((table) => faultsOf(table, resources, files));
    expect(faults).toEqual([]);
  });
});

describe('what the description says', () => {
  it('leaves only the turned table, whose columns are no kinds, without types', () => {
    const untyped = packageOf(build(located)).resources.filter(({ schema }) => !schema);
    expect(untyped.map(({ path }) => path)).toEqual(['newFormatTest.csv']);
  });

  it('names the licence that the settings name, and none otherwise', () => {
    const licence = {
      title: 'Creative Commons Attribution 4.0',
      address: 'https://creativecommons.org/licenses/by/4.0/',
      name: 'CC-BY-4.0',
    };
    expect(packageOf(build(located)).licenses).toBeUndefined();
    const files = build(located, settingsOf({ site, licence }));
    expect(packageOf(files).licenses).toEqual([
      { name: 'CC-BY-4.0', path: licence.address, title: licence.title },
    ]);
    expect(files.get('en/data/index.html')).toContain(
      `licensed under ${licence.title}. Name the district as their source.`,
    );
    expect(files.get('data/index.html')).toContain(`href="${licence.address}"`);
  });

  it('finds a fault where the tables are otherwise than it says', () => {
    const files = build(located);
    const { resources } = packageOf(files);
    const wrong = new Map(files).set(
      'data/cases.csv',
      'reporting_date,update,school_id,new_cases,total_cases\n2021-03-02,1,z,few,\n2021-03-02,1,z,1,1\n',
    );
    const cases = resources.filter(({ name }) => name === 'cases');
    expect(cases.flatMap((table) => faultsOf(table, resources, wrong))).toEqual([
      'cases.csv new_cases "few" is no integer',
      'cases.csv total_cases is blank',
      'cases.csv has 2021-03-02,1,z twice',
      'cases.csv school_id "z" is not in schools',
      'cases.csv school_id "z" is not in schools',
    ]);
  });
});

describe.each(TABLES)('the columns of $name', ({ name, columns, read, textOf }) => {
  const [header = [], full = []] = parse(textOf(everyPart) ?? '') as string[][];
  const refuses = (row: readonly string[]) => {
    try {
      read(`${header.join(',')}\n${row.map((cell) => JSON.stringify(cell)).join(',')}\n`);
      return false;
    } catch (error) {
      if (error instanceof Refusal) return true;
      throw error;
    }
  };

  it.each(columns)('may be blank only if the ledger reads a blank: %s', (column) => {
    const blank = full.map((cell, index) => (columns[index] === column ? '' : cell));
    expect(refuses(blank)).toBe(!mayBeBlank(name, column));
  });

  it.each(columns)('have a type that other text is not of: %s', (column) => {
    const { type, constraints } = typeOfColumn(column);
    const other = full.map((cell, index) => (columns[index] === column ? 'other' : cell));
    const isFree = type === 'string' && constraints === undefined;
    expect(refuses(other)).toBe(!isFree);
  });
});

const obeyed = z.object({
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
});

function rowsOf(files: ReadonlyMap<string, string>, path: string): readonly (readonly string[])[] {
  return parse(files.get(`data/${path}`) ?? '') as string[][];
}

/** What a table has that its description rules out, each as a sentence. */
function faultsOf(
  { path, schema }: DescribedTable,
  resources: readonly DescribedTable[],
  files: ReadonlyMap<string, string>,
): readonly string[] {
  if (!schema) return [];
  const [header = [], ...rows] = rowsOf(files, path);
  const valuesOf = (row: readonly string[], names: readonly string[]) =>
    names.map((name) => row[header.indexOf(name)] ?? '').join(',');
  const cells = rows.flatMap((row) =>
    schema.fields.flatMap((field, index) => {
      const fault = cellFault(field, row[index] ?? '');
      return fault === undefined ? [] : [`${path} ${field.name} ${fault}`];
    }),
  );
  const keys = [schema.primaryKey ?? [], ...(schema.uniqueKeys ?? [])].filter((key) => key.length);
  const twice = keys.flatMap((key) => {
    const values = rows.map((row) => valuesOf(row, key));
    return values
      .filter((value, index) => values.indexOf(value) < index)
      .map((value) => `${path} has ${value} twice`);
  });
  const lost = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = resources.find(({ name }) => name === reference.resource);
    const [columns = [], ...lines] = rowsOf(files, other?.path ?? '');
    const known = new Set(
      lines.map((line) => reference.fields.map((name) => line[columns.indexOf(name)]).join(',')),
    );
    return rows
      .map((row) => valuesOf(row, fields))
      .filter((value) => value !== '' && !known.has(value))
      .map((value) => `${path} ${fields.join(',')} "${value}" is not in ${reference.resource}`);
  });
  return [...cells, ...twice, ...lost];
}

/** Why a cell is not of its field; undefined: it is. */
function cellFault({ type, constraints = {}, ...field }: DescribedField, cell: string) {
  if (cell === '') return constraints.required ? 'is blank' : undefined;
  const compact = 'format' in field ? /^(\d{4})(\d{2})(\d{2})$/.exec(cell) : null;
  const forms: Readonly<Record<DescribedField['type'], boolean>> = {
    string: true,
    integer: /^-?\d+$/.test(cell),
    number: /^-?\d+(\.\d+)?$/.test(cell),
    date: parseReportingDate(compact ? compact.slice(1).join('-') : cell) !== undefined,
    datetime: parseWrittenInstant(cell) !== undefined,
  };
  if (!forms[type]) return `"${cell}" is no ${type}`;
  const { minimum, maximum, pattern, enum: words } = obeyed.parse(constraints);
  const obeys =
    Number(cell) >= (minimum ?? Number.NEGATIVE_INFINITY) &&
    Number(cell) <= (maximum ?? Number.POSITIVE_INFINITY);
  if (type !== 'string' && (minimum !== undefined || maximum !== undefined) && !obeys) {
    return `"${cell}" is out of its limits`;
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(cell))
    return `"${cell}" is odd`;
  return words && !words.includes(cell) ? `"${cell}" is no word of it` : undefined;
}
