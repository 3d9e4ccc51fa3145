/** Which seed a file uses: some give it a name, others write the number. */
import { createScopes } from '../scopes.ts';
import { each, enclosingFunction, part, type Node, type Source } from '../syntax.ts';

const NAMES = ['SEED', 'RANDOM_SEED', 'RANDOM_STATE', 'seed', 'random_state', 'random_seed'];
const USUAL = '42';

export interface Seed {
  /** A name or a number. */
  text: string;
  /** The top-level statement that assigns the number to the name. */
  statement: Node | null;
}

/**
 * @param source the file
 * @param at where the seed is needed
 * @returns the name of the file's seed; otherwise the number it uses most; otherwise the usual one
 */
export function seedFor(source: Source, at: Node): Seed {
  const scopes = createScopes(source);
  for (const name of NAMES) {
    const declared = scopes.lookup(name, at);
    if (declared?.kind === 'import' && declared.imported === name && isBefore(declared.node, at)) return { text: name, statement: null };
    if (declared?.kind !== 'variable' || declared.values.length !== 1 || declared.scope !== source.root) continue;
    const [only] = declared.values;
    if (only!.whole && only!.value?.type === 'integer' && isBefore(only!.at, at) && only!.at.parent.parent === source.root)
      return { text: name, statement: only!.at.parent };
  }
  const counts = new Map<string, number>();
  each(source.root, (node) => {
    if (node.type !== 'keyword_argument' || !/^(random_state|seed|random_seed)$/.test(source.textOf(part(node, 'name')!))) return;
    const value = part(node, 'value')!;
    if (value.type === 'integer') counts.set(source.textOf(value), (counts.get(source.textOf(value)) ?? 0) + 1);
  });
  return { text: [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? USUAL, statement: null };
}

/** It exists by then: code in a function runs after the file has loaded. */
function isBefore(declared: Node, at: Node): boolean {
  return declared.end <= at.start || enclosingFunction(at) !== null;
}
