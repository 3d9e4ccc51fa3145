/** Handlers of Express and its like that answer twice. */
import type { SecondResponseFact } from '../../../facts/file-facts.ts';
import { ts, type FunctionNode, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';
import { secondResponses } from './second-responses.ts';

export interface AnsweringCollector extends Collector {
  responses: SecondResponseFact[];
}

/** @param source a file */
export function answeringCollector(source: Source): AnsweringCollector {
  const responses: SecondResponseFact[] = [];
  const functions = (node: FunctionNode): void => {
    const response = responseOf(node);
    if (response !== null) responses.push(...secondResponses(source, node, response));
  };
  return {
    responses,
    on: {
      [ts.SyntaxKind.FunctionDeclaration]: functions,
      [ts.SyntaxKind.FunctionExpression]: functions,
      [ts.SyntaxKind.ArrowFunction]: functions,
      [ts.SyntaxKind.MethodDeclaration]: functions,
    },
  };
}

/** The response of `(req, res)`, with an error before and the next handler behind. */
function responseOf(node: FunctionNode): string | null {
  if (node.body === undefined || !ts.isBlock(node.body)) return null;
  const names = node.parameters.map(({ name }) => ts.isIdentifier(name) ? name.text : '');
  const at = names.findIndex((name) => /^_*(req|request)$/.test(name));
  const response = at < 0 || at > 1 ? '' : names[at + 1] ?? '';
  return /^(res|resp|response)$/.test(response) ? response : null;
}
