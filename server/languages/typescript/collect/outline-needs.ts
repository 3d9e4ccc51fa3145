/** What a piece of code needs from its module and from others: names, members, literals that may name files. */
import { CALLS_AT_ONCE, WORD, joinedNeeds, literalNeeds, type NeedSet } from '../../kit/needs.ts';
import { requiredBy } from './imports.ts';
import type { Scopes } from '../scopes.ts';
import { ts, isFunctionNode } from '../syntax.ts';

const READS_FOLDER = /^(readdir(Sync)?|glob(Sync|by|bySync)?|opendir(Sync)?|walk(Sync)?|fdir|tinyglobby|scandir)$/;
const STARTS = /^(exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|execa|execaSync|execaNode|execaCommand|Worker|\$|x)$/;
const JOINS = /^(join|resolve|URL|pathToFileURL|joinURL)$/;

/** How a piece of code is reached. */
export interface Reached {
  /** While the module loads. */
  loading: boolean;
  /** Inside of a function that is only handed over or kept. */
  deferred: boolean;
  /** Functions of the module or imported that receive it; when one of them calls it, it runs after all. */
  handed: readonly string[];
}

export interface NeedReader {
  read(node: ts.Node, into: NeedSet, reached: Reached): void;
}

/**
 * @param bound names that the top level declares or imports
 * @param scopes tell where a function has a parameter or variable of such a name
 * @param decorated types are needed too: decorators may read them at run time
 */
