/**
 * How declarations are reached from what is exported: as input (a consumer makes the value), as output (a consumer gets it),
 * or both. A type that is only exported by itself counts as both.
 */
import { ts } from 'ts-morph';
import { typeParametersOf } from './canon.ts';
import { resolved, type Exported, type Names } from './names.ts';
import type { Side } from './sides.ts';

export interface Polarity {
  in: boolean;
  out: boolean;
}

export const OUT: Polarity = { in: false, out: true };
export const BOTH: Polarity = { in: true, out: true };

/** Seen from within a parameter. */
export function flipped({ in: given, out }: Polarity): Polarity {
  return { in: out, out: given };
}

/** How a consumer can write a type. */
export interface Access {
  text: string;
  /** Exports that the text begins with. */
  uses: readonly Exported[];
}

export interface Reached extends Polarity {
  /** Null where the way to it is too long to be readable. */
  access: Access | null;
  /** Reached by a value, not just exported. */
  used: boolean;
}

const LONGEST_ACCESS = 90;

/** @returns what is reached, by the id of its declaration */
export function reachOf(side: Side, names: Names): Map<string, Reached> {
  const { checker } = side;
  const found = new Map<string, Reached>();
  const variances = new Map<ts.Symbol, Polarity[]>();
  const variables = new Set<string>();

  const reach = (symbol: ts.Symbol, how: Polarity, access: Access | null, used: boolean): void => {
    const id = names.idOf(symbol);
    if (id === null) return;
    const own = accessOf(symbol) ?? access;
    const known = found.get(id);
    if (known !== undefined && (known.in || !how.in) && (known.out || !how.out)) return;
    const merged = { in: how.in || (known?.in ?? false), out: how.out || (known?.out ?? false), access: known?.access ?? own, used: used
      || (known?.used ?? false) };
    found.set(id, merged);
    for (const declaration of symbol.declarations ?? []) visitDeclaration(declaration, { in: merged.in, out: merged.out }, merged.access, used);
  };
  const accessOf = (symbol: ts.Symbol): Access | null => {
    const one = names.publicNames.get(symbol);
    if (one === undefined || !one.type) return null;
    const required = typeParametersOf(symbol).filter((parameter) => parameter.default === undefined).length;
    return { text: localName(one) + (required === 0 ? '' : `<${Array.from({ length: required }, () => 'any').join(', ')}>`), uses: [one] };
  };

  const visitDeclaration = (node: ts.Node, how: Polarity, access: Access | null, used: boolean): void => {
    if (ts.isTypeAliasDeclaration(node)) visit(node.type, how, access, used);
    else if (ts.isInterfaceDeclaration(node) || ts.isClassLike(node)) {
      // A consumer does not build instances of a class: it gets them, whatever takes them afterwards.
      const inside = ts.isClassLike(node) ? OUT : how;
      for (const clause of node.heritageClauses ?? []) for (const type of clause.types) visitHeritage(type, inside, used);
      for (const member of node.members) visitMember(member, inside, access, used);
    }
  };
  const visitHeritage = (type: ts.ExpressionWithTypeArguments, how: Polarity, used: boolean): void => {
    const symbol = checker.getSymbolAtLocation(type.expression);
    if (symbol !== undefined) reach(resolved(checker, symbol), how, null, used);
    for (const argument of type.typeArguments ?? []) visit(argument, how, null, used);
  };
  const visitMember = (member: ts.Node, how: Polarity, access: Access | null, used: boolean): void => {
    const name = (member as ts.NamedDeclaration).name;
    const key = name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null;
    const isStatic = ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    const optional = (member as { questionToken?: ts.Node }).questionToken !== undefined;
    const own = key === null || isStatic ? null : step(access, (text) => (optional ? `NonNullable<${text}['${key}']>` : `${text}['${key}']`));
    if (ts.isFunctionLike(member)) {
      const isNew = ts.isConstructorDeclaration(member);
      visitSignature(member, how, isNew ? step(access, (text) => `typeof ${text.replace(/<.*$/, '')}`) : own, used, isNew
        ? 'ConstructorParameters' : 'Parameters');
    } else if (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member)) visit(member.type, how, own, used);
  };
  const visitSignature = (
    node: ts.SignatureDeclaration | ts.JSDocSignature, how: Polarity, access: Access | null, used: boolean, given = 'Parameters',
  ): void => {
    if (ts.isJSDocSignature(node)) return;
    for (const parameter of node.typeParameters ?? []) visit(parameter.constraint, flipped(how), null, used);
    node.parameters.forEach((parameter, index) => {
      const optional = parameter.questionToken !== undefined;
      const own = step(access, (text) => (optional ? `NonNullable<${given}<${text}>[${index}]>` : `${given}<${text}>[${index}]`));
      visit(parameter.type, flipped(how), parameter.dotDotDotToken === undefined ? own : null, used);
    });
    visit(node.type, how, step(access, (text) => `ReturnType<${text}>`), used);
  };

  const visit = (node: ts.TypeNode | undefined, how: Polarity, access: Access | null, used: boolean): void => {
    if (node === undefined) return;
    if (ts.isTypeReferenceNode(node)) return visitReference(node.typeName, node.typeArguments, how, access, used);
    if (ts.isImportTypeNode(node) && node.qualifier !== undefined) return visitReference(node.qualifier, node.typeArguments, how, access, used);
    if (ts.isFunctionTypeNode(node) || ts.isConstructorTypeNode(node)) return visitSignature(node, how, access, used);
    if (ts.isTypeLiteralNode(node)) return node.members.forEach((member) => visitMember(member, how, access, used));
    if (ts.isArrayTypeNode(node)) return visit(node.elementType, how, step(access, (text) => `${text}[number]`), used);
    if (ts.isParenthesizedTypeNode(node)) return visit(node.type, how, access, used);
    if (ts.isTypeQueryNode(node)) return visitReference(node.exprName, undefined, how, null, used);
    if (ts.isUnionTypeNode(node)) {
      const real = node.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
      return real.forEach((each) => visit(each, how, real.length > 1 ? null : step(access, (text) => `NonNullable<${text}>`), used));
    }
    ts.forEachChild(node, (child) => {
      if (ts.isTypeNode(child)) visit(child, how, null, used);
      else if (ts.isTypeParameterDeclaration(child)) visit(child.constraint, how, null, used);
    });
  };
  const visitReference = (
    name: ts.EntityName, typeArguments: readonly ts.TypeNode[] | undefined, how: Polarity, access: Access | null, used: boolean,
  ): void => {
    const at = checker.getSymbolAtLocation(name);
    if (at === undefined) return;
    const symbol = resolved(checker, at);
    if ((symbol.flags & ts.SymbolFlags.Variable) !== 0) {
      const key = `${String(how.in)} ${String(how.out)} ${symbol.declarations?.[0]?.getSourceFile().fileName ?? ''} ${symbol.declarations?.[0]?.pos ?? 0}`;
      if (variables.has(key)) return;
      variables.add(key);
      for (const each of symbol.declarations ?? []) if (ts.isVariableDeclaration(each)) visit(each.type, how, null, used);
    }
    reach(symbol, how, typeArguments === undefined ? access : null, used);
    const word = symbol.name;
    typeArguments?.forEach((argument, index) => {
      const [through, inner] = [varianceOf(symbol, index), word === 'Promise' ? step(access, (text) => `Awaited<${text}>`) : null];
      if (through.out) visit(argument, how, inner, used);
      if (through.in) visit(argument, flipped(how), inner, used);
    });
  };

  /** Where a type parameter of a declaration of the project stands; output in what belongs to libraries. */
  const varianceOf = (symbol: ts.Symbol, index: number): Polarity => {
    if (names.idOf(symbol) === null) return OUT;
    const known = variances.get(symbol);
    if (known !== undefined) return known[index] ?? OUT;
    const parameters = typeParametersOf(symbol);
    const result = parameters.map(() => ({ in: false, out: false }));
    variances.set(symbol, parameters.map(() => OUT));
    const walk = (node: ts.Node, how: Polarity): void => {
      if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
        const { text } = node.typeName;
        const position = parameters.findIndex((parameter) => parameter.name.text === text);
        if (position >= 0) Object.assign(result[position]!, { in: result[position]!.in || how.in, out: result[position]!.out || how.out });
      }
      if (ts.isFunctionLike(node) && !ts.isJSDocSignature(node)) {
        node.parameters.forEach((parameter) => walk(parameter, flipped(how)));
        if (node.type !== undefined) walk(node.type, how);
      } else ts.forEachChild(node, (child) => walk(child, how));
    };
    for (const declaration of symbol.declarations ?? []) ts.forEachChild(declaration, (child) => walk(child, OUT));
    variances.set(symbol, result);
    return result[index] ?? OUT;
  };

  for (const one of names.exported.values()) if (one.value) visitValue(one);
  for (const one of names.exported.values()) if (one.type && !found.has(names.idOf(one.symbol) ?? '')) reach(one.symbol, BOTH, null, false);
  return found;

  function visitValue(one: Exported): void {
    const access: Access = { text: `typeof ${localName(one)}`, uses: [one] };
    for (const declaration of one.symbol.declarations ?? []) {
      if (ts.isFunctionDeclaration(declaration)) visitSignature(declaration, OUT, access, true);
      else if (ts.isVariableDeclaration(declaration)) visit(declaration.type, OUT, access, true);
      else if (ts.isClassDeclaration(declaration)) reach(one.symbol, OUT, null, true);
    }
  }
}

function step(access: Access | null, write: (text: string) => string): Access | null {
  if (access === null) return null;
  const text = write(access.text);
  return text.length > LONGEST_ACCESS ? null : { text, uses: access.uses };
}

/** What a consumer calls an export: `subject` for a default export without a name. */
export function localName({ path, symbol }: Exported): string {
  const [first, ...rest] = path.split('.');
  const free = first === 'default' || first === 'export=' ? defaultName(symbol, rest.length > 0) : first!;
  return [free, ...rest].join('.');
}

function defaultName(symbol: ts.Symbol, inside: boolean): string {
  const { name } = symbol;
  return inside || !/^[A-Za-z_$][\w$]*$/.test(name) || name === 'default' || name.startsWith('_') ? 'subject' : name;
}
