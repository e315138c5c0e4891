import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../../scripts/website/build-site.ts';
import { english } from '../../../../site/shared/words/en.ts';
import { spanish } from '../../../../site/shared/words/es.ts';
import { formatOf } from '../../../../site/shared/words/format.ts';
import { SCHOOLS } from '../../../../site/shared/words/nouns.ts';
import { projectFolder } from '../../../command-line.ts';
import { deadLinks, noAssets } from '../../../website/html.ts';
import { instant, settingsOf, world } from '../../../world.ts';

const room = join(projectFolder, 'site/shared/words');
const spanishText = readFileSync(join(room, 'es.ts'), 'utf8');

describe('one more language', () => {
  it('is one file of strings, and its pages, feeds and links are there', () => {
    const like = spanish(SCHOOLS);
    const portuguese = () => ({
      ...like,
      ...formatOf('pt-BR'),
      name: 'Português',
      nav: { ...like.nav, schools: 'Escolas' },
    });
    const baseUrl = 'https://example.org/tracker/';
    const w = world(
      settingsOf({ site: { title: 'Prairie Falls', languages: ['en', 'es', 'pt'], url: baseUrl } }),
    ).reads('2021-03-01', { a: [3, 'Adams'] });
    const { ledger, settings } = w.reads('2021-03-02', { a: [5, 'Adams'] });
    const files = buildSite(
      { ledger, settings, at: instant('2021-03-10'), baseUrl, commit: null },
      noAssets,
      { en: english, es: spanish, pt: portuguese },
    );

    const home = files.get('pt/index.html') ?? '';
    expect(home).toContain('<html lang="pt"');
    expect(home).toContain('Escolas');
    expect(home).toContain('2 de março');
    expect(files.get('index.html')).toContain('Português');
    const pathsOf = (folder: string) =>
      [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(3));
    expect(pathsOf('pt/')).toEqual(pathsOf('es/'));
    expect(deadLinks(files, baseUrl)).toEqual([]);
  });

  it('does not compile while a string is missing', () => {
    expect(spanishText).toContain("\n    map: 'Mapa',\n");
    expect(troublesOf(spanishText.replace("\n    map: 'Mapa',\n", '\n'))).toEqual([
      expect.stringMatching(/Property 'map' is missing/),
    ]);
    expect(troublesOf(spanishText)).toEqual([]);
  });

  it('knows nothing but how its figures and dates are written', () => {
    const imported = [...spanishText.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imported).toEqual(['./en.ts', './format.ts', './nouns.ts', './spanish-nouns.ts']);
  });
});

/** What the compiler says of a file of strings that stands beside the others. */
function troublesOf(text: string): readonly string[] {
  const { config } = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: [] },
    projectFolder,
  );
  const path = join(room, 'xx.ts');
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, version) =>
    name === path ? ts.createSourceFile(name, text, version) : getSourceFile(name, version);
  const program = ts.createProgram([path], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
