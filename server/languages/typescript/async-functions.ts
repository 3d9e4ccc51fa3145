/** Which function a call is of, where the file leaves no doubt, and whether it is asynchronous. */
import { escapePattern } from '../../text/escape-pattern.ts';
import type { Scopes } from './scopes.ts';
import { ts, hasModifier, isFunctionNode, nameText, unwrap, type FunctionNode, type Source } from './syntax.ts';

export interface AsyncFunctions {
  /** @returns the asynchronous function of this file that is called for certain, or null */
  calledBy(call: ts.CallExpression): FunctionNode | null;
  /** @returns the import by which another file of the project gives the function that is called, or null */
  importedBy(call: ts.CallExpression): { specifier: string; imported: string } | null;
  /** @returns the asynchronous functions of the top level, by name; `default` for an exported one without a name */
  ofTopLevel(): [name: string, fn: FunctionNode][];
}

/** Bases of a class that are followed. */
const MOST_BASES = 5;

/** @param source a file @param scopes of its names */
export function asyncFunctions(source: Source, scopes: Scopes): AsyncFunctions {
  const written = new Map<string, boolean>();
  const members = new Map<ts.ClassLikeDeclaration, Map<string, ts.ClassElement | null>>();
  const hasAny = /\basync\b/.test(source.text);

  return {
    calledBy(call) {
      if (!hasAny) return null;
      const callee = unwrap(call.expression);
      const fn = ts.isIdentifier(callee) ? declaredFunction(callee) : ts.isPropertyAccessExpression(callee) ? ownMethod(callee) : null;
      return fn !== null && isAsync(fn) ? fn : null;
    },
    importedBy(call) {
      const callee = unwrap(call.expression);
      const declared = ts.isIdentifier(callee) ? scopes.lookup(callee.text, callee) : null;
      if (declared?.kind !== 'import' || declared.imported === '*' || declared.imported.includes('.')) return null;
      return { specifier: declared.specifier, imported: declared.imported };
    },
    ofTopLevel() {
      if (!hasAny) return [];
      return source.file.statements.flatMap(functionsOf).filter(([name, fn]) => isAsync(fn) && !(ts.isFunctionDeclaration(fn) && isWritten(name)));
    },
  };

  function declaredFunction(name: ts.Identifier): FunctionNode | null {
    const declared = scopes.lookup(name.text, name);
    if (declared?.kind === 'function') return ts.isFunctionDeclaration(declared.node) && !isWritten(name.text) ? declared.node : null;
    if (declared?.kind !== 'const' || declared.path.length > 0 || declared.node.initializer === undefined) return null;
    return functionIn(declared.node.initializer);
  }

  /** `this.save()`, where the class itself, or a base class in this file, declares it once. */
  function ownMethod(callee: ts.PropertyAccessExpression): FunctionNode | null {
    if (callee.expression.kind !== ts.SyntaxKind.ThisKeyword) return null;
    const within = memberAround(callee);
    if (within === null) return null;
    const isStatic = hasModifier(within, ts.SyntaxKind.StaticKeyword);
    let owner: ts.Node | undefined = within.parent;
    for (let steps = 0; owner !== undefined && ts.isClassLike(owner) && steps < MOST_BASES; steps++) {
      const found = membersOf(owner).get(`${isStatic ? 'static ' : ''}${callee.name.text}`);
      if (found !== undefined) return found === null || isWritten(`this.${callee.name.text}`) ? null : methodIn(found);
      owner = baseOf(owner);
    }
    return null;
  }

  function baseOf(owner: ts.ClassLikeDeclaration): ts.Node | undefined {
    const base = owner.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
    const declared = base !== undefined && ts.isIdentifier(base) ? scopes.lookup(base.text, base) : null;
    return declared?.kind === 'class' ? declared.node : undefined;
  }

  /** Null for a name that is declared twice, such as an accessor. */
  function membersOf(owner: ts.ClassLikeDeclaration): Map<string, ts.ClassElement | null> {
    let table = members.get(owner);
    if (table !== undefined) return table;
    members.set(owner, (table = new Map<string, ts.ClassElement | null>()));
    for (const member of owner.members) {
      // An overload has no body and says nothing that the implementation does not.
      if (member.name === undefined || (ts.isMethodDeclaration(member) && member.body === undefined)) continue;
      const key = `${hasModifier(member, ts.SyntaxKind.StaticKeyword) ? 'static ' : ''}${nameText(source, member.name)}`;
      table.set(key, table.has(key) ? null : member);
    }
    return table;
  }

  /** The name is given another value somewhere. */
  function isWritten(name: string): boolean {
    let answer = written.get(name);
    if (answer === undefined) written.set(name, (answer = new RegExp(String.raw`(?<![\w$.])${escapePattern(name)}\s*=(?![=>])`).test(source.text)));
    return answer;
  }
}

/** Calling it only makes a promise. */
function isAsync(fn: FunctionNode): boolean {
  return hasModifier(fn, ts.SyntaxKind.AsyncKeyword) && fn.asteriskToken === undefined && fn.body !== undefined;
}

/** What a statement declares. */
function functionsOf(statement: ts.Statement): [name: string, fn: FunctionNode][] {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', statement]];
  if (ts.isExportAssignment(statement)) {
    const fn = functionIn(statement.expression);
    return fn === null ? [] : [['default', fn]];
  }
  if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }): [string, FunctionNode][] => {
    const fn = initializer === undefined ? null : functionIn(initializer);
    return fn !== null && ts.isIdentifier(name) ? [[name.text, fn]] : [];
  });
}

function functionIn(value: ts.Expression): FunctionNode | null {
  const inner = unwrap(value);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner) ? inner : null;
}

/** What a decorator does to a method, nobody knows. */
function methodIn(member: ts.ClassElement): FunctionNode | null {
  if (ts.canHaveDecorators(member) && (ts.getDecorators(member) ?? []).length > 0) return null;
  if (ts.isMethodDeclaration(member)) return member;
  return ts.isPropertyDeclaration(member) && member.initializer !== undefined ? functionIn(member.initializer) : null;
}

/** The member of a class whose `this` is meant: only arrow functions lie between. */
function memberAround(node: ts.Node): ts.ClassElement | null {
  for (let inner: ts.Node = node; inner.parent !== undefined; inner = inner.parent) {
    if (ts.isClassElement(inner) && ts.isClassLike(inner.parent)) return inner;
    if (isFunctionNode(inner) && !ts.isArrowFunction(inner)) return null;
  }
  return null;
}
