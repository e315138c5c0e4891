import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { casesFile, noticesFile } from '../../scripts/ledger/columns.ts';
import { type CsvFile, readLines, writeLines } from '../../scripts/ledger/csv-file.ts';

const CASES = ['2021-03-02,1,a,2,5', '2021-03-03,1,b,-2,3', '2021-03-03,1,"b",-2,3'];
const NOTICES = [
  '2021-03-02T15:00:00Z,held,2021-03-02,a,text',
  '2021-03-02T15:00:00Z,restart,,,',
  '2021-03-02T15:00:00Z,restart,,,"It ""began"", again"',
];
const CELLS = [
  '2021-03-02',
  '2021-02-30',
  '1',
  '-3',
  'x',
  '',
  ' 1',
  '"a"',
  '"x,y"',
  '"two\nlines"',
];
const SLIPS = ['"', ',', '\n', '\r', ' ', '\ufeff', 'é'];

/** A file's body: sound lines, some of odd cells, and in many texts one slip somewhere. */
function bodies(sound: readonly string[]): fc.Arbitrary<string> {
  const odd = fc.array(fc.constantFrom(...CELLS), { minLength: 4, maxLength: 6 });
  const line = fc.oneof(
    { arbitrary: fc.constantFrom(...sound), weight: 9 },
    { arbitrary: odd.map((cells) => cells.join(',')), weight: 1 },
  );
  const slip = fc.option(fc.record({ at: fc.nat(200), text: fc.constantFrom(...SLIPS) }));
  return fc.tuple(fc.array(line, { maxLength: 5 }), slip).map(([lines, slipped]) => {
    const text = lines.map((each) => `${each}\n`).join('');
    if (slipped === null) return text;
    const at = slipped.at % (text.length + 1);
    return text.slice(0, at) + slipped.text + text.slice(at);
  });
}

function outcomeOf<Line>(file: CsvFile<Line>, text: string) {
  try {
    return { code: 'read', lines: readLines(file, text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, message: error.message, facts: error.facts };
  }
}

function expectOneReading<Line>(file: CsvFile<Line>, sound: readonly string[]): void {
  const header = `${file.columns.join(',')}\n`;
  // A quoted heading is the same heading, but not as we write it: a parser reads the whole file.
  const asked = header.replace(/^\w+/, '"$&"');
  const seen = new Set<string>();
  fc.assert(
    fc.property(bodies(sound), (body) => {
      const outcome = outcomeOf(file, header + body);
      expect(outcome).toEqual(outcomeOf(file, asked + body));
      seen.add(body.includes('"') ? `${outcome.code}, quoted` : outcome.code);
    }),
    { numRuns: 2000 },
  );
  expect([...seen]).toEqual(
    expect.arrayContaining(['read', 'read, quoted', 'ledger-cell', 'ledger-csv', 'ledger-form']),
  );
}

describe('readLines', () => {
  it('reads or refuses figures the same way with and without a parser', () => {
    expectOneReading(casesFile, CASES);
  });

  it('reads or refuses text the same way with and without a parser', () => {
    expectOneReading(noticesFile, NOTICES);
  });

  it('refuses a broken table before any cell of it, wherever the two are', () => {
    const text = `${writeLines(casesFile, [])}2021-02-30,1,a,2,5\n2021-03-02,1,a,2\n`;
    expect(outcomeOf(casesFile, text)).toMatchObject({ code: 'ledger-csv', facts: { line: 3 } });
  });
});
