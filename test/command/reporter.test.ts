import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReporter } from '../../scripts/command/reporter.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What a reporter writes to standard output, piece by piece. */
async function written(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const pieces: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    pieces.push(String(piece));
    return true;
  });
  const reporter = createReporter(env, (text) => process.stdout.write(text));
  reporter.say('first');
  reporter.finding({ level: 'warning', code: 'odd', message: 'second' });
  reporter.say('::third');
  await reporter.end();
  return pieces;
}

describe('a reporter', () => {
  it('speaks prose on a terminal', async () => {
    expect(await written({})).toEqual(['first\n', 'warning: second.\n', '::third\n']);
  });

  it.each([
    [{ message: 'No such file' }, 'No such file.'],
    [{ message: 'Read ../x.csv ... and more.' }, 'Read ../x.csv ... and more.'],
    [{ message: 'Row odd.', line: 7, found: '1..2' }, 'Row odd (line 7). Found: 1..2.'],
    [{ message: 'Odd', expected: 'a date.', tip: 'Look!' }, 'Odd. Expected: a date. Look!'],
    [{ message: 'Cut off …' }, 'Cut off …'],
  ])('ends each sentence of a finding once: %j', (finding, expected) => {
    const pieces: string[] = [];
    const reporter = createReporter({}, (text) => pieces.push(text));
    reporter.finding({ level: 'notice', code: 'odd', ...finding });
    expect(pieces).toEqual([`notice: ${expected}\n`]);
  });

  it('annotates under Actions, in the order of the calls, and lets no text be a command', async () => {
    expect(await written({ GITHUB_ACTIONS: 'true' })).toEqual([
      'first\n',
      '::warning title=odd::second.\n',
      ' ::third\n',
    ]);
  });
});
