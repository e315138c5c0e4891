import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainRows } from '../../scripts/domain/plain-rows.ts';

const rowsOf = (text: string, width?: number) => readPlainRows(text, (cells) => cells, width);

describe('readPlainRows', () => {
  it.each([
    [
      'cells without quotes',
      'a,b\n1,\n',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a last line without its end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes around each cell',
      '"a","b, c"\n"1",""\n',
      [
        ['a', 'b, c'],
        ['1', ''],
      ],
    ],
    ['one column', '"a"\n""\n', [['a'], ['']]],
    [
      'both forms, line by line',
      '"a","b"\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('reads %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    ['nothing', ''],
    ['a blank line', 'a\n\nb\n'],
    ['lines of two lengths', 'a,b\n1\n'],
    ['line ends that are not LF', 'a,b\r\n1,2\r\n'],
    ['quotes around some cells', '"a",b\n'],
    ['a quote in a cell', 'a"b,c\n'],
    ['a doubled quote', '"a ""b""","c"\n'],
    ['a line break in a cell', '"a\nb","c"\n'],
    ['a cell that begins with a line break', '"a","\nb"\n'],
    ['an unclosed quote', '"a","b\n'],
  ])('leaves %s to a parser', (_, text) => {
    expect(rowsOf(text)).toBeUndefined();
  });

  it('leaves lines of another length than required to a parser', () => {
    expect(rowsOf('a,b\n', 3)).toBeUndefined();
    expect(rowsOf('a,b\n', 2)).toEqual([['a', 'b']]);
  });

  it('numbers the lines from 1', () => {
    expect(readPlainRows('a\nb\n', (_, line) => line)).toEqual([1, 2]);
  });

  it('never reads a text differently from a parser', () => {
    const piece = fc.constantFrom('a', 'é', ' ', '0', ',', '","', '"', '""', '"\n"', '\n', '\r\n');
    let plain = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const rows = rowsOf(text);
        if (rows === undefined) return;
        plain += 1;
        expect(rows).toEqual(parse(text));
        expect(rows).toEqual(parse(text, { skip_empty_lines: true }));
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
