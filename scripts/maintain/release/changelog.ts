/** A section of `CHANGELOG.md`: from one `##` heading to the next. */
export interface ChangelogSection {
  /** The version that it is about; undefined: what is not released yet. */
  readonly version: string | undefined;
  /** Markdown below the heading, trimmed. */
  readonly text: string;
  /** Line of the heading, counted from 1. */
  readonly line: number;
}

/**
 * The headings that this reads: `## Unreleased`, and `## 1.2.0 - 2026-12-01`; brackets around either
 * name are links of old.
 * Source: https://keepachangelog.com/en/1.1.0/
 */
const HEADING = /^## (?:\[?Unreleased\]?|\[?(\d+\.\d+\.\d+)\]? - \d{4}-\d{2}-\d{2})\s*$/;

/**
 * Reads the sections of a changelog, newest first, as they stand in the file.
 *
 * @returns the sections, and the number of the first line that begins like a heading of a section
 *   but is not one
 */
export function readChangelog(markdown: string): {
  readonly sections: readonly ChangelogSection[];
  readonly badLine: number | undefined;
} {
  const lines = markdown.split('\n');
  const headings = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const sections = headings.map((start, index): ChangelogSection => {
    const text = lines.slice(start + 1, headings[index + 1]).join('\n');
    return { version: HEADING.exec(lines[start] ?? '')?.[1], text: text.trim(), line: start + 1 };
  });
  const bad = headings.find((start) => !HEADING.test(lines[start] ?? ''));
  return { sections, badLine: bad === undefined ? undefined : bad + 1 };
}

/** Whether a section says anything besides its headings. */
export function hasEntries({ text }: ChangelogSection): boolean {
  return text.split('\n').some((line) => line.trim() !== '' && !line.startsWith('#'));
}

/**
 * Markdown whose links into the repository lead there from any page.
 *
 * @param folder address of the repository's files, ending in a slash
 */
export function withFullLinks(markdown: string, folder: string): string {
  return markdown.replace(/(?<=\]\()(?![a-z][a-z+.-]*:|#|\/)/gi, folder);
}