export function needReader(bound: ReadonlySet<string>, scopes: Scopes, decorated = false): NeedReader {
  return {
    read(node, into, reached) {
      visit(node, into, reached);
    },
  };

  function visit(node: ts.Node, into: NeedSet, reached: Reached): void {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return typeNames(node, into);
    if (isFunctionNode(node)) return enter(node, into, reached);
    switch (node.kind) {
      case ts.SyntaxKind.TypeParameter: case ts.SyntaxKind.InterfaceDeclaration: case ts.SyntaxKind.TypeAliasDeclaration: return typeNames(node, into);
      case ts.SyntaxKind.Identifier: return isNameOnly(node as ts.Identifier) ? undefined : note(node as ts.Identifier, '', into, reached, false);
      case ts.SyntaxKind.PropertyAccessExpression: return access(node as ts.PropertyAccessExpression, into, reached, false);
      case ts.SyntaxKind.ElementAccessExpression: {
        const { expression, argumentExpression } = node as ts.ElementAccessExpression;
        const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
        const isWritten = ts.isStringLiteralLike(argumentExpression);
        if (isCalled && !isWritten && isOwn(expression)) into.uses.add('?member');
        visit(expression, into, reached);
        if (isWritten && WORD.test(argumentExpression.text)) member(argumentExpression.text, into, reached, isCalled);
        return visit(argumentExpression, into, reached);
      }
      case ts.SyntaxKind.CallExpression: case ts.SyntaxKind.NewExpression: return call(node as ts.CallExpression, into, reached);
      case ts.SyntaxKind.TaggedTemplateExpression: {
        callee((node as ts.TaggedTemplateExpression).tag, into, reached);
        return visit((node as ts.TaggedTemplateExpression).template, into, reached);
      }
      case ts.SyntaxKind.StringLiteral: case ts.SyntaxKind.NoSubstitutionTemplateLiteral: return literal((node as ts.StringLiteralLike).text, into, reached);
      case ts.SyntaxKind.TemplateHead: case ts.SyntaxKind.TemplateMiddle: case ts.SyntaxKind.TemplateTail: return piece(node as ts.TemplateHead, into, reached);
      case ts.SyntaxKind.BindingElement: {
        const { name, propertyName } = node as ts.BindingElement;
        const key = propertyName ?? name;
        if (ts.isIdentifier(key)) member(key.text, into, reached, false);
        break;
      }
      case ts.SyntaxKind.JsxOpeningElement: case ts.SyntaxKind.JsxSelfClosingElement: {
        const { tagName } = node as ts.JsxOpeningElement;
        callee(tagName, into, reached);
        ts.forEachChild(node, (child) => (child === tagName ? undefined : visit(child, into, reached)));
        return;
      }
      default:
    }
    ts.forEachChild(node, (child) => visit(child, into, reached));
  }

  /** An object whose methods the module declares. */
  function isOwn(node: ts.Expression): boolean {
    return node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && (bound.has(node.text) || /^(_?this|self|that)$/.test(node.text)));
  }

  function enter(node: ts.Node, into: NeedSet, reached: Reached): void {
    for (const callee of reached.handed) if (reached.loading) into.runs.add(`${callee}>@`);
    ts.forEachChild(node, (child) => visit(child, into, { ...reached, deferred: true }));
  }

  /** A function that is called where it is written, or by something that calls at once. */
  function enterNow(node: ts.Node, into: NeedSet, reached: Reached): void {
    if (reached.loading && !reached.deferred) into.runs.add('@');
    ts.forEachChild(node, (child) => visit(child, into, reached));
  }

  /** @param rest of a name that begins with the identifier */
  function note(root: ts.Identifier, rest: string, into: NeedSet, reached: Reached, called: boolean): void {
    if (isTopLevel(root)) need(`${root.text}${rest}`, into, reached, called);
  }

  function isTopLevel(name: ts.Identifier): boolean {
    if (!bound.has(name.text)) return false;
    const declared = scopes.lookup(name.text, name);
    return declared === null || declared.kind === 'import' || !isInFunction(declared.node);
  }

  /** A member of something that the top level does not name. */
  function member(name: string, into: NeedSet, reached: Reached, called: boolean): void {
    need(`.${name}`, into, reached, called);
  }

  /** @param called it is called here, not only handed on */
  function need(name: string, into: NeedSet, { loading, deferred, handed }: Reached, called: boolean): void {
    into.uses.add(name);
    if (!loading) return;
    if (!deferred && (called || handed.length === 0)) into.runs.add(name);
    else for (const callee of handed) into.runs.add(`${callee}>${name}`);
  }

  function access(node: ts.PropertyAccessExpression, into: NeedSet, reached: Reached, called: boolean): void {
    const inner = node.expression;
    if (ts.isIdentifier(inner) && isTopLevel(inner)) return note(inner, `.${node.name.text}`, into, reached, called);
    member(node.name.text, into, reached, called);
    visit(inner, into, reached);
  }

  function callee(node: ts.Node, into: NeedSet, reached: Reached): void {
    if (ts.isParenthesizedExpression(node)) return callee(node.expression, into, reached);
    if (ts.isIdentifier(node)) return note(node, '', into, reached, true);
    if (ts.isPropertyAccessExpression(node)) return access(node, into, reached, true);
    if (isFunctionNode(node)) return enterNow(node, into, reached);
    visit(node, into, reached);
  }

  function call(node: ts.CallExpression | ts.NewExpression, into: NeedSet, reached: Reached): void {
    const name = calleeName(node.expression);
    const args = node.arguments ?? [];
    const first = args[0];
    const last = name.split('.').at(-1)!;
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword || name === 'require') {
      if (first === undefined || !ts.isStringLiteralLike(first)) into.uses.add('?import');
      else {
        into.uses.add(`<${first.text}`);
        // Where its names are bound, their uses tell which are needed.
        if (!ts.isCallExpression(node) || !ts.isVariableDeclaration(requiredBy(node).holder)) into.uses.add(`"${first.text}`);
        return;
      }
    }
    if (READS_FOLDER.test(last)) into.uses.add('?list');
    const starts = STARTS.test(last);
    if (starts) into.uses.add('?start');
    if (JOINS.test(last)) joined(args, into);
    callee(node.expression, into, reached);
    // In a function that is itself handed over or kept, nothing is called unless that function is.
    const isHandedOn = !reached.deferred && bound.has(name.split('.', 1)[0]!);
    const handed = isHandedOn ? [...reached.handed, name] : reached.handed;
    for (const each of args) {
      if (starts) commands(each, into);
      if (CALLS_AT_ONCE.has(last) && isFunctionNode(each)) enterNow(each, into, reached);
      else if (CALLS_AT_ONCE.has(last)) visit(each, into, reached);
      // What an unknown package is handed is kept by it, but what is handed is not called here either.
      else visit(each, into, handed.length === 0 && reached.loading && !reached.deferred ? { ...reached, handed: ['?'] } : { ...reached, handed });
    }
    node.typeArguments?.forEach((each) => typeNames(each, into));
  }

  function literal(text: string, into: NeedSet, { loading, deferred, handed }: Reached): void {
    for (const need of literalNeeds(text)) {
      into.uses.add(need);
      if (!loading || !need.startsWith('.')) continue;
      for (const before of deferred ? handed.map((callee) => `${callee}>`) : ['']) into.runs.add(`${before}'${need.slice(1)}`);
    }
  }

  function piece(node: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail, into: NeedSet, reached: Reached): void {
    const text = node.text.replace(/^[\s/]+/, '');
    if (node.kind === ts.SyntaxKind.TemplateHead && /\/[^\s/]*$/.test(text)) return literal(`${text}*`, into, reached);
    literal(text, into, reached);
  }

  function joined(args: readonly ts.Node[], into: NeedSet): void {
    const pieces = args.flatMap((each) => (ts.isStringLiteralLike(each) ? [each.text] : []));
    for (const need of joinedNeeds(pieces)) into.uses.add(need);
  }

  function commands(node: ts.Node, into: NeedSet): void {
    if (ts.isStringLiteralLike(node)) for (const need of literalNeeds(node.text, true)) into.uses.add(need);
    if (ts.isArrayLiteralExpression(node)) for (const each of node.elements) commands(each, into);
  }

  function typeNames(node: ts.Node, into: NeedSet): void {
    if (ts.isIdentifier(node) && bound.has(node.text)) (decorated ? into.uses : into.types).add(node.text);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      into.types.add(`"${node.argument.literal.text}`);
    ts.forEachChild(node, (child) => typeNames(child, into));
  }
}

function isInFunction(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (isFunctionNode(at)) return true;
  return false;
}

/** `a.b.c`, from the first identifier of the chain; empty for what has none. */
function calleeName(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) {
    const inner = ts.isIdentifier(node.expression) ? node.expression.text : '';
    return `${inner}.${node.name.text}`;
  }
  return ts.isParenthesizedExpression(node) ? calleeName(node.expression) : '';
}

/** The identifier names a property, a parameter or a local: it refers to nothing at the top level. */
function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isEnumMember(parent)
    || ts.isGetAccessor(parent) || ts.isSetAccessor(parent) || ts.isJsxAttribute(parent)) return parent.name === node;
  if (ts.isParameter(parent) || ts.isVariableDeclaration(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.name === node || parent.propertyName === node;
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent) || ts.isPropertySignature(parent) || ts.isMetaProperty(parent);
}
