/** Calls and products that give something else than they read as: letters instead of a word, one object instead of many. */
import { argumentsOf, calleeName, functionOf, isOwnObject } from '../../names.ts';
import type { Scopes } from '../../scopes.ts';
import { isPlainString, stringValue } from '../../strings.ts';
import { each, enclosingFunction, part, unwrap, type Node, type Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** An ending, a path, a scheme or a long word, which nobody writes to name letters. */
const WORD = /^\.[A-Za-z]\w+$|^https?:|:\/\/|^www\.|[A-Za-z]{3,}[/_-]$|^[/_-][A-Za-z]{3,}|^[A-Za-z]{2,}\/[A-Za-z/]+$|[A-Za-z]{5,}/;
const ALPHABET = /abc|ABC|xyz|aeiou|AEIOU|qwert/;
/** Give bytes as they come. */
const CHUNKS = /\.(a?iter_(content|bytes|raw)|iter_chunked|iter_any|iter_chunks)$/;
const CHANGES_ROW = /^(append|extend|insert|add|update|setdefault|remove|pop|clear|discard)$/;

/** Of more rows in one file, the rest is not looked at. */
const MOST = 50;

/** Records `strip` with a word, rows that are one row, and defaults that all keys share. */
export function misreadCalls(source: Source, scopes: Scopes, add: AddSlip): Collector {
  let looked = 0;
  return {
    on: {
      call: (node) => {
        const callee = functionOf(node);
        if (callee.type !== 'attribute') return;
        if (isStripOfWord(node, callee)) add('strip-word', node);
        else if (isDecodedChunk(node, callee)) add('split-characters', node);
        else if (isSharedDefault(node)) add('shared-default', node);
      },
      binary_operator: (node) => {
        if (node.tokens[0] === '*' && isRows(node) && isWrittenTo(node)) add('shared-rows', node);
      },
    },
  };

  function isStripOfWord(node: Node, callee: Node): boolean {
    if (!/^[lr]?strip$/.test(source.textOf(part(callee, 'attribute') ?? callee))) return false;
    const { positional, keywords } = argumentsOf(source, node);
    const only = positional[0];
    if (only === undefined || positional.length > 1 || keywords.length > 0 || !isPlainString(only)) return false;
    const object = unwrap(part(callee, 'object') ?? callee);
    if (object.type === 'identifier' && isOwnObject(source, scopes.lookup(source.textOf(object), object))) return false;
    // Characters by number are characters.
    if (source.textOf(only).includes("\\")) return false;
    const word = stringValue(source, only);
    if (/\b__file__\b/.test(source.textOf(object)) && isRightHere(word)) return false;
    return WORD.test(word) && !ALPHABET.test(word) && new Set(word.replace(/[^A-Za-z]/g, '').toLowerCase()).size > 1;
  }

  /** `os.path.basename(__file__).rstrip('.py')` gives the name of this file without its ending. */
  function isRightHere(ending: string): boolean {
    const name = source.path.slice(source.path.lastIndexOf('/') + 1);
    return name.endsWith(ending) && !ending.includes(name.charAt(name.length - ending.length - 1));
  }

  /** `chunk.decode()` in `for chunk in response.iter_content(…)`. */
  function isDecodedChunk(node: Node, callee: Node): boolean {
    if (source.textOf(part(callee, 'attribute') ?? callee) !== 'decode') return false;
    const { positional, keywords } = argumentsOf(source, node);
    const object = part(callee, 'object');
    const declared = object?.type === 'identifier' ? scopes.lookup(source.textOf(object), object) : null;
    if (declared?.kind !== 'loop' || declared.iterable === null || positional.length > 1 || keywords.some(({ name }) => name === 'errors')) return false;
    const iterable = unwrap(declared.iterable);
    if (positional[0] !== undefined && !/utf/i.test(source.textOf(positional[0]))) return false;
    return iterable.type === 'call' && CHUNKS.test(calleeName(source, functionOf(iterable)).text);
  }

  /** `dict.fromkeys(keys, [])`, where the value of a key is changed later on. */
  function isSharedDefault(node: Node): boolean {
    if (calleeName(source, functionOf(node)).text !== 'dict.fromkeys') return false;
    const second = argumentsOf(source, node).positional[1];
    return second !== undefined && isFresh(second) && isWrittenTo(node);
  }

  /** `[[0] * n] * m`, `[[]] * m`, `[{}] * m`. */
  function isRows(node: Node): boolean {
    const list = node.children.map((each) => unwrap(each)).find(({ type }) => type === 'list');
    const [only] = list?.children ?? [];
    if (list === undefined || only === undefined || list.children.length > 1) return false;
    const row = unwrap(only);
    return isFresh(row) || (row.type === 'binary_operator' && row.tokens[0] === '*' && row.children.some((each) => unwrap(each).type === 'list'));
  }

  function isFresh(value: Node): boolean {
    const inner = unwrap(value);
    if (/^(list|dictionary|set|list_comprehension|dictionary_comprehension)$/.test(inner.type)) return true;
    return inner.type === 'call' && /^(list|dict|set)$/.test(source.textOf(functionOf(inner)));
  }

  /** The variable that takes it has an element changed in the same function: `rows[i][j] = 1`, `rows[i].append(1)`. */
  function isWrittenTo(value: Node): boolean {
    const assignment = value.parent;
    const target = assignment.type === 'assignment' ? part(assignment, 'left') : null;
    if (target === null || !/^(identifier|attribute)$/.test(target.type)) return false;
    // Each is looked for in the whole function.
    if (++looked > MOST) return false;
    const name = source.textOf(target);
    const around = enclosingFunction(value) ?? source.root;
    let isWritten = false;
    each(around, (node) => {
      if (node.type !== 'subscript' || node.start < value.end || source.textOf(part(node, 'value') ?? node) !== name) return;
      isWritten ||= isChanged(node);
    });
    return isWritten;
  }

  function isChanged(element: Node): boolean {
    const { parent } = element;
    if (parent.type === 'subscript' && element.field === 'value')
      return /^(assignment|augmented_assignment)$/.test(parent.parent.type) && parent.field === 'left';
    return parent.type === 'attribute' && parent.parent.type === 'call' && CHANGES_ROW.test(source.textOf(part(parent, 'attribute') ?? parent));
  }
}
