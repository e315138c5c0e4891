import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';

/**
 * The model of each template in `templates/github/`, by the template's name. Each file that writes
 * a text declares its model and adds it here (`declare module`), so rendering a template with
 * another model does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: its members are added by the files of the texts.
export interface MarkdownModels {}

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates', 'github');

/**
 * The most characters that an issue, pull request or comment may have; GitHub refuses more with
 * 422.
 */
const LONGEST = 65_536;

const eta = new Eta({
  views: TEMPLATES,
  cache: true,
  autoTrim: ['nl', false],
  escapeFunction: (value) => inertMarkdown(String(value)),
});

/**
 * Fills in a template of `templates/github/`. What it prints with `<%=` is escaped; `<%~` is for
 * trusted Markdown. A line break before a tag is not printed; one after it is, unless the tag ends
 * in `-%>`.
 *
 * @throws RangeError if the text is longer than GitHub accepts: models must cap their lists
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
 * Text from outside as plain words: no Markdown, HTML, mention, reference to an issue, address that
 * becomes a link, new line, or new cell of a table. An invisible word joiner separates the signs
 * that GitHub acts on after rendering Markdown.
 */
export function inertMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/[@#]|\bgh(?=\\-)/gi, '$&\u2060');
}
