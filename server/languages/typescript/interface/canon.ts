/**
 * Types in one form of writing: unions are sorted, parameters have no names, type parameters have numbers, `T[]` is `Array<T>`.
 * Two types are written the same exactly when no consumer can tell them apart, as far as text can show it.
 */
import { ts } from 'ts-morph';
import { isLibrary } from './library.ts';
import { resolved, type Names } from './names.ts';
import { remembering } from './remembering.ts';
import type { Side } from './sides.ts';

const FLAGS = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.IgnoreErrors | ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
/** Declarations that are written out within each other, and characters of one type. */
const MAX_DEPTH = 5;
const MAX_LENGTH = 20_000;

/** Names of type parameters, and how they are written. */
export type Scope = ReadonlyMap<string, string>;

export const NO_SCOPE: Scope = new Map();

/** What a reference to a declaration of the project is written as: by its name, by what it declares, or by other text. */
export type Reference = (symbol: ts.Symbol, id: string) => 'name' | 'expand' | { text: string };

export interface Canon {
  ofType(type: ts.Type, scope: Scope): string;
  /** Without `undefined`, for what is optional. */
  ofOptional(type: ts.Type, scope: Scope): string;
  ofSignature(signature: ts.Signature, scope: Scope): string;
  /** What an alias, an interface or a class declares, its own name left out. */
  ofDeclared(symbol: ts.Symbol, scope: Scope): string;
}

