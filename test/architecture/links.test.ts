import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';

const pages = execFileSync('git', ['ls-files', '-z', '--', '*.md'], {
  cwd: projectFolder,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(projectFolder, path)));

interface Page {
  /** Where its links and pictures lead, as they are written. */
  readonly targets: readonly string[];
  /** What GitHub makes of its headings, to be linked to after a `#`. */
  readonly anchors: ReadonlySet<string>;
}

function pageOf(markdown: string): Page {
  const targets: string[] = [];
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'heading') anchors.add(slugger.slug(plain(token.text)));
    if (token.type === 'link' || token.type === 'image') targets.push(token.href);
    if (token.type === 'html') {
      for (const [, to = ''] of token.text.matchAll(/(?:href|src|srcset)="([^"]+)"/g)) {
        targets.push(to);
      }
    }
  });
  return { targets, anchors };
}

/** A heading's text without its marks. */
const plain = (text: string) => text.replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** What is wrong with a link of a page; undefined: nothing, or it leads to the web. */
function fault(from: string, target: string): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  const full = join(projectFolder, file);
  if (!existsSync(full)) return `${target}: there is no ${file}`;
  if (anchor === undefined || !statSync(full).isFile() || !file.endsWith('.md')) return undefined;
  const { anchors } = pageOf(readFileSync(full, 'utf8'));
  return anchors.has(anchor) ? undefined : `${target}: ${file} has no heading of that name`;
}

const faults = (path: string, markdown: string) =>
  pageOf(markdown).targets.flatMap((target) => fault(path, target) ?? []);

describe('every link of every page of Markdown', () => {
  it.each(pages)('leads somewhere: %s', (path) => {
    expect(faults(path, readFileSync(join(projectFolder, path), 'utf8'))).toEqual([]);
  });

  it.each([
    ['[a](none.md)', 'none.md: there is no docs/none.md'],
    ['![a](../docs/none.png)', '../docs/none.png: there is no docs/none.png'],
    ['<img src="none.webp">', 'none.webp: there is no docs/none.webp'],
    ['[a](#none)', '#none: docs/guards.md has no heading of that name'],
    ['[a](../README.md#none)', '../README.md#none: README.md has no heading of that name'],
  ])('would be told of %s', (markdown, reason) => {
    expect(faults('docs/guards.md', markdown)).toEqual([reason]);
  });

  it.each([
    '[a](#settings)',
    '[a](../README.md#run-your-own)',
    '[a](https://example.org/)',
    '`[a](b)`',
  ])('finds nothing wrong with %s', (markdown) => {
    expect(faults('docs/guards.md', markdown)).toEqual([]);
  });
});
