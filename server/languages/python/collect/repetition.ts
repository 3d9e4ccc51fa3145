/** Calls inside loops: those that do the same in every iteration, and those that search a list in every iteration. */
import type { CallFact } from '../../../facts/file-facts.ts';
import { argumentsOf, calleeName, functionOf, lastName } from '../names.ts';
import type { Declared, Scopes } from '../scopes.ts';
import { part, some, unwrap, type Node, type Source } from '../syntax.ts';
import type { LoopCollector } from './loops.ts';

/** Calls expensive enough to be worth moving out of a loop. */
const EXPENSIVE = new RegExp(
  '^(open|read_text|read_bytes|read_csv|read_json|read_parquet|read_excel|read_sql|load|loads|safe_load|compile|deepcopy|run|'
  + 'check_output|check_call|listdir|glob|import_module|urlopen|fetchone|fetchall|query|parse)$',
);
/** Same input, same result. */
const PURE =
  /^(join|Path|str|repr|strip|lower|upper|replace|format|dirname|basename|abspath|normpath|resolve|encode|decode|escape|read|read_text|len|int|float)$/;

/** What a call in a loop repeats. */
export function repetitionOf(source: Source, node: Node, scopes: Scopes, loops: LoopCollector, loop: number): Pick<CallFact, 'invariant' | 'searches'> {
  const name = lastName(source, functionOf(node));
  if (EXPENSIVE.test(name)) return isInvariant(source, node, loops.changing(loop)) ? { invariant: true } : {};
  if (name !== 'index') return {};
  const object = part(functionOf(node), 'object');
  return object !== null && isLongList(source, unwrap(object), scopes, loops, loop)
    && mentions(source, argumentsOf(source, node).positional, loops.changing(loop)) ? { searches: 'list' } : {};
}

/** Nothing it refers to changes in the loop, and nothing in it runs code that might change. */
function isInvariant(source: Source, node: Node, changing: ReadonlySet<string>): boolean {
  return !some(node, (each) => {
    if (each.type === 'identifier') return !(each.parent.type === 'attribute' && each.field === 'attribute')
      && each.parent.type !== 'keyword_argument' && (changing.has(source.textOf(each)) || /^(self|cls)$/.test(source.textOf(each)));
    if (each.type === 'lambda' || each.type === 'await' || each.type === 'yield') return true;
    return each.type === 'call' && each !== node && !EXPENSIVE.test(lastName(source, functionOf(each))) && !PURE.test(lastName(source, functionOf(each)));
  });
}

function mentions(source: Source, nodes: readonly Node[], names: ReadonlySet<string>): boolean {
  return nodes.some((node) => some(node, (each) => each.type === 'identifier' && names.has(source.textOf(each))));
}

/** A name from outside the loop that is visibly a list that may grow. */
export function isLongList(source: Source, object: Node, scopes: Scopes, loops: LoopCollector, loop: number): boolean {
  if (object.type !== 'identifier') return false;
  const name = source.textOf(object);
  const declared = scopes.lookup(name, object);
  if (declared === null || /^[A-Z][A-Z0-9_]*$/.test(name)) return false;
  const holder = loops.nodeOf(loop);
  if (declared.node.start >= holder.start && declared.node.end <= holder.end) return false;
  return isList(source, declared);
}

function isList(source: Source, declared: Declared): boolean {
  if (declared.kind !== 'variable' && declared.kind !== 'parameter') return false;
  if (declared.type !== null) return /^(typing\.)?(list|List|Sequence|MutableSequence)\b/.test(source.textOf(declared.type));
  const given = declared.kind === 'parameter' ? [declared.default] : declared.values.map((each) => each.value);
  return given.length > 0 && given.every((value) => value !== null && givesList(source, unwrap(value)));
}

/** A list that starts empty and grows, or is built from something that may be long; a few written items do not count. */
function givesList(source: Source, value: Node): boolean {
  if (value.type === 'list_comprehension') return true;
  if (value.type === 'list') return value.children.length === 0;
  return value.type === 'call' && /^(list|sorted)$|\.(split|splitlines|readlines|tolist)$/.test(calleeName(source, functionOf(value)).text);
}
