import { parseJsonPath } from '../../domain/json-path.ts';
import { isPattern, patternProblem } from '../../domain/pattern.ts';
import { ROW_KINDS, type RowKind } from '../../ledger/snapshot.ts';
import { shownText } from '../../wording/reading-text.ts';
import type { Conversation } from './conversation.ts';
import type { SheetChoices } from './sheet-choices.ts';
import { NONE } from './sheet-options.ts';

/** Between several columns in one answer; headings hardly ever hold it. */
const BETWEEN = ' + ';

const HEADINGS_SHOWN = 20;

/** What a person chooses between. */
export interface AskedSheet {
  readonly headings: readonly string[];
  readonly isJson: boolean;
}

/**
 * Asks how a sheet is to be read, question by question; what was said before is proposed again, so
 * that only what was wrong is typed.
 */
export async function askColumns(
  talk: Conversation,
  { headings, isJson }: AskedSheet,
  said: SheetChoices,
): Promise<SheetChoices> {
  const path = isJson ? await askPath(talk, said) : undefined;
  const rows = await askRows(talk, said);
  const isOne = columnProblem(headings);
  const several = severalProblem(headings);
  const id = await talk.ask({
    question: `Which column holds the place’s own id? (${NONE}: there is none)`,
    option: '--id-column',
    proposal: said.id ?? NONE,
    problem: (answer) => (answer === NONE ? undefined : isOne(answer)),
  });
  const name = await talk.ask({
    question: `Which column holds its name? (A${BETWEEN}B: only both together are unique; ${NONE}: there is none)`,
    option: '--name-column',
    proposal: said.name === null ? NONE : said.name?.join(BETWEEN),
    problem: several([NONE]),
  });
  const tables = rows === 'case' ? {} : await askFigures(talk, said, rows, several);
  return {
    ...said,
    path,
    rows,
    id: id === NONE ? null : id,
    name: name === NONE ? null : name.split(BETWEEN),
    countColumns: undefined,
    date: undefined,
    counts: undefined,
    totalRow: undefined,
    ...tables,
  };
}

async function askPath(talk: Conversation, said: SheetChoices): Promise<string | undefined> {
  const path = await talk.ask({
    question: 'Where in the JSON are the rows, such as result.records? (blank: found by itself)',
    option: '--path',
    proposal: said.path,
    optional: true,
    problem: (answer) =>
      parseJsonPath(answer) ? undefined : 'Write it like: features[*].attributes',
  });
  return path || undefined;
}

async function askRows(talk: Conversation, said: SheetChoices): Promise<RowKind> {
  const answer = await talk.ask({
    question: `What is a row: ${ROW_KINDS.join(', ')}?`,
    option: '--rows',
    proposal: said.rows,
    problem: (kind) =>
      rowKind(kind) ? undefined : `Write one of these words: ${ROW_KINDS.join(', ')}`,
  });
  return rowKind(answer) ?? 'case';
}

/** @returns undefined for any other text */
export function rowKind(text: string): RowKind | undefined {
  return ROW_KINDS.find((kind) => kind === text);
}

async function askFigures(
  talk: Conversation,
  said: SheetChoices,
  rows: RowKind,
  several: ReturnType<typeof severalProblem>,
): Promise<Pick<SheetChoices, 'countColumns' | 'date' | 'counts' | 'totalRow'>> {
  const isDaily = rows === 'place-and-day';
  const counts = await talk.ask({
    question: `Which columns are counts? (A${BETWEEN}B: their sum${isDaily ? '' : '; last date, every date: headings are dates'})`,
    option: '--count-column',
    proposal: [said.countColumns ?? []].flat().join(BETWEEN) || undefined,
    problem: several(isDaily ? [] : ['last date', 'every date']),
  });
  const date = isDaily
    ? await talk.ask({
        question: 'Which column holds the day?',
        option: '--date-column',
        proposal: said.date,
        problem: several([]),
      })
    : undefined;
  const figures = isDaily
    ? await talk.ask({
        question: 'Are its figures running totals, or new on each day: cumulative, new?',
        option: '--counts',
        proposal: said.counts,
        problem: (answer) => (isFigures(answer) ? undefined : 'Write cumulative or new'),
      })
    : undefined;
  const total = await talk.ask({
    question: `Which row is the district’s own total? (blank: found by its name or its sum; ${NONE}: there is none)`,
    option: '--total-row',
    proposal: said.totalRow?.length === 0 ? NONE : said.totalRow?.join(BETWEEN),
    optional: true,
  });
  return {
    countColumns: countColumns(counts.split(BETWEEN)),
    date,
    counts: figures !== undefined && isFigures(figures) ? figures : undefined,
    totalRow: total === '' ? undefined : total === NONE ? [] : total.split(BETWEEN),
  };
}

/** Words for columns under dates, or the columns themselves. */
export function countColumns(answers: readonly string[]): SheetChoices['countColumns'] {
  const [only] = answers;
  return answers.length === 1 && (only === 'last date' || only === 'every date') ? only : answers;
}

/** Whether a text says what figures are. */
export function isFigures(text: string): text is 'cumulative' | 'new' {
  return text === 'cumulative' || text === 'new';
}

/** What is wrong with the name of a column; a regular expression between slashes is one, too. */
function columnProblem(headings: readonly string[]) {
  return (answer: string): string | undefined => {
    if (isPattern(answer)) return patternProblem(answer);
    if (headings.includes(answer)) return undefined;
    const filled = headings.filter(Boolean);
    const shown = filled.slice(0, HEADINGS_SHOWN).map((heading) => `“${shownText(heading)}”`);
    const more = filled.length > shown.length ? ` and ${filled.length - shown.length} more` : '';
    return `The sheet has no column “${shownText(answer)}”. It has ${shown.join(', ')}${more}.`;
  };
}

function severalProblem(headings: readonly string[]) {
  const problem = columnProblem(headings);
  return (besides: readonly string[]) =>
    (answer: string): string | undefined =>
      besides.includes(answer)
        ? undefined
        : answer
            .split(BETWEEN)
            .map(problem)
            .find((found) => found !== undefined);
}
