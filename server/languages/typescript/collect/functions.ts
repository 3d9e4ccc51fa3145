/** Functions: signature, documentation, size and branching. */
import type { FunctionFact, FunctionKind, ParamFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { functionShape } from '../../kit/function-shape.ts';
import { ts, decoratorNames, hasModifier, isFunctionNode, nameText, type FunctionNode, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { documentationOf, toDocFact, type Documentation } from './docs.ts';
import type { Exported } from './exports.ts';
import type { CodeLines } from './lines.ts';
import { paramsInComments } from './param-comments.ts';

export interface FunctionCollector extends Collector {
  facts: FunctionFact[];
  /** Describes a function and returns its index. */
  enter(node: FunctionNode, at: Place, ownerPublic: boolean): number;
}

/** Describes functions: signature, documentation, size and branching. */
export function functionCollector(source: Source, values: Values, exported: Exported, lines: CodeLines): FunctionCollector {
  const facts: FunctionFact[] = [];
  const shape = functionShape<ts.Node>(facts, lines, { startOf: (node) => node.getStart(source.file), keywordSpan: (node) => keywordSpan(source, node) });
  const branch = (_node: never, at: Place): void => shape.branch(at);
  const data = shape.data as (node: never, at: Place) => void;
  const nestAndBranch = (node: never, at: Place): void => {
    shape.branch(at);
    const statement: ts.Node = node;
    // `else if` is another branch at the same depth.
    if (!(ts.isIfStatement(statement) && ts.isIfStatement(statement.parent) && statement.parent.elseStatement === statement)) shape.nest(statement, at);
  };

  return {
    facts,
    enter(node, at, ownerPublic) {
      const fact = describe(node, at, ownerPublic);
      const holder = facts[at.function];
      if (holder && shape.isInData(node, at) && fact.codeLines > 2) holder.dataLines -= fact.codeLines;
      facts.push(fact);
      return facts.length - 1;
    },
    on: {
      [ts.SyntaxKind.IfStatement]: nestAndBranch,
      [ts.SyntaxKind.ForStatement]: nestAndBranch,
      [ts.SyntaxKind.ForOfStatement]: nestAndBranch,
      [ts.SyntaxKind.ForInStatement]: nestAndBranch,
      [ts.SyntaxKind.WhileStatement]: nestAndBranch,
      [ts.SyntaxKind.DoStatement]: nestAndBranch,
      [ts.SyntaxKind.ObjectLiteralExpression]: data,
      [ts.SyntaxKind.ArrayLiteralExpression]: data,
      [ts.SyntaxKind.JsxElement]: data,
      [ts.SyntaxKind.JsxSelfClosingElement]: data,
      [ts.SyntaxKind.JsxFragment]: data,
      [ts.SyntaxKind.TemplateExpression]: data,
      [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: data,
      [ts.SyntaxKind.SwitchStatement]: (node: ts.SwitchStatement, at: Place) => {
        shape.nest(node, at);
        const fact = facts[at.function];
        const { clauses } = node.caseBlock;
        // A case without statements only adds a value to the next one.
        const listed = clauses.every(isFlatClause)
          ? clauses.filter(ts.isCaseClause).length - 1
          : clauses.filter((each, at) => each.statements.length === 0 && at + 1 < clauses.length).length;
        if (fact) fact.flatBranches += Math.max(0, listed);
      },
      [ts.SyntaxKind.CaseClause]: branch,
      [ts.SyntaxKind.CatchClause]: branch,
      [ts.SyntaxKind.ConditionalExpression]: branch,
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression, at: Place) => {
        const operator = node.operatorToken.kind;
        if (operator !== ts.SyntaxKind.AmpersandAmpersandToken && operator !== ts.SyntaxKind.BarBarToken
          && operator !== ts.SyntaxKind.QuestionQuestionToken) return;
        shape.branch(at);
        const fact = facts[at.function];
        if (fact && (operator === ts.SyntaxKind.QuestionQuestionToken || continuesCondition(node))) fact.flatBranches++;
      },
      [ts.SyntaxKind.ReturnStatement]: (node: ts.ReturnStatement, at: Place) => {
        const fact = facts[at.function];
        if (fact && node.expression) fact.returnsValue = true;
      },
      [ts.SyntaxKind.ThrowStatement]: (node: ts.ThrowStatement, at: Place) => {
        const fact = facts[at.function];
        if (fact && !at.guarded && ts.isNewExpression(node.expression)) {
          const name = source.shorten(node.expression.expression, 60);
          if (!fact.throws.includes(name)) fact.throws.push(name);
        }
      },
    },
  };

  function describe(node: FunctionNode, at: Place, ownerPublic: boolean): FunctionFact {
    const { name, nameNode, holder } = nameOf(source, node);
    const documentation = documentationOf(source, holder);
    const visibility = visibilityOf(node);
    const body = node.body ?? null;
    const expressionBody = body !== null && !ts.isBlock(body);
    const overload = overloadOf(node);
    return {
      name,
      kind: kindOf(node),
      owner: at.class,
      parent: at.function,
      span: source.span(node),
      nameSpan: nameNode ? source.span(nameNode) : keywordSpan(source, node),
      bodySpan: body ? source.span(body) : null,
      public: isPublic(node, holder, name, at, ownerPublic, visibility),
      visibility,
      async: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
      generator: 'asteriskToken' in node && node.asteriskToken !== undefined,
      static: hasModifier(node, ts.SyntaxKind.StaticKeyword),
      abstract: hasModifier(node, ts.SyntaxKind.AbstractKeyword),
      overrides: hasModifier(node, ts.SyntaxKind.OverrideKeyword),
      contextuallyTyped: isContextuallyTyped(node) || (documentation?.type ?? null) !== null,
      overload,
      params: node.parameters.filter((each) => !(ts.isIdentifier(each.name) && each.name.text === 'this'))
        .map((each, index) => describeParam(each, index, documentation)),
      ...paramsInComments(source, node),
      ...(documentation !== null && body && readsArguments(source, node, body) ? { readsArguments: true as const } : {}),
      returnType: node.type ? source.shorten(node.type) : documentation?.returnType ?? null,
      returnsValue: expressionBody,
      doc: toDocFact(documentation) ?? (overload === 'none' ? null : docOfFirst(name, at)),
      decorators: decoratorNames(source, node),
      complexity: 1,
      flatBranches: 0,
      nesting: 0,
      nestingSpan: nameNode ? source.span(nameNode) : keywordSpan(source, node),
      codeLines: body ? lines.between(body.getStart(source.file), body.end) : 0,
      dataLines: 0,
      throws: [],
    };
  }

  /** Documentation of the first of several overloads applies to all. */
  function docOfFirst(name: string, at: Place): FunctionFact['doc'] {
    const before = facts.at(-1);
    return before?.name === name && before.owner === at.class && before.overload === 'signature' ? before.doc : null;
  }

  function describeParam(node: ts.ParameterDeclaration, index: number, documentation: Documentation | null): ParamFact {
    const name = ts.isIdentifier(node.name) ? node.name.text : '';
    // A destructured parameter has no name of its own and is identified by its position.
    const documented = name === '' ? documentation?.params.filter((each) => !each.includes('.'))[index] ?? '' : name;
    return {
      name: name === '' ? source.shorten(node.name, 60) : name,
      span: source.span(node.name),
      type: node.type ? source.shorten(node.type) : documentation?.paramTypes.get(documented) ?? null,
      optional: node.questionToken !== undefined,
      rest: node.dotDotDotToken !== undefined,
      pattern: !ts.isIdentifier(node.name),
      default: node.initializer ? values.describe(node.initializer, 0) : null,
      property: ts.isParameterPropertyDeclaration(node, node.parent),
    };
  }

  function isPublic(node: FunctionNode, holder: ts.Node, name: string, at: Place, ownerPublic: boolean, visibility: FunctionFact['visibility']): boolean {
    if (ts.isClassElement(node)) return ownerPublic && visibility === 'public';
    if (at.function !== -1 || at.class !== -1) return false;
    if (ts.isFunctionDeclaration(node)) return hasModifier(node, ts.SyntaxKind.ExportKeyword) || exported.locals.has(name);
    if (ts.isExportAssignment(node.parent)) return true;
    // A property may have the name of an export and be unrelated.
    const exportedByName = !ts.isPropertyAssignment(holder) && exported.locals.has(name);
    return holder !== node && (exportedByName || isCommonJsExport(source, node));
  }
}

/** One statement that leaves, or one followed by `break`: a line of a table. */
function isFlatClause(clause: ts.CaseOrDefaultClause): boolean {
  const [only] = clause.statements;
  const statements = clause.statements.length === 1 && ts.isBlock(only!) ? only.statements : clause.statements;
  return statements.length <= 2 && statements.every((each) => ts.isReturnStatement(each) || ts.isBreakStatement(each)
    || ts.isExpressionStatement(each) || ts.isThrowStatement(each) || ts.isContinueStatement(each));
}

/** Part of a longer condition with the same operator: `a || b || c` is one decision. */
function continuesCondition(node: ts.BinaryExpression): boolean {
  let parent: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === node.operatorToken.kind;
}

/** Name of a function, the node that holds it, and the statement or member that its comment precedes. */
function nameOf(source: Source, node: FunctionNode): { name: string; nameNode: ts.Node | undefined; holder: ts.Node } {
  if (ts.isConstructorDeclaration(node)) return { name: 'constructor', nameNode: undefined, holder: node };
  if (node.name && !ts.isFunctionExpression(node)) return { name: nameText(source, node.name), nameNode: node.name, holder: node };
  if (ts.isFunctionDeclaration(node)) return { name: '', nameNode: undefined, holder: node };
  let value: ts.Node = node;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) value = value.parent;
  const parent = value.parent;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    return { name: nameText(source, parent.name), nameNode: parent.name, holder: parent.parent.parent };
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return { name: nameText(source, parent.name), nameNode: parent.name, holder: parent };
  if (ts.isBinaryExpression(parent) && parent.right === value && ts.isPropertyAccessExpression(parent.left)) {
    return { name: parent.left.name.text, nameNode: parent.left, holder: statementAround(parent) };
  }
  if (ts.isFunctionExpression(node) && node.name) return { name: node.name.text, nameNode: node.name, holder: node };
  return { name: '', nameNode: undefined, holder: ts.isExportAssignment(parent) ? parent : node };
}

/** The statement that contains an assignment, including one inside another: `const a = (exports.a = …)`, `a = b = …`. */
export function statementAround(assignment: ts.Node): ts.Node {
  let node = assignment.parent;
  while (ts.isParenthesizedExpression(node) || ts.isBinaryExpression(node) || ts.isVariableDeclaration(node) || ts.isVariableDeclarationList(node))
    node = node.parent;
  return node;
}

function kindOf(node: FunctionNode): FunctionKind {
  switch (node.kind) {
    case ts.SyntaxKind.MethodDeclaration: return 'method';
    case ts.SyntaxKind.Constructor: return 'constructor';
    case ts.SyntaxKind.GetAccessor: return 'getter';
    case ts.SyntaxKind.SetAccessor: return 'setter';
    case ts.SyntaxKind.ArrowFunction: return 'arrow';
    case ts.SyntaxKind.FunctionExpression: return 'function-expression';
    default: return 'function';
  }
}

/** Who may use a member, by its modifier or its name. */
export function visibilityOf(node: ts.Node): 'public' | 'protected' | 'private' {
  if (hasModifier(node, ts.SyntaxKind.PrivateKeyword)) return 'private';
  if (hasModifier(node, ts.SyntaxKind.ProtectedKeyword)) return 'protected';
  const name = (node as { name?: ts.Node }).name;
  return name !== undefined && (ts.isPrivateIdentifier(name) || (ts.isIdentifier(name) && name.text.startsWith('_'))) ? 'private' : 'public';
}

/** Whether a function belongs to a list of overloads, and as which part. */
export function overloadOf(node: FunctionNode): FunctionFact['overload'] {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node) && !ts.isConstructorDeclaration(node)) return 'none';
  const siblings: readonly ts.Node[] = ts.isClassLike(node.parent) ? node.parent.members
    : 'statements' in node.parent ? (node.parent as ts.Block).statements
    : [];
  const name = (each: ts.Node): string => (ts.isConstructorDeclaration(each) ? 'constructor' : (each as { name?: ts.Identifier }).name?.text ?? '');
  const position = siblings.indexOf(node);
  const same = (other: ts.Node | undefined): boolean => other !== undefined && other.kind === node.kind && name(other) === name(node);
  if (node.body === undefined) return same(siblings[position + 1]) || same(siblings[position - 1]) ? 'signature' : 'none';
  const before = siblings[position - 1];
  return same(before) && (before as FunctionNode).body === undefined ? 'implementation' : 'none';
}

