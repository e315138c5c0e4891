import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { refuseUsage } from '../../domain/refusal.ts';

/** One question to the person at the terminal. */
export interface Asked {
  readonly question: string;
  /** Taken when the answer is empty. */
  readonly proposal?: string | undefined;
  /** An empty answer without a proposal is allowed: it means none. */
  readonly optional?: boolean;
  /** What is wrong with an answer; undefined: nothing. */
  readonly problem?: (answer: string) => string | undefined;
}

export interface Conversation {
  ask(asked: Asked): Promise<string>;
  close(): void;
}

/**
 * Asks at a terminal, or reads answers line by line from a pipe.
 *
 * @param input null: nobody is there, every proposal is taken
 * @throws Refusal (exit 2) when an answer is needed and none comes
 */
export function conversation(input: Readable | null, say: (text: string) => void): Conversation {
  const lines = input === null ? undefined : createInterface({ input });
  const answers = lines?.[Symbol.asyncIterator]();
  return {
    ask: async (asked) => {
      for (;;) {
        say(asked.proposal ? `${asked.question} [${asked.proposal}]` : asked.question);
        const typed = answers ? await answers.next() : undefined;
        if (typed?.done) throw ended(asked.question);
        const answer = typed?.value.trim() || (asked.proposal ?? '');
        const problem = problemOf(asked, answer);
        if (problem === undefined) return answer;
        if (!answers) throw unusable(asked.question, problem);
        say(`  ${problem}`);
      }
    },
    close: () => lines?.close(),
  };
}

function problemOf({ optional, problem }: Asked, answer: string): string | undefined {
  if (answer === '') return optional ? undefined : 'An answer is needed here.';
  return problem?.(answer);
}

function ended(question: string) {
  return refuseUsage(
    'no-answer',
    `The answers ended before “${question}”`,
    'Nothing was written. Run it again, or give the answers as options: --help lists them.',
  );
}

function unusable(question: string, problem: string) {
  return refuseUsage(
    'no-answer',
    `${question} ${problem}`,
    'Nothing was written. Give it as an option: --help lists them.',
  );
}
