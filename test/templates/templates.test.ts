import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';
import { checkTemplates } from './check-templates.ts';

const LONGEST_LINE = 160;
/** Checking all of a set takes a second or two of processor time, of which a busy machine gives little. */
const UNHURRIED = { timeout: 180_000 };

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  );
const all = new Map(
  filesOf('templates', '.eta').map((file) => [
    file.slice(0, -'.eta'.length),
    readFileSync(join(projectFolder, 'templates', file), 'utf8'),
  ]),
);
const inFolder = (folder: string) =>
  [...all].flatMap(([name, text]) =>
    name.startsWith(folder) ? [[name.slice(folder.length), text] as const] : [],
  );

describe('templates', () => {
  it('of the site read exactly what their models hold, and compute nothing', UNHURRIED, () => {
    const templates = new Map([...all].filter(([name]) => !/^(github|channels)\//.test(name)));
    const module = 'scripts/website/pages/render-pages.ts';
    const set = { folder: 'templates', templates, module, type: 'Templates' };
    expect(checkTemplates(set)).toEqual([]);
  });

  it(
    'of texts on GitHub read exactly what their models hold, and compute nothing',
    UNHURRIED,
    () => {
      const set = {
        folder: 'templates/github',
        templates: new Map(inFolder('github/')),
        module: 'scripts/wording/markdown.ts',
        type: 'MarkdownModels',
        roots: filesOf('scripts/wording', '.ts').map((file) => `scripts/wording/${file}`),
      };
      expect(checkTemplates(set)).toEqual([]);
    },
  );

  it('of posts read exactly what their model holds, and compute nothing', UNHURRIED, () => {
    const set = {
      folder: 'templates/channels',
      templates: new Map(inFolder('channels/')),
      module: 'scripts/wording/post-text.ts',
      type: 'PostModels',
    };
    expect(checkTemplates(set)).toEqual([]);
  });

  it('have lines that fit on a screen', () => {
    const long = [...all].flatMap(([name, text]) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          line.length > LONGEST_LINE ? [`${name}.eta:${index + 1}: ${line.length}`] : [],
        ),
    );
    expect(long).toEqual([]);
  });

  it('have no partial that none of them includes', () => {
    const included = new Set(
      [...all.values()].flatMap((text) =>
        [...text.matchAll(/include\('\.\/(?:partials\/)?([^']+)'/g)].map(([, name]) => name),
      ),
    );
    const unused = inFolder('partials/').filter(([name]) => !included.has(name));
    expect(unused.map(([name]) => name)).toEqual([]);
  });
});

describe('the check of templates against models', () => {
  const MODELS = `
export interface Models {
  readonly page: { readonly title: string; readonly rows: readonly Row[]; readonly next: Link | null };
  readonly 'partials/row': Row & { readonly root: string };
  readonly frame: { readonly title: string; readonly body: string };
}
interface Row { readonly name: string; readonly figure: number }
interface Link { readonly path: string }
`;
  const PAGE = `<% layout('./frame') %>
<h1><%= it.title %></h1>
<% for (const row of it.rows) { %>
<%~ include('./partials/row', { ...row, root: '../' }) %>
<% } %>
<% if (it.next) { %><a href="<%= '../' + it.next.path %>">→</a><% } %>
`;
  const ROW = '<a href="<%= it.root %>"><%= it.name %></a> <b><%= it.figure %></b>\n';
  const FRAME = '<title><%= it.title %></title>\n<%~ it.body %>\n';

  interface MadeUp {
    readonly page?: string;
    readonly row?: string;
    readonly frame?: string;
    readonly models?: string;
  }
  const check = ({ page = PAGE, row = ROW, frame = FRAME, models = MODELS }: MadeUp) =>
    checkTemplates({
      folder: 'made-up',
      templates: new Map([
        ['page', page],
        ['partials/row', row],
        ['frame', frame],
      ]),
      module: 'made-up/models.ts',
      moduleText: models,
      type: 'Models',
    });

  it('finds nothing where all is right', () => {
    expect(check({})).toEqual([]);
  });

  const changed = (text: string, from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  it.each<[string, MadeUp, RegExp]>([
    [
      'a misspelt name',
      { page: changed(PAGE, 'it.title', 'it.titel') },
      /^made-up\/page\.eta:2: Property 'titel' does not exist on type .*'title'/,
    ],
    [
      'a misspelt name in a partial',
      { row: changed(ROW, 'it.figure', 'it.figures') },
      /^made-up\/partials\/row\.eta:1: Property 'figures' does not exist/,
    ],
    [
      'a member that the model lacks',
      { models: changed(MODELS, 'readonly title: string; readonly rows', 'readonly rows') },
      /^made-up\/page\.eta:2: Property 'title' does not exist/,
    ],
    [
      'a member that the layout needs and the page has not',
      { models: changed(MODELS, 'readonly title: string; readonly rows', 'readonly rows') },
      /^made-up\/page\.eta:1: Argument of type .* Property 'title' is missing/,
    ],
    [
      'something that may be absent',
      { page: changed(PAGE, 'if (it.next)', 'if (it.title)') },
      /^made-up\/page\.eta:6: 'it\.next' is possibly 'null'/,
    ],
    [
      'a partial that is not given what it needs',
      { page: changed(PAGE, "{ ...row, root: '../' }", '{ ...row }') },
      /^made-up\/page\.eta:4: Argument of type .* Property 'root' is missing/,
    ],
    [
      'a partial that is given more than it needs',
      { page: changed(PAGE, "root: '../'", "root: '../', more: ''") },
      /^made-up\/page\.eta:4: .*'more' does not exist/,
    ],
    [
      'a partial that does not exist',
      { page: changed(PAGE, './partials/row', './partials/column') },
      /^made-up\/page\.eta:4: Argument of type '"\.\/partials\/column"' is not assignable/,
    ],
    [
      'something printed that is no text',
      { page: changed(PAGE, '<%= it.title %>', '<%= it.rows %>') },
      /^made-up\/page\.eta:2: Argument of type 'readonly Row\[\]' is not assignable/,
    ],
    [
      'a name that is made and not used',
      { page: changed(PAGE, '<h1>', '<% const unused = it.title %><h1>') },
      /^made-up\/page\.eta:2: 'unused' is declared but its value is never read/,
    ],
    [
      'a tag that is no JavaScript',
      { page: changed(PAGE, '<%= it.title %>', '<%= it. %>') },
      /^made-up\/page\.eta:2: Identifier expected/,
    ],
    [
      'a member that no template reads',
      { row: changed(ROW, ' <b><%= it.figure %></b>', '') },
      /^made-up\/models\.ts:7: figure is read by no template$/,
    ],
    [
      'a member that is handed to a partial which does not read it',
      { row: changed(ROW, ' href="<%= it.root %>"', '') },
      /^made-up\/models\.ts:4: root is read by no template$/,
    ],
    [
      'a member without a type',
      { models: changed(MODELS, 'figure: number', 'figure: any') },
      /^made-up\/models\.ts:7: figure may be anything$/,
    ],
    [
      'a template without a model',
      { models: changed(MODELS, 'readonly frame: {', 'readonly frames: {') },
      /^made-up\/frame\.eta:1: Property 'frame' does not exist on type 'Models'/,
    ],
    [
      'a model without a template',
      { models: changed(MODELS, 'readonly frame: {', 'readonly other: Link; readonly frame: {') },
      /^made-up\/models\.ts: other has no template$/,
    ],
    [
      'a comparison of figures',
      { row: changed(ROW, '<b>', '<% if (it.figure > 1) { %>!<% } %><b>') },
      /^made-up\/partials\/row\.eta:1: it\.figure > 1 computes/,
    ],
    [
      'a sum',
      { row: changed(ROW, '<%= it.figure %>', '<%= it.figure + 1 %>') },
      /^made-up\/partials\/row\.eta:1: it\.figure \+ 1 computes/,
    ],
    [
      'a call',
      { page: changed(PAGE, '<%= it.title %>', '<%= it.title.trim() %>') },
      /^made-up\/page\.eta:2: it\.title\.trim\(\) computes/,
    ],
    [
      'a choice between words',
      { page: changed(PAGE, '<%= it.title %>', "<%= it.next ? it.title : '' %>") },
      /^made-up\/page\.eta:2: it\.next \? it\.title : '' computes/,
    ],
  ])('finds %s', (_, madeUp, finding) => {
    expect(check(madeUp)).toContainEqual(expect.stringMatching(finding));
  });
});
