import ts from 'typescript';

/** A member of a model, where it is declared. */
export interface ModelMember {
  readonly name: string;
  readonly declaration: ts.Declaration;
  readonly type: ts.Type;
}

/**
 * Every member of some models, and of what they hold.
 *
 * @param isOurs whether a declaration is a model's; others, such as a language's words, are left out
 * with all they hold
 */
export function modelMembers(
  models: readonly ts.Type[],
  checker: ts.TypeChecker,
  isOurs: (declaration: ts.Declaration) => boolean,
): readonly ModelMember[] {
  const found: ModelMember[] = [];
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    for (const part of partsOf(type, checker)) visit(part);
    for (const member of type.getProperties()) {
      for (const declaration of (member.declarations ?? []).filter(isOurs)) {
        const memberType = checker.getTypeOfSymbolAtLocation(member, declaration);
        found.push({ name: member.name, declaration, type: memberType });
        visit(memberType);
      }
    }
  };
  for (const model of models) visit(model);
  return found;
}

/** The types that a union is made of, and the items of a list. */
function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.isUnionOrIntersection()) return type.types;
  const item = checker.isArrayLikeType(type) && type.getNumberIndexType();
  return item ? [item] : [];
}

/**
 * Which members of models templates read. One that is handed on, to a partial or to the layout, is
 * read where its namesake there is.
 *
 * @param sources templates as TypeScript
 * @returns where those members are declared
 */
export function membersRead(
  sources: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ReadonlySet<ts.Declaration> {
  const read = new Set<ts.Declaration>();
  const handed: HandedOn[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      for (const at of declarationsOf(checker.getSymbolAtLocation(node.name))) read.add(at);
    }
    if (ts.isCallExpression(node)) handed.push(...handedOn(node, checker));
    ts.forEachChild(node, visit);
  };
  for (const source of sources) visit(source);
  for (let before = -1; before < read.size; ) {
    before = read.size;
    for (const { from, to } of handed) {
      if (to.some((at) => read.has(at))) for (const at of from) read.add(at);
    }
  }
  return read;
}

/** Where a member is declared, and where its namesake in the model that it is handed to. */
interface HandedOn {
  readonly from: readonly ts.Declaration[];
  readonly to: readonly ts.Declaration[];
}

function handedOn(call: ts.CallExpression, checker: ts.TypeChecker): readonly HandedOn[] {
  const given = call.arguments[1];
  const parameter = checker.getResolvedSignature(call)?.getParameters()[1];
  if (!given || !parameter) return [];
  const type = checker.getTypeAtLocation(given);
  const wanted = checker.getTypeOfSymbolAtLocation(parameter, call).getProperties();
  return wanted.map((to) => ({
    from: declarationsOf(type.getProperty(to.name)),
    to: declarationsOf(to),
  }));
}

function declarationsOf(member: ts.Symbol | undefined): readonly ts.Declaration[] {
  return member?.declarations ?? [];
}
