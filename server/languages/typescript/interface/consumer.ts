/** Small consumers of an interface, written against the state before: what they say is what the proof shows. */
import { ts } from 'ts-morph';
import { isLibrary } from './library.ts';
import { resolved, type Exported, type Names } from './names.ts';
import { localName } from './reach.ts';
import type { Side } from './sides.ts';

/** How a consumer gets at a value, and how it gives one. */
export interface Use {
  uses: readonly Exported[];
  /** Lines before: `declare const it: Options;`. */
  prelude: readonly string[];
  /** An expression that reads the value: `it.timeout`; null where it cannot be read. */
  read: string | null;
  /** A statement that passes a value: `it.timeout = 5`; null where it cannot be passed. */
  write: ((value: string) => string) | null;
}

/** A consumer that is still to be compiled. */
export interface Probe {
  uses: readonly Exported[];
  lines: readonly string[];
}

export const NOTHING: Use = { uses: [], prelude: [], read: null, write: null };

const FLAGS = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.IgnoreErrors | ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
const LONGEST_TYPE = 200;

export interface Writer {
  /**
   * A type as a consumer writes it; null where it needs names that are not offered.
   * @param expanded writes out what an alias stands for
   */
  print(type: ts.Type, expanded?: boolean): { text: string; uses: Exported[] } | null;
  /** A value of the type, short; `null!`, which fits everywhere, where there is no simple one. */
  sample(type: ts.Type, depth?: number): string;
  /** Values that the type takes, one for each member of a union. */
  samples(type: ts.Type): { type: ts.Type; text: string }[];
  /** Arguments for a call, without those that may be left out. */
  args(signature: ts.Signature, replaced?: ReadonlyMap<number, string>, all?: boolean): string;
}