/** @param reference decides how declarations of the project are written */
export function canonOf(side: Side, names: Names, reference: Reference): Canon {
  const { checker } = side;
  const expanding: ts.Symbol[] = [];

  const symbolOf = (name: ts.Node): ts.Symbol | undefined => {
    const at = (name as { symbol?: ts.Symbol }).symbol ?? (name.pos >= 0 ? checker.getSymbolAtLocation(name) : undefined);
    return at === undefined ? undefined : resolved(checker, at);
  };
  const ofType = (type: ts.Type, scope: Scope, flags = FLAGS): string => {
    const node = checker.typeToTypeNode(type, undefined, flags);
    const text = node === undefined ? '?' : ofNode(node, scope);
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…${text.length}` : text;
  };
  /** As written from the root of its state, which has another folder on each side. */
  const modulePath = (argument: ts.TypeNode): string => {
    const path = ts.isLiteralTypeNode(argument) && ts.isStringLiteralLike(argument.literal) ? argument.literal.text : '?';
    return path.startsWith(`${side.folder}/`) ? `.${path.slice(side.folder.length)}` : path;
  };
  const list = (nodes: readonly ts.Node[] | undefined, scope: Scope): string[] => (nodes ?? []).map((node) => ofNode(node, scope));

  const ofReference = (name: ts.Node, typeArguments: readonly ts.Node[] | undefined, scope: Scope): string => {
    const last = ts.isQualifiedName(name) ? name.right : name;
    const word = ts.isIdentifier(last) ? last.text : '?';
    if (ts.isIdentifier(name) && scope.has(word)) return scope.get(word)!;
    const symbol = symbolOf(last);
    const given = list(typeArguments, scope);
    const written = (base: string): string => (given.length === 0 ? base : `${base}<${given.join(', ')}>`);
    // The compiler writes the member of an enum beside its enum, without saying what it stands for.
    const owner = symbol === undefined && ts.isQualifiedName(name) ? symbolOf(ts.isQualifiedName(name.left) ? name.left.right : name.left) : undefined;
    if (owner !== undefined && (owner.flags & ts.SymbolFlags.Enum) !== 0) return `${ofReference((name as ts.QualifiedName).left, [], scope)}.${word}`;
    if (symbol === undefined || symbol.declarations === undefined) return written(`?${word}`);
    if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return word;
    if ((symbol.flags & ts.SymbolFlags.EnumMember) !== 0) return `${ofReference(ts.isQualifiedName(name) ? name.left : name, [], scope)}.${word}`;
    const id = names.idOf(symbol);
    if (id === null) return written(outside(symbol, word));
    dropDefaults(symbol, given, scope);
    const how = reference(symbol, id);
    if (typeof how === 'object') return written(how.text);
    if (how === 'name') return written(id);
    return expand(symbol, given) ?? written(id);
  };

  /** Arguments that say the same as the default are left out: adding a parameter with a default changes no reference. */
  const dropDefaults = (symbol: ts.Symbol, given: string[], scope: Scope): void => {
    const parameters = typeParametersOf(symbol);
    for (let index = given.length - 1; index >= 0; index--) {
      const standard = parameters[index]?.default;
      if (standard === undefined || ofType(checker.getTypeFromTypeNode(standard), scope) !== given[index]) return;
      given.pop();
    }
  };

  const expand = (symbol: ts.Symbol, given: readonly string[]): string | null => {
    if ((symbol.flags & (ts.SymbolFlags.Enum)) !== 0) return null;
    const above = expanding.lastIndexOf(symbol);
    if (above >= 0) return `^${expanding.length - above}`;
    if (expanding.length >= MAX_DEPTH) return null;
    const scope = new Map(typeParametersOf(symbol).map((parameter, index) => [parameter.name.text, given[index] ?? `?${index}`]));
    expanding.push(symbol);
    try {
      return ofDeclared(symbol, scope);
    } finally {
      expanding.pop();
    }
  };

  const ofDeclared = (symbol: ts.Symbol, scope: Scope): string => {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if ((symbol.flags & ts.SymbolFlags.TypeAlias) !== 0) return ofType(type, scope, FLAGS | ts.NodeBuilderFlags.InTypeAlias);
    const members = checker.getPropertiesOfType(type).map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const own = checker.getTypeOfSymbol(property);
      return `${isReadonly(property) ? 'readonly ' : ''}${property.name}${optional ? '?' : ''}: ${(optional ? ofOptional : ofType)(own, scope)}`;
    });
    const calls = type.getCallSignatures().map((signature) => ofSignature(signature, scope));
    const creations = type.getConstructSignatures().map((signature) => `new ${ofSignature(signature, scope)}`);
    const indexes = checker.getIndexInfosOfType(type).map((info) => `[${ofType(info.keyType, scope)}]: ${ofType(info.type, scope)}`);
    if (members.length + creations.length + indexes.length === 0 && calls.length === 1) return `(${calls[0]!})`;
    return `{ ${[...members.sort(), ...calls, ...creations, ...indexes.sort()].join('; ')} }`;
  };

  const ofOptional = (type: ts.Type, scope: Scope): string => withoutUndefined(ofType(type, scope));
  const ofSignature = (signature: ts.Signature, scope: Scope): string => {
    const node = checker.signatureToSignatureDeclaration(signature, ts.SyntaxKind.FunctionType, undefined, FLAGS);
    return node === undefined ? '?' : ofFunction(node, scope);
  };

  const ofFunction = (node: ts.SignatureDeclaration, outer: Scope): string => {
    const scope = new Map(outer);
    const numbered = (node.typeParameters ?? []).map((parameter) => {
      const own = `T${scope.size}`;
      scope.set(parameter.name.text, own);
      return { parameter, own };
    });
    const generics = numbered.map(({ parameter, own }) => own
      + (parameter.constraint === undefined ? '' : ` extends ${ofNode(parameter.constraint, scope)}`)
      + (parameter.default === undefined ? '' : ` = ${ofNode(parameter.default, scope)}`));
    const words = node.parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : '?'));
    words.forEach((word, index) => scope.set(`$${word}`, `$${index}`));
    const parameters = node.parameters.map((parameter, index) => {
      const own = words[index] === 'this' ? 'this: ' : '';
      const text = parameter.type === undefined ? 'any' : ofNode(parameter.type, scope);
      const optional = parameter.questionToken !== undefined || parameter.initializer !== undefined;
      return `${own}${parameter.dotDotDotToken === undefined ? '' : '...'}${optional ? `${withoutUndefined(text)}?` : text}`;
    });
    const result = node.type === undefined ? 'any' : ofNode(node.type, scope);
    return `${generics.length === 0 ? '' : `<${generics.join(', ')}>`}(${parameters.join(', ')}) => ${result}`;
  };

  const ofMember = (member: ts.TypeElement, scope: Scope): string => {
    const readonly = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) ? 'readonly ' : '';
    const name = member.name === undefined ? '' : 'text' in member.name ? member.name.text : `[${ofNode(member.name, scope)}]`;
    if (ts.isMethodSignature(member)) return `${name}${member.questionToken === undefined ? '' : '?'}: (${ofFunction(member, scope)})`;
    if (ts.isPropertySignature(member)) {
      const text = member.type === undefined ? 'any' : ofNode(member.type, scope);
      return member.questionToken === undefined ? `${readonly}${name}: ${text}` : `${readonly}${name}?: ${withoutUndefined(text)}`;
    }
    if (ts.isCallSignatureDeclaration(member)) return ofFunction(member, scope);
    if (ts.isConstructSignatureDeclaration(member)) return `new ${ofFunction(member, scope)}`;
    if (ts.isIndexSignatureDeclaration(member)) {
      return `${readonly}[${list(member.parameters.flatMap(({ type }) => type ?? []), scope).join()}]: ${ofNode(member.type, scope)}`;
    }
    return other(member, scope);
  };

  const ofNode = (node: ts.Node, scope: Scope): string => {
    if (ts.isParenthesizedTypeNode(node)) return ofNode(node.type, scope);
    if (ts.isTypeReferenceNode(node)) return ofReference(node.typeName, node.typeArguments, scope);
    if (ts.isExpressionWithTypeArguments(node)) return ofReference(node.expression, node.typeArguments, scope);
    if (ts.isImportTypeNode(node) && node.qualifier !== undefined) {
      return (node.isTypeOf ? 'typeof ' : '') + ofReference(node.qualifier, node.typeArguments, scope);
    }
    if (ts.isImportTypeNode(node)) return `typeof import(${JSON.stringify(modulePath(node.argument))})`;
    if (ts.isTypeQueryNode(node)) return `typeof ${ofReference(node.exprName, node.typeArguments, scope)}`;
    if (ts.isUnionTypeNode(node)) return [...new Set(list(node.types, scope).flatMap(membersOfUnion))].sort().join(' | ');
    if (ts.isIntersectionTypeNode(node)) return `(${[...new Set(list(node.types, scope).map(bracketed))].sort().join(' & ')})`;
    if (ts.isArrayTypeNode(node)) return `Array<${ofNode(node.elementType, scope)}>`;
    if (ts.isTypeOperatorNode(node)) {
      if (node.operator === ts.SyntaxKind.ReadonlyKeyword && ts.isArrayTypeNode(node.type)) return `ReadonlyArray<${ofNode(node.type.elementType, scope)}>`;
      return `${ts.tokenToString(node.operator)} ${bracketed(ofNode(node.type, scope))}`;
    }
    if (ts.isTupleTypeNode(node)) return `[${list(node.elements, scope).join(', ')}]`;
    if (ts.isNamedTupleMember(node)) {
      const text = ofNode(node.type, scope);
      return `${node.dotDotDotToken === undefined ? '' : '...'}${node.questionToken === undefined ? text : `${withoutUndefined(text)}?`}`;
    }
    if (ts.isOptionalTypeNode(node)) return `${withoutUndefined(ofNode(node.type, scope))}?`;
    if (ts.isRestTypeNode(node)) return `...${ofNode(node.type, scope)}`;
    if (ts.isFunctionTypeNode(node)) return `(${ofFunction(node, scope)})`;
    if (ts.isConstructorTypeNode(node)) {
      return `(${(node.modifiers?.length ?? 0) > 0 ? 'abstract ' : ''}new ${ofFunction(node, scope)})`;
    }
    if (ts.isTypeLiteralNode(node)) return ofLiteral(node, scope);
    if (ts.isTypePredicateNode(node)) {
      const about = ts.isIdentifier(node.parameterName) ? scope.get(`$${node.parameterName.text}`) ?? node.parameterName.text : 'this';
      return `${node.assertsModifier === undefined ? '' : 'asserts '}${about}${node.type === undefined ? '' : ` is ${ofNode(node.type, scope)}`}`;
    }
    if (ts.isLiteralTypeNode(node)) return ofNode(node.literal, scope);
    if (ts.isStringLiteralLike(node)) return JSON.stringify(node.text);
    if (ts.isMappedTypeNode(node)) return ofMapped(node, scope);
    if (ts.isConditionalTypeNode(node)) return ofConditional(node, scope);
    return other(node, scope);
  };

  const ofLiteral = (node: ts.TypeLiteralNode, scope: Scope): string => {
    const signatures = node.members.filter((member) => member.name === undefined).map((member) => ofMember(member, scope));
    const named = node.members.filter((member) => member.name !== undefined).map((member) => ofMember(member, scope));
    if (named.length === 0 && signatures.length === 1 && !signatures[0]!.startsWith('[') && !signatures[0]!.startsWith('readonly')) return `(${signatures[0]})`;
    return `{ ${[...named.sort(), ...signatures].join('; ')} }`;
  };

  const ofMapped = (node: ts.MappedTypeNode, outer: Scope): string => {
    const scope = new Map([...outer, [node.typeParameter.name.text, `K${outer.size}`]]);
    const sign = (token: ts.Node | undefined): string => (token === undefined ? '' : ts.tokenToString(token.kind) ?? '');
    const parts = [node.typeParameter.constraint, node.nameType, node.type].map((part) => (part === undefined ? '' : ofNode(part, scope)));
    return `{ ${sign(node.readonlyToken)}[${parts[0]} as ${parts[1]}]${sign(node.questionToken)}: ${parts[2]} }`;
  };

  const ofConditional = (node: ts.ConditionalTypeNode, outer: Scope): string => {
    const scope = new Map(outer);
    const collect = (each: ts.Node): void => {
      if (ts.isInferTypeNode(each) && !scope.has(each.typeParameter.name.text)) scope.set(each.typeParameter.name.text, `I${scope.size}`);
      ts.forEachChild(each, collect);
    };
    collect(node.extendsType);
    const [check, limit] = [ofNode(node.checkType, outer), ofNode(node.extendsType, scope)];
    return `(${check} extends ${limit} ? ${ofNode(node.trueType, scope)} : ${ofNode(node.falseType, outer)})`;
  };

  const other = (node: ts.Node, scope: Scope): string => {
    const word = ts.tokenToString(node.kind);
    if (word !== undefined) return word;
    if (ts.isIdentifier(node)) return scope.get(node.text) ?? node.text;
    if ('text' in node && typeof node.text === 'string') return node.text;
    const parts: string[] = [];
    ts.forEachChild(node, (child) => void parts.push(ofNode(child, scope)));
    return `${node.kind === ts.SyntaxKind.TemplateLiteralType ? '`' : ''}${ts.SyntaxKind[node.kind]}(${parts.join(' ')})`;
  };

  // The same overloads and members are held against many others.
  const [types, signatures, declarations] = [remembering<ts.Type, Scope>(), remembering<ts.Signature, Scope>(), remembering<ts.Symbol, Scope>()];
  const known = types((type, scope) => ofType(type, scope));
  return {
    ofType: known, ofOptional: (type, scope) => withoutUndefined(known(type, scope)),
    ofSignature: signatures(ofSignature), ofDeclared: declarations(ofDeclared),
  };
}

/** Type parameters of a class, interface or alias. */
export function typeParametersOf(symbol: ts.Symbol): readonly ts.TypeParameterDeclaration[] {
  for (const declaration of symbol.declarations ?? []) {
    const { typeParameters } = declaration as { typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration> };
    if (typeParameters !== undefined) return typeParameters;
  }
  return [];
}

/** Cannot be assigned: `readonly`, or an accessor without a setter. */
export function isReadonly(property: ts.Symbol): boolean {
  if ((property.flags & ts.SymbolFlags.Accessor) !== 0) return (property.flags & ts.SymbolFlags.SetAccessor) === 0;
  const checkFlags = (property as { links?: { checkFlags?: number } }).links?.checkFlags ?? 0;
  // What a mapped type made read-only has no modifier of its own.
  if ((checkFlags & 8) !== 0) return true;
  return (property.declarations ?? []).some((each) => (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly) !== 0)
    && (property as { links?: { mappedType?: unknown } }).links?.mappedType === undefined;
}

/** Members of a written union; text in brackets is not taken apart. */
export function membersOfUnion(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if ('([{<'.includes(character)) depth++;
    else if (')]}'.includes(character) || (character === '>' && text[at - 1] !== '=')) depth--;
    else if (depth === 0 && text.startsWith(' | ', at)) {
      parts.push(text.slice(start, at));
      start = at + 3;
    }
  }
  return [...parts, text.slice(start)];
}

function bracketed(text: string): string {
  return membersOfUnion(text).length > 1 ? `(${text})` : text;
}

/** The text without `undefined`, as it is written for what is optional. */
export function withoutUndefined(text: string): string {
  const rest = membersOfUnion(text).filter((each) => each !== 'undefined');
  return rest.length === 0 ? text : rest.join(' | ');
}

function outside(symbol: ts.Symbol, word: string): string {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
  if (isLibrary(file)) return word;
  const inside = file.lastIndexOf('/node_modules/');
  return inside < 0 ? word : `${file.slice(inside + 14).split('/').slice(0, file[inside + 14] === '@' ? 2 : 1).join('/')}:${word}`;
}
