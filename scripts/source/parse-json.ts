import { reject } from './causes.ts';
import { cut } from './table.ts';

/** No table of counts is nested deeper; a parser's memory grows with depth. */
const DEEPEST_NESTING = 500;

/**
 * Parses the JSON of a source.
 *
 * @throws Refusal (exit 3) when it is not valid, or nested too deep to be a table
 */
export function parseJson(text: string): unknown {
  refuseDeep(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw reject('bad-json', `The source is not valid JSON: ${cut(message)}`);
  }
}

/** Looks at the text alone, before a parser fills memory with it. */
function refuseDeep(text: string): void {
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isQuoted) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isQuoted = false;
    } else if (code === QUOTE) isQuoted = true;
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) depth += 1;
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth -= 1;
    if (depth <= DEEPEST_NESTING) continue;
    const message = `The source is JSON nested more than ${DEEPEST_NESTING} levels deep: this is not a table`;
    throw reject('bad-json', message);
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
