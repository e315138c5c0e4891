import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { refuseUsage } from '../../domain/refusal.ts';

/** A question to the person at the terminal. */
export interface Question {
  readonly question: string;
  /** Used if the answer is empty. */
  readonly proposal?: string | undefined;
  /** Whether the answer may be empty. */
  readonly optional?: boolean;
  /** Says what is wrong with an answer; undefined: nothing. */
  readonly problem?: (answer: string) => string | undefined;
}

/** Asks questions one after another. */
export interface Conversation {
  /** @returns the first answer without a problem; '' only if the question is optional */
  ask(question: Question): Promise<string>;
  close(): void;
}

/**
 * A conversation at a terminal, or with answers read line by line from a pipe.
 *
 * @param input null: nobody is there, so every proposal is accepted
 * @throws Refusal (exit 2), from `ask`, if an answer is needed and there is none
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

function problemOf({ optional, problem }: Question, answer: string): string | undefined {
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
    'Nothing was written. Give the answer as an option: --help lists them.',
  );
}
