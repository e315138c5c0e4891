import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';

/**
 * The model of each template of `templates/github/`, by its name. The file of a text declares the
 * model and adds it here (`declare module`), so that a text whose model is not its template's does
 * not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: its members are added by the files of the texts.
export interface MarkdownModels {}

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates', 'github');

/** Most characters of an issue, a pull request or a comment; one more is refused with 422. */
const LONGEST = 65_536;

const eta = new Eta({
  views: TEMPLATES,
  cache: true,
  autoTrim: ['nl', false],
  escapeFunction: (value) => inertMarkdown(String(value)),
});

/**
 * Fills in a template of `templates/github/`. What it prints with `<%=` is inert, whatever it holds;
 * `<%~` is for Markdown of our own. A line break before a tag is not printed; one after it is,
 * unless the tag ends in `-%>`.
 *
 * @throws RangeError when the text is longer than GitHub takes: a model caps its lists
 */
export function renderMarkdown<Name extends keyof MarkdownModels>(
  template: Name,
  model: MarkdownModels[Name] & object,
): string {
  const text = eta.render(template, model).trim();
  if (text.length > LONGEST) throw new RangeError(`${template} has ${text.length} characters`);
  return `${text}\n`;
}

/**
 * Text from outside as words and nothing else: no Markdown, HTML, mention, reference to an issue,
 * address that becomes a link, or new line or cell of a table. A word joiner, which nobody sees,
 * parts the signs that GitHub acts on after Markdown is done.
 */
export function inertMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/[@#]|\bgh(?=\\-)/gi, '$&\u2060');
}
