/** Seeds a library once: below a program's imports, or where it starts to run. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { entryOf } from '../conventions.ts';
import { calleeName, functionOf } from '../names.ts';
import { createScopes } from '../scopes.ts';
import { each, enclosingFunction, part, type Node, type Source } from '../syntax.ts';
import { endOfLine, indentOf, insert, newlineOf, nodeAt, openSource, standsAlone } from './edit.ts';
import { bring, topImports, type Wanted } from './imports.ts';
import { seedFor } from './seeds.ts';

/** By the call that the rule names: its module, and the path from there. */
const LIBRARIES: Readonly<Record<string, { wanted: Wanted; path: string }>> = {
  'numpy.random.seed': { wanted: { module: 'numpy', alias: 'np' }, path: 'random.seed' },
  'random.seed': { wanted: { module: 'random' }, path: 'seed' },
  'torch.manual_seed': { wanted: { module: 'torch' }, path: 'manual_seed' },
  'tf.random.set_seed': { wanted: { module: 'tensorflow', alias: 'tf' }, path: 'random.set_seed' },
  'keras.utils.set_random_seed': { wanted: { module: 'keras' }, path: 'utils.set_random_seed' },
};

/** Data: `call`, the call that seeds. Applies to programs: a file that others import must not seed on their behalf. */
export const seedLibrary: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const draw = source === null ? null : nodeAt(source, request.span, 'call');
  const library = LIBRARIES[String(request.data.call)];
  if (source === null || draw === null || library === undefined) return null;
  const entry = enclosingFunction(draw) === null ? null : firstToRun(source);
  if (entry === null && enclosingFunction(draw) !== null && !runsByItself(source)) return null;
  const at = entry ?? topStatement(source, draw);
  const brought = bring(source, library.wanted, at);
  if (brought === null) return null;
  const seed = seedFor(source, at);
  const call = `${brought.text}.${library.path}(${seed.text})`;
  const edit = entry === null ? below(source, at, seed.statement, call) : insert(source, entry.start, `${call}${newlineOf(source)}${indentOf(source, entry)}`);
  return edit === null ? null : [{ path: request.path, edits: [...brought.edits, edit] }];
};

/** The top-level statement that contains a node. */
function topStatement(source: Source, node: Node): Node {
  return source.root.children.find((statement) => statement.start <= node.start && statement.end >= node.end)!;
}

/** The first statement that runs when the file is started; null when it is on the same line as the condition. */
function firstToRun(source: Source): Node | null {
  const entry = entryOf(source);
  const first = entry === undefined ? undefined : part(entry, 'consequence')?.children[0];
  return first !== undefined && source.lineAt(first.start) > source.lineAt(entry!.start) ? first : null;
}

/** Calls its own functions while loading. */
function runsByItself(source: Source): boolean {
  const scopes = createScopes(source);
  let found = false;
  for (const statement of source.root.children) {
    if (statement.type !== 'expression_statement') continue;
    each(statement, (node) => {
      if (node.type !== 'call') return;
      const { root } = calleeName(source, functionOf(node));
      if (root !== null && scopes.lookup(source.textOf(root), root)?.kind === 'function') found = true;
    });
  }
  return found;
}

/** After the last of these above the draw: an import, the seed's name, or another seed. A new import at the same place comes first. */
function below(source: Source, draw: Node, named: Node | null, call: string): TextEdit | null {
  const newline = newlineOf(source);
  const seeds = source.root.children.filter((each) => each.type === 'expression_statement'
    && /^[\w.]*\b(seed|manual_seed|set_seed|set_random_seed)\(/.test(source.textOf(each)));
  const imports = topImports(source);
  const [last] = [...imports, ...seeds, ...(named === null ? [] : [named])].filter((each) => each.end <= draw.start).sort((a, b) => b.start - a.start);
  if (last === undefined || !standsAlone(source, last)) return null;
  const end = endOfLine(source, last.end);
  const next = source.text.slice(end + newline.length, endOfLine(source, Math.min(end + newline.length, source.text.length)));
  return insert(source, end, `${newline}${imports.includes(last) ? newline : ''}${call}${next.trim() === '' ? '' : newline}`);
}