/** The context provides its types, so writing them again would be noise. */
function isContextuallyTyped(node: FunctionNode): boolean {
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) {
    return ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent);
  }
  let value: ts.Node = node;
  while (ts.isParenthesizedExpression(value.parent)) value = value.parent;
  const parent = value.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.type !== undefined;
  if (ts.isExportAssignment(parent)) return false;
  if (ts.isBinaryExpression(parent)) return !ts.isPropertyAccessExpression(parent.left) || !/^(module\.)?exports\b/.test(parent.left.getText());
  return true;
}

function isCommonJsExport(source: Source, node: ts.Node): boolean {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.right === node && /^(module\.)?exports(\.|$)/.test(source.shorten(parent.left, 60));
}

/** The first keyword of a node, such as `if`, `for`, `function`; the first character when there is none, as for `=>`. */
export function keywordSpan(source: Source, node: ts.Node): Span {
  if (ts.isArrowFunction(node)) return source.span(node.equalsGreaterThanToken);
  const start = node.getStart(source.file);
  const word = /^[\w$]+/.exec(source.text.slice(start, start + 40))?.[0].length ?? 1;
  return source.spanBetween(start, start + word);
}

/** The function that contains a node, or undefined at module level. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  for (let current = node.parent; current !== undefined; current = current.parent) if (isFunctionNode(current)) return current;
  return undefined;
}

/** An arrow function reads those of the function around it. */
function readsArguments(source: Source, node: FunctionNode, body: ts.Node): boolean {
  return !ts.isArrowFunction(node) && /\barguments\b/.test(source.text.slice(body.pos, body.end));
}