/** @param side whose types are written */
export function writerOf(side: Side, names: Names): Writer {
  const { checker } = side;
  const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true });
  const blank = ts.createSourceFile('/x.ts', '', ts.ScriptTarget.ESNext);

  const print: Writer['print'] = (type, expanded = false) => {
    const node = checker.typeToTypeNode(type, undefined, expanded ? FLAGS | ts.NodeBuilderFlags.InTypeAlias : FLAGS);
    if (node === undefined) return null;
    const uses: Exported[] = [];
    let known = true;
    const rename = (name: ts.Identifier): ts.EntityName | null => {
      const at = (name as { symbol?: ts.Symbol }).symbol;
      if (at === undefined) return null;
      const symbol = resolved(checker, at);
      if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return null;
      const one = names.publicNames.get(symbol);
      if (one !== undefined) {
        uses.push(one);
        return ts.factory.createIdentifier(localName(one));
      }
      const file = symbol.declarations?.[0]?.getSourceFile().fileName;
      if (file === undefined || !isLibrary(file)) known = false;
      return null;
    };
    const visit = (each: ts.Node, within: ReadonlySet<string>): ts.Node => {
      if (ts.isTypeReferenceNode(each) && ts.isIdentifier(each.typeName)) {
        const symbol = (each.typeName as { symbol?: ts.Symbol }).symbol;
        if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.TypeParameter) !== 0 && !within.has(each.typeName.text)) return standIn(symbol);
        const name = rename(each.typeName);
        const given = each.typeArguments?.map((argument) => visit(argument, within) as ts.TypeNode);
        return ts.factory.createTypeReferenceNode(name ?? each.typeName, given);
      }
      if (ts.isTypeQueryNode(each) && ts.isIdentifier(each.exprName)) return ts.factory.createTypeQueryNode(rename(each.exprName) ?? each.exprName);
      if (ts.isQualifiedName(each) && ts.isIdentifier(each.left)) return ts.factory.createQualifiedName(rename(each.left) ?? each.left, each.right);
      if (ts.isImportTypeNode(each)) known = false;
      const own = (each as { typeParameters?: readonly ts.TypeParameterDeclaration[] }).typeParameters;
      const inside = own === undefined ? within : new Set([...within, ...own.map(({ name }) => name.text)]);
      return ts.visitEachChild(each, (child) => visit(child, inside), undefined);
    };
    const standIn = (symbol: ts.Symbol): ts.Node => {
      const constraint = checker.getBaseConstraintOfType(checker.getDeclaredTypeOfSymbol(symbol));
      const simple = constraint !== undefined && (constraint.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Union)) !== 0;
      return (simple ? checker.typeToTypeNode(constraint, undefined, FLAGS) : undefined) ?? ts.factory.createKeywordTypeNode(isSecond(symbol)
        ? ts.SyntaxKind.NumberKeyword : ts.SyntaxKind.StringKeyword);
    };
    const text = printer.printNode(ts.EmitHint.Unspecified, visit(node, new Set()), blank).replace(/\s+/g, ' ').replaceAll('"', "'");
    return known && text.length <= LONGEST_TYPE ? { text, uses } : null;
  };

  const sample: Writer['sample'] = (type, depth = 0) => {
    const { flags } = type;
    if ((flags & ts.TypeFlags.StringLiteral) !== 0) return `'${(type as ts.StringLiteralType).value.replaceAll("'", String.raw`\'`)}'`;
    if ((flags & ts.TypeFlags.EnumLike) !== 0) return enumSample(type);
    if ((flags & ts.TypeFlags.NumberLiteral) !== 0) return String((type as ts.NumberLiteralType).value);
    if ((flags & ts.TypeFlags.BooleanLiteral) !== 0) return checker.typeToString(type);
    if ((flags & ts.TypeFlags.Boolean) !== 0) return 'true';
    if ((flags & ts.TypeFlags.String) !== 0) return "'a'";
    if ((flags & ts.TypeFlags.Number) !== 0) return '1';
    if ((flags & ts.TypeFlags.BigInt) !== 0) return '1n';
    if ((flags & ts.TypeFlags.Undefined) !== 0 || (flags & ts.TypeFlags.Void) !== 0) return 'undefined';
    if ((flags & ts.TypeFlags.Null) !== 0) return 'null';
    if ((flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return "'a'";
    if ((flags & ts.TypeFlags.TypeParameter) !== 0) {
      const constraint = checker.getBaseConstraintOfType(type);
      return constraint === undefined || (constraint.flags & ts.TypeFlags.Unknown) !== 0 ? (isSecond(type.symbol) ? '1' : "'a'") : sample(constraint,
        depth + 1);
    }
    if (depth > 3) return 'null!';
    if (type.isUnion()) return sample(type.types.find((each) => (each.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0) ?? type.types[0]!,
      depth + 1);
    return objectSample(type, depth);
  };
  const enumSample = (type: ts.Type): string => {
    const owner = (type.symbol.flags & ts.SymbolFlags.EnumMember) !== 0 ? (type.symbol as ts.Symbol & { parent?: ts.Symbol }).parent : type.symbol;
    const one = owner === undefined ? undefined : names.publicNames.get(owner);
    const member = owner === type.symbol ? [...owner.exports?.keys() ?? []][0] : type.symbol.name;
    return one === undefined || member === undefined ? 'null!' : `${localName(one)}.${String(member)}`;
  };
  const objectSample = (type: ts.Type, depth: number): string => {
    if (checker.isArrayType(type)) {
      const item = checker.getTypeArguments(type as ts.TypeReference)[0];
      return item === undefined ? '[]' : `[${sample(item, depth + 1)}]`;
    }
    if (checker.isTupleType(type)) return `[${checker.getTypeArguments(type as ts.TypeReference).map((each) => sample(each, depth + 1)).join(', ')}]`;
    const [call] = type.getCallSignatures();
    const properties = checker.getPropertiesOfType(type);
    if (call !== undefined && properties.length === 0) {
      const result = call.getReturnType();
      if ((result.flags & ts.TypeFlags.Void) !== 0) return '() => {}';
      const text = sample(result, depth + 1);
      return `() => ${text.startsWith('{') ? `(${text})` : text}`;
    }
    if (type.isClass() || call !== undefined || type.getConstructSignatures().length > 0 || properties.length > 12) return 'null!';
    const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName;
    if (file !== undefined && isLibrary(file) && (type.symbol.flags & ts.SymbolFlags.TypeLiteral) === 0) return librarySample(type, depth);
    const required = properties.filter((property) => (property.flags & ts.SymbolFlags.Optional) === 0);
    if (required.some(({ name }) => name.startsWith('__'))) return 'null!';
    const fields = required.map((property) => `${propertyKey(property.name)}: ${sample(checker.getTypeOfSymbol(property), depth + 1)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  };
  const librarySample = (type: ts.Type, depth: number): string => {
    const word = type.symbol.name;
    const given = checker.getTypeArguments(type as ts.TypeReference);
    if (['Date', 'Map', 'Set', 'Error', 'Uint8Array', 'AbortController', 'WeakMap', 'URLSearchParams'].includes(word)) return `new ${word}()`;
    if (word === 'RegExp') return '/a/';
    if ((word === 'Promise' || word === 'PromiseLike') && given[0] !== undefined) return `Promise.resolve(${sample(given[0], depth + 1)})`;
    return 'null!';
  };

  const samples: Writer['samples'] = (type) =>
    (type.isUnion() ? type.types : [type]).map((each) => ({ type: each, text: sample(each) })).filter(({ text }) => !text.includes('null!'));

  const args: Writer['args'] = (signature, replaced = new Map(), all = false) => {
    const last = Math.max(-1, ...replaced.keys());
    const parts: string[] = [];
    signature.parameters.forEach((parameter, index) => {
      const declaration = parameter.valueDeclaration;
      const optional = declaration !== undefined && ts.isParameter(declaration)
        && (declaration.questionToken !== undefined || declaration.initializer !== undefined || declaration.dotDotDotToken !== undefined);
      if (!replaced.has(index) && optional && index > last && !all) return;
      const rest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
      const own = checker.getTypeOfSymbol(parameter);
      parts[index] = replaced.get(index) ?? (rest ? sample(own).replace(/^\[|\]$/g, '') : sample(own));
    });
    return parts.join(', ');
  };
  return { print, sample, samples, args };
}

/** Every second type parameter of a declaration stands for another type, so that they are not mistaken for each other. */
function isSecond(symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.declarations?.[0];
  const list = (declaration?.parent as { typeParameters?: readonly ts.Node[] } | undefined)?.typeParameters;
  return declaration !== undefined && list !== undefined && list.indexOf(declaration) % 2 === 1;
}

/** A property's name as a key of a literal. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name.replaceAll("'", String.raw`\'`)}'`;
}

/** Reaching a property of an expression. */
export function propertyOf(expression: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${expression}.${name}` : `${expression}['${name}']`;
}
