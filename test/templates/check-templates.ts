import { join, relative } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../command-line.ts';
import { computations } from './computations.ts';
import { membersRead, modelMembers } from './model-members.ts';
import { type Translation, translateTemplate } from './translate-template.ts';

/** Templates, and the type that says what each is given. Paths are below the project. */
export interface TemplateSet {
  readonly folder: string;
  /** Text by name: the path below the folder, without its ending. */
  readonly templates: ReadonlyMap<string, string>;
  /** The module that exports the type; its text where it is not on disk. */
  readonly module: string;
  readonly moduleText?: string;
  /** Name of the type that maps names of templates to models. */
  readonly type: string;
  /** Further modules, which add models to it. */
  readonly roots?: readonly string[];
}

/** A template as the compiler sees it. */
interface Source extends Translation {
  /** Below the project. */
  readonly file: string;
  readonly source: ts.SourceFile;
}

/**
 * Compares templates with their models: TypeScript checks each template as a function of its model.
 *
 * @returns what is wrong, each as `file:line: message`: names that a model does not have, what a
 * partial is not given, members that no template reads, a template without a model or a model
 * without a template, expressions that compute
 */
export function checkTemplates(set: TemplateSet): readonly string[] {
  const registry = { module: join(projectFolder, set.module), type: set.type };
  const translations = [...set.templates].map(([name, text]) => ({
    file: `${set.folder}/${name}.eta`,
    path: join(projectFolder, set.folder, `${name}.eta.ts`),
    ...translateTemplate(name, text, registry),
  }));
  const texts = new Map(translations.map(({ path, code }) => [path, code]));
  if (set.moduleText !== undefined) texts.set(registry.module, set.moduleText);
  const roots = [set.module, ...(set.roots ?? [])].map((root) => join(projectFolder, root));
  const program = programOf([...texts.keys(), ...roots], texts);
  const sources = translations.flatMap((translation) => {
    const source = program.getSourceFile(translation.path);
    return source ? [{ ...translation, source }] : [];
  });
  return [
    ...sources.flatMap((source) => templateFindings(source, program)),
    ...modelFindings(set, sources, program),
  ];
}

function templateFindings({ file, lines, source }: Source, program: ts.Program): readonly string[] {
  const at = (position: number, message: string) =>
    `${file}:${lines[source.getLineAndCharacterOfPosition(position).line] ?? 1}: ${message}`;
  const diagnostics = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return [
    ...diagnostics.map(({ start = 0, messageText }) =>
      at(start, ts.flattenDiagnosticMessageText(messageText, ' ')),
    ),
    ...computations(source, program.getTypeChecker()).map((node) =>
      at(node.getStart(), `${node.getText()} computes: that belongs in the model`),
    ),
  ];
}

/** Models without a template, and members that no template reads or that have no type. */
function modelFindings(
  { module, type, templates }: TemplateSet,
  sources: readonly Source[],
  program: ts.Program,
): readonly string[] {
  const checker = program.getTypeChecker();
  const entries = membersOf(program, module, type);
  const models = entries.flatMap((entry) =>
    (entry.declarations ?? []).map((declaration) =>
      checker.getTypeOfSymbolAtLocation(entry, declaration),
    ),
  );
  const isOurs = (declaration: ts.Declaration) => {
    const path = pathOf(declaration);
    return path === module || path.startsWith('scripts/');
  };
  const members = modelMembers(models, checker, isOurs);
  const read = membersRead(
    sources.map(({ source }) => source),
    checker,
  );
  const findings = [
    ...entries
      .filter(({ name }) => !templates.has(name))
      .map(({ name }) => `${module}: ${name} has no template`),
    ...members
      .filter(({ declaration }) => !read.has(declaration))
      .map(({ name, declaration }) => `${placeOf(declaration)}: ${name} is read by no template`),
    ...members
      .filter((member) => member.type.flags & ts.TypeFlags.Any)
      .map(({ name, declaration }) => `${placeOf(declaration)}: ${name} may be anything`),
  ];
  return [...new Set(findings)];
}

function membersOf(program: ts.Program, module: string, type: string): readonly ts.Symbol[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(projectFolder, module));
  const exports = source && checker.getSymbolAtLocation(source)?.exports;
  const registry = exports?.get(ts.escapeLeadingUnderscores(type));
  if (!registry) throw new Error(`${module} exports no type ${type}`);
  return checker.getDeclaredTypeOfSymbol(registry).getProperties();
}

function placeOf(declaration: ts.Declaration): string {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${pathOf(declaration)}:${line + 1}`;
}

function pathOf(declaration: ts.Declaration): string {
  return relative(projectFolder, declaration.getSourceFile().fileName);
}

const config = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile);
const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config.config, ts.sys, projectFolder).options,
  noUnusedLocals: true,
};

/** Files from the disk, which do not change while the tests run. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Models are made of our own types, so packages need not be read, which takes most of the time. A
 * member that got its type from one would be found, because it may be anything.
 */
const PACKAGE = /\/node_modules\/(?!typescript\/lib\/)/;

/** @param texts of files that are not on disk, by path */
function programOf(roots: readonly string[], texts: ReadonlyMap<string, string>): ts.Program {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    directoryExists: () => true,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language) => {
      const text = texts.get(path) ?? (PACKAGE.test(path) ? 'export {};' : undefined);
      if (text !== undefined) return ts.createSourceFile(path, text, language, true);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, language));
      return parsed.get(path);
    },
  };
  return ts.createProgram({ rootNames: roots, options, host });
}
