/** The interface of one state: a normalised signature for each name, and declarations that can stand for it later. */
import { ts } from 'ts-morph';
import type { InterfaceDescription, InterfaceMember } from '../../../facts/interface.ts';
import { canonOf, isReadonly, NO_SCOPE, typeParametersOf, type Canon, type Scope } from './canon.ts';
import { keyOf } from './compare-members.ts';
import { numbered } from './compare-type-parameters.ts';
import { locate } from './locate.ts';
import { namesOf, type Exported, type Names } from './names.ts';
import type { Side } from './sides.ts';

/** @param side of a program without another one */
export function describeSide(side: Side): InterfaceDescription {
  const names = namesOf(side);
  const members = [...names.exported.values()].map((one): InterfaceMember => {
    const declaration = one.symbol.declarations?.[0];
    const at = declaration === undefined ? null : locate(declaration, side);
    const deprecated = one.symbol.getJsDocTags().find(({ name }) => name === 'deprecated');
    const words = deprecated === undefined ? undefined : (deprecated.text ?? []).map(({ text }) => text).join('').trim();
    return {
      name: one.name, signature: signatureOf(side, names, one), path: at?.path ?? one.entry, span: at?.span ?? [1, 1, 1, 1],
      ...(words === undefined ? {} : { deprecated: words }),
    };
  });
  return { members: members.sort((a, b) => (a.name < b.name ? -1 : 1)), declarations: declarationsOf(side) };
}

/** Declarations that are not exported are written after it, numbered in the order in which they are met: their own names say nothing to others. */
function signatureOf(side: Side, names: Names, one: Exported): string {
  const met = new Map<ts.Symbol, string>();
  const canon = canonOf(side, names, (symbol) => {
    const known = names.publicNames.get(symbol);
    if (known !== undefined) return { text: known.name };
    if (!met.has(symbol)) met.set(symbol, `#${met.size + 1}`);
    return { text: met.get(symbol)! };
  });
  const own = textOf(side, canon, one);
  const rest: string[] = [];
  for (const [symbol, number] of met) rest.push(`${number} = ${declared(side, canon, symbol)}`);
  return [own, ...rest].join('; ');
}

function textOf(side: Side, canon: Canon, one: Exported): string {
  const { flags } = one.symbol;
  const parts: string[] = [];
  if (one.type) parts.push(declared(side, canon, one.symbol));
  const isValue = (flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) !== 0;
  if (one.value && isValue) parts.push(`value ${canon.ofType(side.checker.getTypeOfSymbol(one.symbol), NO_SCOPE)}`);
  if (!one.value) parts.push('type only');
  if (one.namespace) parts.push('namespace');
  return parts.join(' & ');
}

function declared(side: Side, canon: Canon, symbol: ts.Symbol): string {
  const parameters = typeParametersOf(symbol);
  const scope = numbered(parameters, NO_SCOPE);
  const generics = parameters.map((parameter) => {
    const text = (node: ts.TypeNode | undefined, word: string): string =>
      node === undefined ? '' : ` ${word} ${canon.ofType(side.checker.getTypeFromTypeNode(node), scope)}`;
    return `${scope.get(parameter.name.text)!}${text(parameter.constraint, 'extends')}${text(parameter.default, '=')}`;
  });
  const head = generics.length === 0 ? '' : `<${generics.join(', ')}>`;
  if ((symbol.flags & ts.SymbolFlags.Enum) !== 0) return enumText(side, symbol);
  const isAbstract = (symbol.declarations ?? []).some((each) => (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Abstract) !== 0);
  if ((symbol.flags & ts.SymbolFlags.Class) !== 0) return `${isAbstract ? 'abstract ' : ''}class${head} ${classText(side, canon, symbol, scope)}`;
  return `type${head} ${canon.ofDeclared(symbol, scope)}`;
}

function enumText(side: Side, symbol: ts.Symbol): string {
  const members = (symbol.declarations ?? []).filter(ts.isEnumDeclaration).flatMap((each) => [...each.members])
    .map((member) => `${member.name.getText()} = ${JSON.stringify(side.checker.getConstantValue(member) ?? null)}`);
  return `${(symbol.flags & ts.SymbolFlags.ConstEnum) === 0 ? '' : 'const '}enum { ${members.sort().join(', ')} }`;
}

function classText(side: Side, canon: Canon, symbol: ts.Symbol, scope: Scope): string {
  const { checker } = side;
  const marks = (each: ts.Symbol): string => {
    const declaration = each.declarations?.[0];
    const opened = declaration !== undefined && side.nominal(declaration.getSourceFile())?.protectedEnds.has(declaration.end) === true;
    const isAbstract = declaration !== undefined && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0;
    return `${opened ? 'protected ' : ''}${isAbstract ? 'abstract ' : ''}${isReadonly(each) ? 'readonly ' : ''}`;
  };
  const members = (type: ts.Type, prefix: string): string[] => checker.getPropertiesOfType(type).filter(({ name }) => name !== 'prototype').map((each) => {
    const optional = (each.flags & ts.SymbolFlags.Optional) !== 0;
    const own = checker.getTypeOfSymbol(each);
    return `${prefix}${marks(each)}${keyOf(each)}${optional ? '?' : ''}: ${optional ? canon.ofOptional(own, scope) : canon.ofType(own, scope)}`;
  }).sort();
  const statics = checker.getTypeOfSymbol(symbol);
  const news = statics.getConstructSignatures().map((signature) => `new ${canon.ofSignature(signature, scope)}`);
  const hidden = (symbol.declarations ?? []).some((each) => (side.nominal(each.getSourceFile())?.privates.get(each.end)?.length ?? 0) > 0);
  const locked = (symbol.declarations ?? []).filter(ts.isClassDeclaration).flatMap((each) => each.members.flatMap((member) => {
    const nominal = side.nominal(each.getSourceFile());
    return nominal?.privateEnds.has(member.end) === true ? ['private new'] : ts.isConstructorDeclaration(member)
      && nominal?.protectedEnds.has(member.end) === true ? ['protected new'] : [];
  }));
  const parts = [...news, ...locked, ...members(checker.getDeclaredTypeOfSymbol(symbol), ''), ...members(statics, 'static '), ...(hidden ? ['private'] : [])];
  return `{ ${parts.join('; ')} }`;
}

/** Declaration files of the project that the interface is made of; the name is that of the entry, empty for what entries only import. */
function declarationsOf(side: Side): InterfaceDescription['declarations'] {
  const { declared } = side;
  const entries = new Map(side.entries.map(({ entry }) => [declared.declarationPath(`${declared.base}/${entry.path}`), entry.name]));
  return side.files
    .flatMap(({ fileName }) => {
      const path = declared.base + fileName.slice(side.folder.length);
      const text = declared.declared.read(path);
      return text === undefined ? [] : [{ path: path.slice(declared.base.length + 1), name: entries.get(path) ?? '', text }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
