import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import type { Snapshot, SnapshotFormat } from '../ledger/snapshot.ts';
import { reject } from './causes.ts';
import { type CsvTable, readCsvTable } from './csv-table.ts';
import { decode } from './decode.ts';
import { formats } from './formats.ts';
import { refuseHtml } from './refuse-html.ts';
import type { Parsed, SourceBody, SourceColumns, SourceFormat } from './source-format.ts';

export interface ParseOptions {
  readonly format: 'auto' | SnapshotFormat;
  readonly columns: SourceColumns;
  readonly ignore: readonly string[];
  readonly limits: { readonly unreadableRows: number; readonly unreadableShare: number };
  /** A sheet without rows is acceptable: the counter was declared to start again. */
  readonly allowEmpty: boolean;
}

/**
 * What a body says, read in the format its header shows.
 *
 * @param address where it came from, after redirects
 * @throws Refusal (exit 3): each way of being no case counts has its own cause
 */
export async function parseSnapshot(
  body: Uint8Array,
  address: string,
  options: ParseOptions,
): Promise<Snapshot> {
  const text = decode(body);
  refuseHtml(text, address);
  const source = sourceBody(text);
  const format = chooseFormat(source, options);
  const parsed = await format.parse(source, {
    columns: options.columns,
    ignore: new Set(options.ignore),
  });
  refuseWithoutRows(parsed, options);
  refuseManyUnreadable(parsed, options);
  return {
    format: format.name,
    ...parsed,
    findings: [...parsed.findings, ...ignoredFinding(parsed.ignored)],
    districtTotal: null,
    bodySha256: createHash('sha256').update(body).digest('hex'),
    address,
  };
}

function ignoredFinding(ignored: readonly string[]): readonly Finding[] {
  if (ignored.length === 0) return [];
  const message = `Left out, as the settings ask under "ignore": ${ignored.join(', ')}`;
  return [{ level: 'notice', code: 'ignored', message }];
}

function sourceBody(text: string): SourceBody {
  let table: CsvTable | undefined;
  const read = () => {
    table ??= readCsvTable(text);
    return table;
  };
  const header = /^\s*[[{]/.test(text) ? [] : read().header;
  return { text, header, table: read };
}

function chooseFormat(source: SourceBody, { format, columns }: ParseOptions): SourceFormat {
  const candidates = formats.filter(({ name }) => format === 'auto' || name === format);
  const found = candidates.find((candidate) => candidate.fits(source, columns));
  if (found) return found;
  const header = source.header.map((name) => `"${name}"`).join(', ') || source.text.slice(0, 60);
  const expected = candidates.map((candidate) => candidate.expects(columns)).join('; ');
  throw reject(
    'unknown-columns',
    `The source has the columns ${header}. Expected, for a ${expected}`,
    {
      line: 1,
    },
  );
}

function refuseWithoutRows(parsed: Parsed, { allowEmpty }: ParseOptions): void {
  if (parsed.rowCount > 0 || allowEmpty) return;
  throw reject('header-only', 'The source has a header and not one row', { line: 1 });
}

function refuseManyUnreadable({ unreadable, rowCount }: Parsed, { limits }: ParseOptions): void {
  const isMany =
    unreadable.length > limits.unreadableRows ||
    unreadable.length > rowCount * limits.unreadableShare;
  const first = unreadable[0];
  if (!isMany || !first) return;
  throw reject(
    'unreadable-rows',
    `${unreadable.length} of ${rowCount} rows cannot be read; the first is line ${first.line}, where column "${first.column}" holds "${first.value}", which is no ${first.what}`,
    { line: first.line, column: first.column, value: first.value },
  );
}
