import { posix } from 'node:path';
import { Eta } from 'eta';

/** A template as TypeScript, to be checked and never run. */
export interface Translation {
  readonly code: string;
  /** For each line of the code, from the first, the line of the template that it comes from. */
  readonly lines: readonly number[];
}

/** Eta keeps the lines of tags only where it debugs. */
const parser = new Eta({ debug: true });

/**
 * Turns a template into a function of its model. What it prints must be text or a number; what it
 * includes must be given that template's model.
 *
 * @param name path below the folder of templates, without its ending
 * @param registry the module and the name of the type that maps names of templates to models
 */
export function translateTemplate(
  name: string,
  text: string,
  registry: { readonly module: string; readonly type: string },
): Translation {
  const code = [
    `import type { ${registry.type} as Models } from '${registry.module}';`,
    `type Paths = { [Name in keyof Models & string as ${pathFrom(posix.dirname(name))}]: Models[Name] };`,
    'declare function print(text: string | number): void;',
    'declare function include<Path extends keyof Paths>(path: Path, it: Paths[Path]): string;',
    `declare function layout<Path extends keyof Paths>(path: Path, it: Omit<Paths[Path], 'body'>): void;`,
    `export function template(it: Models['${name}']): void {`,
  ];
  const lines = code.map(() => 1);
  for (const part of parser.parse(text)) {
    if (typeof part === 'string') continue;
    for (const [index, line] of statementOf(part.t, part.val).split('\n').entries()) {
      code.push(line);
      lines.push((part.lineNo ?? 1) + index);
    }
  }
  return { code: [...code, '}'].join('\n'), lines };
}

/** How a template in a folder calls the template `Name`, as a type. */
function pathFrom(folder: string): string {
  if (folder === '.') return `\`./\${Name}\``;
  return `Name extends \`${folder}/\${infer Rest}\` ? \`./\${Rest}\` : \`../\${Name}\``;
}

function statementOf(kind: string, expression: string): string {
  if (kind !== 'e') return `print(${expression});`;
  // Eta hands the whole of `it` on to the layout.
  return expression.replace(/^layout\((.+)\)$/s, 'layout($1, it)');
}
