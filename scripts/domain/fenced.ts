/** Text as a Markdown code block, with a fence longer than any in the text, so none of it ends the block. */
export function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  return `${fence}text\n${text}\n${fence}`;
}
