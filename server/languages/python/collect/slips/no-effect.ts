/** Statements that leave everything as it was: comparisons, copies that nobody takes, methods that are named and not called. */
import { argumentsOf, calleeName, calleeTarget, functionOf, isOwnObject } from '../../names.ts';
import { isProbe } from '../../probes.ts';
import type { Declared, Scopes } from '../../scopes.ts';
import { part, unwrap, type Node, type Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** Only texts have these, and they change nothing. */
const OF_TEXT = /^([lr]?strip|lower|upper|casefold|swapcase|zfill|ljust|rjust|removeprefix|removesuffix)$/;
/** Methods of tables that give a changed copy; the name of each is told by no other library, or by its keywords. */
const OF_FRAME = /^(dropna|fillna|drop_duplicates|sort_values|sort_index|reset_index|set_index|astype|rename|drop|ffill|bfill)$/;
const FRAME_KEYWORDS = /^(columns|axis|index|inplace|subset|by|how|ascending|drop|labels|ignore_index|value)$/;
const OF_TENSOR = /^(to|cuda|cpu|half|float|detach)$/;
/** Methods without arguments whose call is all that is wanted of them. */
const DONE = /^(close|commit|rollback|flush|show|save|quit|start|stop|join|clear|disconnect|shutdown|terminate|kill|zero_grad|step|backward|eval|train|draw)$/;

/** Records statements whose result nobody takes, and which do nothing else. */
export function noEffect(source: Source, scopes: Scopes, add: AddSlip): Collector {
  return {
    on: {
      expression_statement: (statement) => {
        const [only] = statement.children;
        if (only === undefined || statement.children.length > 1 || isAsked(statement)) return;
        const kind = only.type === 'comparison_operator' ? 'comparison'
          : only.type === 'attribute' ? uncalled(only)
          : only.type === 'call' ? dropped(only)
          : null;
        if (kind !== null) add(kind, only);
      },
    },
  };

  /** In a `try` or a block that waits for an error, and with a remark that says so. */
  function isAsked(statement: Node): boolean {
    if (isProbe(source, statement, /./)) return true;
    const end = source.text.indexOf('\n', statement.end);
    return /#.*\b(noqa|pylint|pyright|type: ignore|trigger|load|evaluat|access|fetch)/i.test(source.text.slice(statement.end, end < 0 ? undefined : end));
  }

  function uncalled(node: Node): 'uncalled' | null {
    const root = calleeName(source, node).root;
    return root !== null && DONE.test(source.textOf(part(node, 'attribute') ?? node)) ? 'uncalled' : null;
  }

  function dropped(call: Node): 'text-method' | 'frame-method' | 'tensor-method' | null {
    const callee = functionOf(call);
    const object = callee.type === 'attribute' ? unwrap(part(callee, 'object') ?? callee) : null;
    if (object === null) return null;
    const method = source.textOf(part(callee, 'attribute') ?? callee);
    const declared = object.type === 'identifier' ? scopes.lookup(source.textOf(object), object) : null;
    if (declared?.kind === 'import' || declared?.kind === 'class') return null;
    const { positional, keywords, spread } = argumentsOf(source, call);
    if (OF_TEXT.test(method) && keywords.length === 0 && positional.every((each) => /^(string|integer)$/.test(each.type)))
      return positional.length < 3 && !isOwnObject(source, declared) ? 'text-method' : null;
    if (method === 'replace' && positional.length === 2 && keywords.length === 0 && isText(object, declared)) return 'text-method';
    if (OF_FRAME.test(method) && spread.length === 0) return isDroppedFrame(declared, { method, keywords }) ? 'frame-method' : null;
    return OF_TENSOR.test(method) && declared?.kind === 'loop' && isBatch(declared) ? 'tensor-method' : null;
  }

  function isText(object: Node, declared: Declared | null): boolean {
    if (object.type === 'string') return true;
    if (declared?.kind === 'parameter') return declared.type !== null && source.textOf(declared.type) === 'str';
    return declared?.kind === 'variable'
      && declared.values.every(({ value, whole, appends }) => whole && value !== null && (appends || isTextValue(unwrap(value))));
  }

  function isTextValue(value: Node): boolean {
    if (value.type === 'string' || value.type === 'concatenated_string') return true;
    return value.type === 'call' && /(^|\.)(str|read|strip|lower|upper|join|format|decode|read_text|input)$/.test(calleeName(source, functionOf(value)).text);
  }

  /** A table by how it was made, or by the keywords of the call; not changed in place. */
  function isDroppedFrame(
    declared: Declared | null, { method, keywords }: { method: string; keywords: readonly { name: string; value: Node }[] },
  ): boolean {
    const inPlace = keywords.find(({ name }) => name === 'inplace');
    if (inPlace !== undefined && source.textOf(inPlace.value) !== 'False') return false;
    if (!/\b(pandas|polars|pyspark|dask|geopandas|cudf)\b/.test(source.text)) return false;
    if (/^(dropna|fillna|drop_duplicates|sort_values|reset_index)$/.test(method)) return true;
    return keywords.some(({ name }) => FRAME_KEYWORDS.test(name)) || isFrame(declared);
  }

  function isFrame(declared: Declared | null): boolean {
    if (declared?.kind !== 'variable') return false;
    return declared.values.some(({ value, whole }) => {
      const inner = whole && value !== null ? unwrap(value) : null;
      if (inner?.type !== 'call') return false;
      const target = calleeTarget(source, scopes, functionOf(inner));
      return target?.module === 'pandas' && /^(read_\w+|DataFrame|Series|concat|merge)$/.test(target.member);
    });
  }

  /** One of several values of a batch that a loader gives. */
  function isBatch({ node, iterable }: Extract<Declared, { kind: 'loop' }>): boolean {
    const left = part(node, 'left');
    return left !== null && /^(pattern_list|tuple_pattern)$/.test(left.type) && iterable !== null
      && /loader|batches/i.test(source.textOf(iterable)) && !/model|module|param/i.test(source.textOf(iterable));
  }
}
