import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { refuseUsage } from '../../domain/refusal.ts';

/** A question to the person at the terminal. */
export interface Question {
  readonly question: string;
  /** The option that answers it, such as `--name`. */
  readonly option: string;
  /** What the option said: then nothing is asked, unless something is wrong with it. */
  readonly given?: string | undefined;
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
  /** Whether somebody answers; false: every proposal is accepted. */
  readonly isAnswered: boolean;
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
  const answerTo = async (asked: Question): Promise<string> => {
    const { proposal = '' } = asked;
    if (!answers) return proposal;
    say(questionText(asked));
    const typed = await answers.next();
    if (typed.done) throw ended(asked);
    return typed.value.trim() || proposal;
  };
  return {
    isAnswered: answers !== undefined,
    ask: async (asked) => {
      if (isAnswered(asked)) return asked.given;
      for (;;) {
        const answer = await answerTo(asked);
        const problem = problemOf(asked, answer);
        if (problem === undefined) return answer;
        if (!answers) throw unusable(asked, problem);
        say(`  ${problem}`);
      }
    },
    close: () => lines?.close(),
  };
}

function isAnswered(asked: Question): asked is Question & { readonly given: string } {
  return asked.given !== undefined && problemOf(asked, asked.given) === undefined;
}

function questionText({ question, proposal }: Question): string {
  return proposal ? `${question} [${proposal}]` : question;
}

function problemOf({ optional, problem }: Question, answer: string): string | undefined {
  if (answer === '') return optional ? undefined : 'An answer is needed here.';
  return problem?.(answer);
}

function ended({ question, option }: Question) {
  return refuseUsage(
    'no-answer',
    `The answers ended before “${question}”`,
    `Nothing was written. Run it again, or answer with ${option}; --help lists every option.`,
  );
}

function unusable({ question, option }: Question, problem: string) {
  return refuseUsage(
    'no-answer',
    `${question} ${problem}`,
    `Nothing was written. Answer with ${option}; --help lists every option.`,
  );
}
