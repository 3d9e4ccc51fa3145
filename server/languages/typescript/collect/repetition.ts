/** Calls inside loops: those that do the same in every iteration, and those that search a list in every iteration. */
import type { CallFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, unwrap } from '../syntax.ts';
import type { Declared, Scopes } from '../scopes.ts';
import { bindingNames } from './exports.ts';
import type { LoopCollector } from './loops.ts';

/** Calls expensive enough to be worth moving out of a loop. */
const EXPENSIVE = new RegExp(
  '^(readFile(Sync)?|readJson(Sync)?|readdir(Sync)?|parse|RegExp|structuredClone|cloneDeep|querySelector(All)?|getElementById|'
  + String.raw`getElementsBy\w+|exec(File)?Sync|spawnSync|require|NumberFormat|DateTimeFormat|Collator|PluralRules|Segmenter|`
  + 'RelativeTimeFormat|ListFormat|TextDecoder|TextEncoder|fetch|findUnique|findFirst|findMany|findOne|findById|findByPk|findAll|'
  + 'query|createHash|scryptSync|pbkdf2Sync)$',
);
const SEARCHES = /^(includes|indexOf|lastIndexOf|find|findIndex|findLast|findLastIndex|filter|some|every)$/;
/** Always returns a list; `slice` and `concat` return text for text. */
const GIVES_LIST = /^(map|filter|flatMap|sort|toSorted|reverse|split|from|keys|values|entries|flat|readdirSync|matchAll)$/;

/** What a call in a loop repeats. */
export function repetitionOf(
  node: ts.CallExpression | ts.NewExpression, scopes: Scopes, loops: LoopCollector, loop: number,
): Pick<CallFact, 'invariant' | 'searches'> {
  const callee = unwrap(node.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (EXPENSIVE.test(name)) return !isKept(node) && isInvariant(node, loops.changing(loop)) ? { invariant: true } : {};
  if (!SEARCHES.test(name) || !ts.isPropertyAccessExpression(callee) || !ts.isCallExpression(node)) return {};
  const searches = searchedList(callee.expression, /^(includes|(last)?[iI]ndexOf)$/.test(name), node, scopes, loops, loop);
  return searches === null ? {} : { searches };
}

/** `pattern ??= new RegExp(…)`: created once, on first use. */
function isKept(node: ts.Node): boolean {
  let value = node;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAwaitExpression(value.parent) || ts.isAsExpression(value.parent)
    || ts.isConditionalExpression(value.parent)) value = value.parent;
  return ts.isBinaryExpression(value.parent) && value.parent.right === value
    && value.parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && value.parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}

/** Nothing it refers to changes in the loop, and nothing in it runs code that might change. */
function isInvariant(node: ts.Node, changing: ReadonlySet<string>): boolean {
  const varies = (each: ts.Node): boolean => {
    if (ts.isIdentifier(each)) return changing.has(each.text) && !isName(each);
    if (isFunctionNode(each) || each.kind === ts.SyntaxKind.ThisKeyword || ts.isTaggedTemplateExpression(each)) return true;
    if (each !== node && (ts.isCallExpression(each) || ts.isNewExpression(each)) && !isPure(each)) return true;
    return ts.forEachChild(each, varies) ?? false;
  };
  return !varies(node);
}

function isName(node: ts.Identifier): boolean {
  const parent = node.parent;
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
}

