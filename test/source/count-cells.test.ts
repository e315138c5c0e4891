import { describe, expect, it } from 'vitest';
import { countReader } from '../../scripts/source/count-cells.ts';
import type { Cell } from '../../scripts/source/table.ts';

const words = { zero: ['none', '–'], unknown: ['*', 'Suppressed'] };

/** Cells of one sheet, read together. */
const read = (...cells: readonly Cell[]) => cells.map(countReader(words, cells));

describe('a count cell', () => {
  it.each<[string, Cell, ReturnType<ReturnType<typeof countReader>>]>([
    ['digits', '12', count(12)],
    ['zero', '0', count(0)],
    ['blanks around it', ' 12\u00a0', count(12)],
    ['a decimal part of zeros', '12.0', count(12)],
    ['a decimal part of zeros behind a comma', '12,00', count(12)],
    ['commas between thousands', '1,422', count(1422)],
    ['commas between thousands, and cents', '1,234,567.00', count(1234567)],
    ['a space between thousands', '1 172', count(1172)],
    ['a no-break space between thousands', '1\u00a0172', count(1172)],
    ['a narrow no-break space between thousands', '12\u202f345\u202f678', count(12345678)],
    ['an apostrophe between thousands', '1’422', count(1422)],
    ['a point between thousands', '1.422', count(1422)],
    ['points between thousands', '1.234.567', count(1234567)],
    ['a number', 12, count(12)],
    ['a number with a point', 12.0, count(12)],
    ['a word for zero', 'NONE', count(0)],
    ['a word for zero that means unknown elsewhere', '–', count(0)],
    ['a word for unknown', 'suppressed', 'unknown'],
    ['an asterisk that the settings name', '*', 'unknown'],
    ['a dash', '-', 'unknown'],
    ['N/A', 'n/a', 'unknown'],
    ['a bound', '<5', 'unknown'],
    ['a bound with words of mathematics', '≤ 4', 'unknown'],
    ['a bound from below', '5+', 'unknown'],
    ['nothing', '', 'blank'],
    ['blanks', ' \t', 'blank'],
    ['a negative number', '-1', 'unreadable'],
    ['a negative number of JSON', -1, 'unreadable'],
    ['a fraction', '1.5', 'unreadable'],
    ['a fraction of JSON', 2.5, 'unreadable'],
    ['a fraction of JSON with three digits', 1.422, 'unreadable'],
    ['an exponent', '1e309', 'unreadable'],
    ['infinity', Number.POSITIVE_INFINITY, 'unreadable'],
    ['a billion', '1000000000', 'unreadable'],
    ['an error of a formula', '#REF!', 'unreadable'],
    ['leading zeros', '012', 'unreadable'],
    ['groups of two', '12,34', 'unreadable'],
    ['two kinds of separators', '1,234.567', 'unreadable'],
    ['one or a thousand', '1.000', 'unreadable'],
    ['a share', '12%', 'unreadable'],
    ['a word', 'many', 'unreadable'],
  ])('with %s', (_, cell, expected) => {
    expect(read(cell)).toEqual([expected]);
  });

  it.each<[string, string, Cell]>([
    ['a number of JSON', '-1', -1],
    ['text', '#REF!', ' #ref!'],
    ['text that is cut where it is shown', 'x'.repeat(200), 'x'.repeat(300)],
  ])('which a person accepted is not reported: %s', (_, accepted, cell) => {
    expect(countReader({ zero: [], unknown: [accepted] }, [])(cell)).toBe('unknown');
  });

  it.each<[string, readonly Cell[], readonly unknown[]]>([
    ['a point is decimal beside a fraction', ['1.422', '0.5'], ['unreadable', 'unreadable']],
    ['a point is decimal beside .0', ['1.422', '12.0'], ['unreadable', 12]],
    ['a point is decimal beside a bare thousand', ['1.422', '1500'], ['unreadable', 1500]],
    ['a point is decimal beside commas of thousands', ['1.422', '1,422'], ['unreadable', 1422]],
    ['three zeros are a thousand beside other groups', ['1.000', '1.422'], [1000, 1422]],
    ['three zeros are nothing beside decimals', ['1.000', '0.000'], [1, 0]],
    ['a comma is decimal beside a decimal comma', ['1,422', '12,5'], ['unreadable', 'unreadable']],
    ['numbers of JSON say nothing of text', ['1.422', 2.5], [1422, 'unreadable']],
  ])('read with its sheet: %s', (_, cells, expected) => {
    expect(read(...cells)).toEqual(expected);
  });
});

function count(number: number): ReturnType<ReturnType<typeof countReader>> {
  const [read] = [countReader({ zero: [], unknown: [] }, [])(number)];
  return read;
}
