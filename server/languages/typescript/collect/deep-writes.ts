/** Functions that write into objects within objects under keys that they were given: recursive merges, and values set by a path. */
import type { DeepWriteFact } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { ts, isFunctionNode, nameText, unwrap, type FunctionNode, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';

export interface DeepWriteCollector extends Collector {
  deepWrites: DeepWriteFact[];
}

/** Names the keys that lead to a prototype, or an object without one. */
const GUARDS =
  /__proto__|['"`](prototype|constructor)['"`]|Object\.create\(null\)|new Map\b|un_?safe|is_?safe|danger|forbid|pollut|allowed|reserved|blocked|isProto/i;
/** Counts, so that it leads to no prototype. */
const COUNTS = /^(i|j|k|n|x|y|idx|index|\w+(Index|Idx|Count))$/;
/** A longer function does more than to merge, and its text is not searched. */
const LONGEST = 6000;

/** Records at most one for each function. */
export function deepWriteCollector(source: Source, values: Values): DeepWriteCollector {
  const deepWrites: DeepWriteFact[] = [];
  const done = new Set<FunctionNode>();
  const texts = new Map<FunctionNode, string | null>();

  const add = (holder: FunctionNode, kind: 'merge' | 'path', node: ts.Node, at: Place, given: string): void => {
    if (done.has(holder)) return;
    done.add(holder);
    deepWrites.push({ kind, name: nameOf(source, holder), span: source.span(node), function: at.function, given, key: null });
  };

  return {
    deepWrites,
    on: {
      [ts.SyntaxKind.BinaryExpression]: (node: ts.BinaryExpression, at: Place) => {
        if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
        const left = unwrap(node.left);
        if (ts.isIdentifier(left)) stepsInto(left, node, at);
        else if (ts.isElementAccessExpression(left) && !isFixed(left.argumentExpression)) {
          const object = unwrap(left.expression);
          if (ts.isIdentifier(object) && ts.isIdentifier(left.argumentExpression)) merges(object.text, left.argumentExpression.text, node, at);
          else if (ts.isElementAccessExpression(object) && !isFixed(object.argumentExpression)) writesTwice(object, node, at);
        }
      },
    },
  };

  /** `target[req.body.a][req.body.b] = value` */
  function writesTwice(object: ts.ElementAccessExpression, node: ts.BinaryExpression, at: Place): void {
    const key = values.describe(object.argumentExpression);
    if (key.origins.some(({ kind }) => kind === 'request'))
      deepWrites.push({ kind: 'keys', name: source.shorten(node.left, 60), span: source.span(node.left), function: at.function, given: '', key });
  }

  /** `target[key] = …` in a loop over the keys of another parameter, and `merge(target[key], …)`. */
  function merges(target: string, key: string, node: ts.BinaryExpression, at: Place): void {
    const holder = holderOf(node, target);
    const name = holder === null ? '' : nameOf(source, holder);
    if (holder === null || name === '' || done.has(holder)) return;
    const text = textOf(holder);
    if (text === null) return;
    const [k, t] = [escapePattern(key), escapePattern(target)];
    const over = new RegExp(String.raw`for\s*\(\s*(?:const|let|var)?\s*\[?\s*${k}\b[^()]*?\s(?:in|of)\s+(?:Object\.(?:keys|entries)\(\s*)?([\w$]+)`).exec(text)
      ?? new RegExp(String.raw`Object\.(?:keys|entries)\(\s*([\w$]+)\s*\)\s*\.forEach\(\s*(?:function\s*)?\(?\s*\[?\s*${k}\b`).exec(text);
    if (over === null) return;
    const recurses = new RegExp(String.raw`(?<![\w$])${escapePattern(name)}\((?:[^()]*,)?\s*${t}\[\s*${k}\s*\]`).test(text);
    const isOwnChecked = new RegExp(String.raw`[hH]asOwn(?:Property)?(?:\.call)?\(\s*${t}\b|${t}\.hasOwnProperty`).test(text);
    const given = over[1];
    if (given === undefined || given === target || !recurses || isOwnChecked || !paramsOf(holder).includes(given)) return;
    add(holder, 'merge', node, at, given);
  }

  /** `current = current[key]` in a loop, and `current[last] = value` behind it. */
  function stepsInto(current: ts.Identifier, node: ts.BinaryExpression, at: Place): void {
    let read = unwrap(node.right);
    while (ts.isBinaryExpression(read)) read = unwrap(read.left);
    if (!ts.isElementAccessExpression(read) || isFixed(read.argumentExpression) || at.loop === -1) return;
    const object = unwrap(read.expression);
    if (!ts.isIdentifier(object) || object.text !== current.text) return;
    let holder = enclosing(node);
    while (holder !== null && nameOf(source, holder) === '') holder = enclosing(holder);
    const text = holder === null ? null : textOf(holder);
    if (holder === null || text === null || done.has(holder)) return;
    const params = paramsOf(holder);
    const written = [...text.matchAll(new RegExp(String.raw`(?<![\w$])${escapePattern(current.text)}\[[^\]=]+\]?!?\]\s*=(?!=)\s*([\w$]+)\s*[;,)}\n]`, 'g'))];
    const isTaken = (each: string): boolean => new RegExp(String.raw`(?<![\w$])${escapePattern(each)}(\.split\(|\.slice\(|\.shift\(|\[)`).test(text);
    const given = params.find((each) => each !== current.text && isTaken(each));
    if (given !== undefined && written.some(([, value]) => params.includes(value!) && value !== given)) add(holder, 'path', node, at, given);
  }

  /** Null for a function that is too long or guards its keys. */
  function textOf(holder: FunctionNode): string | null {
    let text = texts.get(holder);
    if (text === undefined) {
      const whole = holder.end - holder.pos > LONGEST ? null : source.text.slice(holder.pos, holder.end);
      text = whole === null || GUARDS.test(whole) ? null : whole;
      texts.set(holder, text);
    }
    return text;
  }
}

/** A literal, a number, or what counts. */
function isFixed(key: ts.Expression): boolean {
  const inner = unwrap(key);
  if (ts.isIdentifier(inner)) return COUNTS.test(inner.text);
  if (ts.isBinaryExpression(inner)) return inner.operatorToken.kind !== ts.SyntaxKind.PlusToken;
  return ts.isLiteralExpression(inner) || ts.isPrefixUnaryExpression(inner) || ts.isPostfixUnaryExpression(inner);
}

function enclosing(node: ts.Node): FunctionNode | null {
  for (let current = node.parent; current !== undefined; current = current.parent) if (isFunctionNode(current)) return current;
  return null;
}

/** The function that takes the name as a parameter. */
function holderOf(node: ts.Node, name: string): FunctionNode | null {
  for (let holder = enclosing(node); holder !== null; holder = enclosing(holder)) if (paramsOf(holder).includes(name)) return holder;
  return null;
}

function paramsOf(holder: FunctionNode): string[] {
  return holder.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

function nameOf(source: Source, holder: FunctionNode): string {
  if (holder.name !== undefined) return nameText(source, holder.name);
  const { parent } = holder;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return nameText(source, parent.name);
  return ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left) ? parent.left.name.text : '';
}
