/** Calls and names that mean something else than they read as: chunks decoded one by one, headers without their hyphen. */
import type { Scopes } from '../../scopes.ts';
import { ts, isFunctionNode, unwrap } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** Headers in the style of variables; in an object they would have to be written with a hyphen. */
const HEADER = /^(contentType|contentLength|contentDisposition|userAgent|cacheControl|acceptLanguage|acceptEncoding)$/;

/** Loops lie in loops: of a longer one the beginning is read, so that a text is not read once for each. */
const LONGEST_LOOP = 5000;

/** Records decoders that forget the start of a character, and headers that no server knows. */
export function misreadCalls(scopes: Scopes, add: AddSlip): Collector {
  const streaming = new Map<ts.Node, boolean>();
  return {
    on: {
      [ts.SyntaxKind.CallExpression]: (node: ts.CallExpression) => {
        const callee = node.expression;
        if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'decode' || node.arguments.length !== 1) return;
        if (isDecoder(callee.expression) && isChunk(node.arguments[0]!, node)) add('split-characters', node);
      },
      [ts.SyntaxKind.PropertyAssignment]: (node: ts.PropertyAssignment) => {
        if (ts.isIdentifier(node.name) && HEADER.test(node.name.text) && isOfHeaders(node.parent)) add('header-name', node, node.name.text);
      },
    },
  };

  function isDecoder(object: ts.Expression): boolean {
    let made: ts.Node | undefined = unwrap(object);
    if (ts.isIdentifier(made)) {
      const declared = scopes.lookup(made.text, made);
      made = declared?.kind === 'const' || declared?.kind === 'let' ? declared.node.initializer : undefined;
    }
    return made !== undefined && ts.isNewExpression(made) && made.expression.getText() === 'TextDecoder' && !/ascii|latin|1252/i.test(made.getText());
  }

  /** Another call in the loop keeps what is left of a character, so that one without it ends the text. */
  function decodesStream(loop: ts.Node): boolean {
    const known = streaming.get(loop) ?? /\bstream: ?true\b/.test(loop.getSourceFile().text.slice(loop.pos, Math.min(loop.end, loop.pos + LONGEST_LOOP)));
    streaming.set(loop, known);
    return known;
  }

  /** One of the pieces that a loop reads from a stream: `(await reader.read()).value`, `for await (const chunk of response.body)`. */
  function isChunk(argument: ts.Expression, call: ts.CallExpression): boolean {
    const loop = loopAround(call);
    if (loop === null || decodesStream(loop)) return false;
    const given = unwrap(argument);
    if (!ts.isIdentifier(given)) return false;
    if (ts.isForOfStatement(loop)) {
      return loop.awaitModifier !== undefined && /\b(body|stream|reader)\b/i.test(loop.expression.getText())
        && loop.initializer.getText().replace(/^(const|let|var)\s+/, '') === given.text;
    }
    const declared = scopes.lookup(given.text, given);
    const from = declared?.kind === 'const' || declared?.kind === 'let' ? declared.node.initializer?.getText() ?? '' : '';
    return /\.read\(\)$/.test(from.slice(-200));
  }
}

function loopAround(node: ts.Node): ts.IterationStatement | null {
  for (let outer = node.parent; !ts.isSourceFile(outer) && !isFunctionNode(outer); outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) return outer;
  }
  return null;
}

/** `headers: { … }` or `new Headers({ … })`. */
function isOfHeaders(object: ts.Node): boolean {
  const { parent } = object;
  if (ts.isNewExpression(parent)) return parent.expression.getText() === 'Headers';
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'headers';
}
