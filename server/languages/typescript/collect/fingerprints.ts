/** Tokens for finding repetition: every node of the tree is one. */
import type { Fingerprint } from '../../../facts/module-facts.ts';
import { GENERATED, hashText, winnow } from '../../kit/winnow.ts';
import { ts, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';


export interface FingerprintCollector extends Collector {
  finish(): Fingerprint[];
}

/** Hashes stretches of code during the walk. */
export function fingerprintCollector(source: Source): FingerprintCollector {
  if (GENERATED.test(headOf(source.text))) return { finish: () => [] };
  const tokens: number[] = [];
  const starts: number[] = [];
  let skipUntil = -1;
  return {
    each(node) {
      if (node.pos < skipUntil) return;
      switch (node.kind) {
        // Imports are repetitive by nature, and so are the overloads and alternatives of one signature.
        case ts.SyntaxKind.ImportDeclaration:
        case ts.SyntaxKind.ExportDeclaration:
        case ts.SyntaxKind.CallSignature:
        case ts.SyntaxKind.ConstructSignature:
        case ts.SyntaxKind.MethodSignature:
        case ts.SyntaxKind.ConditionalType:
          skipUntil = node.end;
          return;
        case ts.SyntaxKind.FunctionDeclaration:
        case ts.SyntaxKind.MethodDeclaration:
        case ts.SyntaxKind.Constructor:
          if ((node as ts.FunctionDeclaration).body === undefined) {
            skipUntil = node.end;
            return;
          }
          tokens.push(Math.imul(node.kind + 1, 0x9e3779b1) | 0);
          break;
        case ts.SyntaxKind.Identifier:
        case ts.SyntaxKind.PrivateIdentifier:
        case ts.SyntaxKind.StringLiteral:
        case ts.SyntaxKind.NumericLiteral:
        case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        case ts.SyntaxKind.TemplateHead:
        case ts.SyntaxKind.TemplateMiddle:
        case ts.SyntaxKind.TemplateTail:
        case ts.SyntaxKind.RegularExpressionLiteral:
        case ts.SyntaxKind.BigIntLiteral:
        case ts.SyntaxKind.JsxText:
          tokens.push(hashText(node.kind, (node as ts.Identifier).text));
          break;
        default:
          tokens.push(Math.imul(node.kind + 1, 0x9e3779b1) | 0);
      }
      starts.push(node.pos);
    },
    finish: () => winnow(tokens, (index) => source.lineAt(Math.min(skipTrivia(source, starts[index]!), source.text.length)) + 1),
  };
}

/** The comments before the first code. */
function headOf(text: string): string {
  return /^(\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#![^\n]*)*/.exec(text.slice(0, 1000))![0];
}

/** Nodes begin at the white space and comments before them: the code begins later. */
function skipTrivia(source: Source, position: number): number {
  const ranges = ts.getLeadingCommentRanges(source.text, position);
  let from = ranges?.at(-1)?.end ?? position;
  while (from < source.text.length && isSpace(source.text.charCodeAt(from))) from++;
  return from;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}
