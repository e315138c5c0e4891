import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../scripts/command/commands.ts';
import { helpText, parseOptions } from '../../scripts/command/options.ts';

import { jobSummary } from '../../scripts/wording/job-summary.ts';

const parse = (...argv: readonly string[]) => parseOptions('update', argv);

describe('parseOptions', () => {
  it('gives defaults and texts', () => {
    expect(parse().text('data')).toBe('data');
    expect(parse('--data', 'x').text('data')).toBe('x');
    expect(parse('--data=x').required('data')).toBe('x');
  });

  it.each<[string, readonly string[], boolean, string | undefined]>([
    ['is absent', [], false, undefined],
    ['is given bare at the end', ['--accept'], true, ''],
    ['is given bare before another', ['--accept', '--dry-run'], true, ''],
    ['is given with its value', ['--accept', 'abc'], true, 'abc'],
    ['is given with an equals sign', ['--accept=abc'], true, 'abc'],
  ])('knows an option whose value may be left out: it %s', (_, argv, given, text) => {
    expect(parse(...argv).given('accept')).toBe(given);
    expect(parse(...argv).text('accept')).toBe(text);
  });

  it.each([
    ['an unknown option', ['--colour']],
    ['a missing value', ['--data']],
    ['a stray word', ['now']],
    ['a value for a switch', ['--dry-run=yes']],
  ])('refuses %s with exit 2', (_, argv) => {
    expect(() => parse(...argv)).toThrowError(expect.objectContaining({ exit: 2 }));
  });

  it('refuses a value that is not among an option’s choices, listing them', () => {
    expect(parseOptions('start', ['--sample', 'care-homes']).text('sample')).toBe('care-homes');
    expect(parseOptions('start', []).text('sample')).toBe('schools');
    for (const name of ['counties', '', 'constructor']) {
      expect(() => parseOptions('start', ['--sample', name])).toThrowError(
        expect.objectContaining({ exit: 2, message: expect.stringMatching(/schools.*care-homes/) }),
      );
    }
  });

  it('keeps every value of an option that may be given several times, in order', () => {
    const args = parseOptions('init', ['--count-column', 'Students', '--count-column=Staff, paid']);
    expect(args.texts('count-column')).toEqual(['Students', 'Staff, paid']);
    expect(args.texts('name-column')).toEqual([]);
    expect(parse('--data', 'a', '--data', 'b').text('data')).toBe('b');
    expect(helpText('init')).toMatch(/--count-column HEADING .*\(may be given several times\)/);
  });

  it('refuses to go on without an option that it needs', () => {
    const review = parseOptions('review', ['--base-data', 'old']);
    expect(review.required('base-data')).toBe('old');
    expect(() => review.required('base-site')).toThrowError(expect.objectContaining({ exit: 2 }));
  });

  it('takes the one argument of a command that has one', () => {
    expect(parseOptions('import', ['a.csv', '--force']).argument).toBe('a.csv');
    expect(() => parseOptions('import', ['a.csv', 'b.csv'])).toThrow(/unexpected argument "b.csv"/);
  });
});

describe('helpText', () => {
  it('lists every choice of an option', () => {
    const help = helpText('start');
    for (const [name, says] of Object.entries(COMMANDS.start.options.sample.choices)) {
      expect(help).toContain(`${name}: ${says}`);
    }
  });

  it('lists every option with its default', () => {
    expect(helpText('update')).toMatch(/--data DIR +The ledger’s folder \(default: data\)/);
    expect(helpText('import')).toContain('npm run import -- FILE');
  });
});

describe('jobSummary', () => {
  it('keeps text from the sheet in a fence that it cannot end', () => {
    const summary = jobSummary('a ```` b\n# no heading', 'Committed x.', []);
    expect(summary.split('\n')[0]).toBe('`````text');
    expect(summary).toContain('\n`````\n');
  });
});
