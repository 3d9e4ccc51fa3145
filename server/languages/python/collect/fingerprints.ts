/** Tokens for finding repetition: every node of the tree is one. */
import type { Fingerprint } from '../../../facts/module-facts.ts';
import { GENERATED, hashText, winnow } from '../../kit/winnow.ts';
import { isBareString, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

/** Node types as numbers, the same in every file. */
const KINDS = new Map<string, number>();

export interface FingerprintCollector extends Collector {
  finish(): Fingerprint[];
}

/** Hashes stretches of code during the walk. */
export function fingerprintCollector(source: Source): FingerprintCollector {
  if (GENERATED.test(/^(\s|#[^\n]*)*/.exec(source.text.slice(0, 1000))![0])) return { finish: () => [] };
  const tokens: number[] = [];
  const starts: number[] = [];
  let skipUntil = -1;
  return {
    each(node) {
      if (node.start < skipUntil) return;
      // Imports are repetitive by nature, and so are docstrings.
      if (node.type === 'import_statement' || node.type === 'import_from_statement' || isBareString(node)) {
        skipUntil = node.end;
        return;
      }
      tokens.push(hash(node));
      starts.push(node.start);
      if (node.type === 'string' && !node.children.some((child) => child.type === 'interpolation')) skipUntil = node.end;
    },
    finish: () => winnow(tokens, (index) => source.lineAt(starts[index]!) + 1),
  };

  function hash(node: Node): number {
    let kind = KINDS.get(node.type);
    if (kind === undefined) KINDS.set(node.type, (kind = hashText(0, node.type)));
    if (node.children.length > 0 && node.type !== 'string') return node.tokens.length === 0 ? kind : hashText(kind, node.tokens.join(' '));
    return hashText(kind, source.textOf(node));
  }
}