/** Same input, same result: joining a path, building a string, the parts of the expensive call itself. */
function isPure(node: ts.CallExpression | ts.NewExpression): boolean {
  const callee = unwrap(node.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  return EXPENSIVE.test(name)
    || /^(join|resolve|normalize|dirname|basename|stringify|toString|trim|replace|concat|String|URL|escapeRegExp|fileURLToPath|cwd)$/.test(name);
}

/** `list` or `unknown` for something from outside the loop that may be long. */
function searchedList(
  object: ts.Expression, textToo: boolean, call: ts.CallExpression, scopes: Scopes, loops: LoopCollector, loop: number,
): 'list' | 'unknown' | null {
  const inner = unwrap(object);
  if (!mentionsAny(call.arguments, loops.changing(loop))) return null;
  if (ts.isPropertyAccessExpression(inner)) {
    const root = rootOf(inner);
    return textToo || root === null || loops.changing(loop).has(root.text) || !looksForKey(call, loops.changing(loop)) ? null : 'unknown';
  }
  if (!ts.isIdentifier(inner)) return null;
  const declared = scopes.lookup(inner.text, inner);
  if (declared === null || isWithin(declared.node, loops.nodeOf(loop))) return null;
  const kind = listKind(declared);
  if (kind === 'fixed' || kind === 'other') return null;
  if (/^[A-Z][A-Z0-9_]+$/.test(inner.text)) return null;
  if (kind === 'list') return textToo || looksForKey(call, loops.changing(loop)) ? 'list' : null;
  return textToo || !looksForKey(call, loops.changing(loop)) || declared.kind === 'import' || declared.kind === 'class' ? null : 'unknown';
}

function rootOf(node: ts.Expression): ts.Identifier | null {
  let root = unwrap(node);
  while (ts.isPropertyAccessExpression(root)) root = unwrap(root.expression);
  return ts.isIdentifier(root) ? root : null;
}

/** `find((each) => each.id === id)`: what changes between iterations is compared with a part of the item, so a map would do. */
function looksForKey(call: ts.CallExpression, changing: ReadonlySet<string>): boolean {
  const given = call.arguments[0] && unwrap(call.arguments[0]);
  if (given === undefined || !ts.isArrowFunction(given) && !ts.isFunctionExpression(given)) return false;
  if (ts.isAwaitExpression(call.parent)) return false;
  const only = ts.isBlock(given.body) ? (given.body.statements.length === 1 ? given.body.statements[0]! : null) : given.body;
  const tested = only !== null && ts.isReturnStatement(only) ? only.expression : only as ts.Expression | null;
  const item = given.parameters[0]?.name;
  if (!tested || item === undefined) return false;
  const own = new Set(bindingNames(item).map((name) => name.text));
  const compares = (node: ts.Expression): boolean => {
    const inner = unwrap(node);
    if (!ts.isBinaryExpression(inner)) return false;
    const operator = inner.operatorToken.kind;
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken) return compares(inner.left) || compares(inner.right);
    if (operator !== ts.SyntaxKind.EqualsEqualsEqualsToken && operator !== ts.SyntaxKind.EqualsEqualsToken
      && operator !== ts.SyntaxKind.ExclamationEqualsEqualsToken) return false;
    const isKey = (key: ts.Expression, value: ts.Expression): boolean => mentionsAny([key], own) && !mentionsAny([value], own)
      && mentionsAny([value], changing);
    return isKey(inner.left, inner.right) || isKey(inner.right, inner.left);
  };
  return compares(tested);
}

function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end;
}

/** A list that may grow, one of fixed length, something else, or unknown. */
function listKind(declared: Declared): 'list' | 'fixed' | 'other' | 'unknown' {
  if ((declared.kind !== 'const' && declared.kind !== 'let' && declared.kind !== 'parameter') || declared.path.length > 0) return 'unknown';
  const { type, initializer } = declared.node;
  if (type !== undefined) return typeKind(type);
  return initializer === undefined ? 'unknown' : valueKind(unwrap(initializer));
}

function valueKind(value: ts.Expression): 'list' | 'fixed' | 'other' | 'unknown' {
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0 || value.elements.some(ts.isSpreadElement) ? 'list' : 'fixed';
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return 'other';
  if (ts.isNewExpression(value)) return ts.isIdentifier(value.expression) && value.expression.text === 'Array' ? 'list' : 'other';
  const callee = ts.isCallExpression(value) ? unwrap(value.expression) : null;
  if (callee === null || !ts.isPropertyAccessExpression(callee) || !GIVES_LIST.test(callee.name.text)) return 'unknown';
  return callee.name.text === 'from' && !(ts.isIdentifier(callee.expression) && callee.expression.text === 'Array') ? 'unknown' : 'list';
}

function typeKind(type: ts.TypeNode): 'list' | 'other' | 'unknown' {
  if (ts.isArrayTypeNode(type)) return 'list';
  if (ts.isTypeOperatorNode(type)) return typeKind(type.type);
  if (ts.isUnionTypeNode(type)) {
    const kinds = type.types.filter((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword && !ts.isLiteralTypeNode(each)).map(typeKind);
    return kinds.length > 0 && kinds.every((kind) => kind === 'list') ? 'list' : 'other';
  }
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return /^(Array|ReadonlyArray)$/.test(type.typeName.text) ? 'list' : 'unknown';
  return 'other';
}

function mentionsAny(nodes: readonly ts.Node[], names: ReadonlySet<string>): boolean {
  const search = (node: ts.Node): boolean => (ts.isIdentifier(node) && names.has(node.text) && !isName(node)) || (ts.forEachChild(node, search) ?? false);
  return nodes.some(search);
}
