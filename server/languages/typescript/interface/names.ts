/** What a side offers, by name, and what its declarations are called: the two sides are paired by these names. */
import { ts } from 'ts-morph';
import type { Side } from './sides.ts';

const MAX_NAMESPACES = 8;

/** A name of the interface. */
export interface Exported {
  /** With the entry in front where it is not the main one of several: `./server#start`. */
  name: string;
  /** Without it: `start`, `Shapes.area`. */
  path: string;
  /** Path of the entry, relative to the root. */
  entry: string;
  /** What it stands for, with aliases followed. */
  symbol: ts.Symbol;
  /** Exists at run time. */
  value: boolean;
  type: boolean;
  namespace: boolean;
}

export interface Names {
  exported: Map<string, Exported>;
  /** The name under which a declaration of the project is known; null for what belongs to a library or is a parameter. */
  idOf(symbol: ts.Symbol): string | null;
  /** The declaration of a name. */
  symbolOf(id: string): ts.Symbol | undefined;
  /** The same by the last part of a name: `ZodObject` for `z.ZodObject`. */
  byWord(word: string): ts.Symbol | undefined;
  /** How the interface offers a declaration, if it does. */
  publicNames: Map<ts.Symbol, Exported>;
}

/**
 * @param side of the joint program
 * @param several whether names need their entry in front, because this side or the one that it is compared with has several entries
 */
export function namesOf(side: Side, several = side.entries.length > 1): Names {
  const exported = collectExports(side, several);
  const publicNames = new Map<ts.Symbol, Exported>();
  for (const each of exported.values()) if (!publicNames.has(each.symbol)) publicNames.set(each.symbol, each);
  const ids = new Map<ts.Symbol, string>();
  const byId = new Map<string, ts.Symbol>();
  const add = (symbol: ts.Symbol, wanted: string): void => {
    if (ids.has(symbol)) return;
    let id = wanted;
    for (let count = 2; byId.has(id); count++) id = `${wanted}~${count}`;
    ids.set(symbol, id);
    byId.set(id, symbol);
  };
  for (const [symbol, { path }] of publicNames) add(symbol, path.split('.').at(-1) === 'default' ? ownName(symbol) : path);
  for (const file of side.files) for (const symbol of declaredIn(file, side.checker)) add(symbol, symbol.name);
  const words = new Map([...byId].map(([id, symbol]) => [id.split('.').at(-1)!, symbol]));
  return { exported, publicNames, byWord: (word) => words.get(word), idOf: (symbol) => ids.get(symbol) ?? null, symbolOf: (id) => byId.get(id) };
}

function ownName(symbol: ts.Symbol): string {
  const named = symbol.declarations?.map(ts.getNameOfDeclaration).find((name) => name !== undefined && ts.isIdentifier(name));
  return named !== undefined && ts.isIdentifier(named) ? named.text : 'default';
}

function declaredIn(file: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node)) {
      const symbol = node.name === undefined ? undefined : checker.getSymbolAtLocation(node.name);
      if (symbol !== undefined) found.push(mergedSymbol(checker, symbol));
    } else if (ts.isModuleDeclaration(node) && node.body !== undefined) ts.forEachChild(node.body, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** The one symbol that stands for all merged declarations. */
export function mergedSymbol(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  const internal = checker as ts.TypeChecker & { getMergedSymbol(symbol: ts.Symbol): ts.Symbol };
  return internal.getMergedSymbol(internal.getExportSymbolOfSymbol(symbol));
}

/** What a name stands for once imports and re-exports are followed. */
export function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  const target = (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return mergedSymbol(checker, target);
}

function collectExports(side: Side, several: boolean): Map<string, Exported> {
  const found = new Map<string, Exported>();
  for (const { entry, module } of side.entries) {
    if (module === null) continue;
    const prefix = several && entry.name !== '.' ? `${entry.name}#` : '';
    const visit = (symbols: readonly ts.Symbol[], path: string, depth: number, within: ReadonlySet<ts.Symbol>): void => {
      for (const symbol of symbols) {
        const target = resolved(side.checker, symbol);
        const own = path + (symbol.name === 'export=' ? 'export=' : symbol.name);
        const one: Exported = { name: prefix + own, path: own, entry: entry.path, symbol: target, ...facesOf(side.checker, symbol, target) };
        if (!found.has(one.name)) found.set(one.name, one);
        if (one.namespace && depth < MAX_NAMESPACES && !within.has(target)) {
          visit(side.checker.getExportsOfModule(target), `${own}.`, depth + 1, new Set([...within, target]));
        }
      }
    };
    const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
    // The mark of transpiled modules is no part of what they offer.
    const offered = side.checker.getExportsOfModule(module).filter(({ name }) => name !== 'prototype' && name !== '__esModule');
    visit([...(whole === undefined ? [] : [whole]), ...offered], '', 0, new Set());
  }
  return found;
}

function facesOf(checker: ts.TypeChecker, symbol: ts.Symbol, target: ts.Symbol): Pick<Exported, 'value' | 'type' | 'namespace'> {
  const { flags } = target;
  const internal = checker as ts.TypeChecker & { getTypeOnlyAliasDeclaration(symbol: ts.Symbol): ts.Node | undefined };
  const typeOnly = (symbol.flags & ts.SymbolFlags.Alias) !== 0 && internal.getTypeOnlyAliasDeclaration(symbol) !== undefined;
  const unresolved = target.declarations === undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return {
    value: unresolved || (!typeOnly && (flags & ts.SymbolFlags.Value) !== 0),
    type: unresolved || (flags & ts.SymbolFlags.Type) !== 0,
    namespace: (flags & (ts.SymbolFlags.NamespaceModule | ts.SymbolFlags.ValueModule)) !== 0,
  };
}
