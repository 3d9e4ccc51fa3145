/** Types named in a docstring, as far as they are Python types. */
import { createScopes, type Scopes } from '../scopes.ts';
import { stringValue } from '../strings.ts';
import { isBareString, part, type Node, type Source } from '../syntax.ts';
import { signsIn } from './doc-style.ts';
import type { TypeSyntax } from './python-version.ts';

export interface DocTypes {
  params: ReadonlyMap<string, string>;
  returns: string | null;
}

/** What determines whether a type can be written. */
interface Writing {
  /** The function that the types belong to. */
  fn: Node;
  syntax: TypeSyntax;
  /** @returns what a top-level name of the file refers to */
  lookup(name: string): ReturnType<Scopes['lookup']>;
}

const WORDS: Readonly<Record<string, string>> = { integer: 'int', string: 'str', boolean: 'bool', dictionary: 'dict' };
/** Classes with lower-case names; other such names are most likely functions, such as `np.array`. */
const SMALL = /^(ndarray|dtype|date|datetime|time|timedelta|deque|defaultdict)$/;
/** Without `object`, on which nothing can be called. */
const BUILTIN = /^(int|float|str|bool|bytes|complex|list|dict|set|tuple|frozenset|None)$/;

/**
 * @param source the file
 * @param fn a function definition
 * @param syntax that may be used
 * @returns types that can be written as they are; others are left out
 */
export function docTypesOf(source: Source, fn: Node, syntax: TypeSyntax): DocTypes {
  const first = part(fn, 'body')?.children[0];
  const params = new Map<string, string>();
  if (first === undefined || !isBareString(first)) return { params, returns: null };
  const text = stringValue(source, first.children[0]!).replaceAll('\r\n', '\n');
  const style = signsIn(text);
  const scopes = createScopes(source);
  const writing: Writing = { fn, syntax, lookup: (name) => scopes.lookup(name, source.root) };
  const typeOf = (written: string | undefined): string | null => (written === undefined ? null : readType(written, writing));
  const patterns = {
    google: [/^[ \t]*\*{0,2}(?<name>\w+) \((?<type>[^()]+)\):/gm], numpy: [/^[ \t]*(?<name>\w+) ?: ?(?<type>.+)$/gm],
    rest: [/^[ \t]*:param (?<type>[^:]+) (?<name>\w+):/gm, /^[ \t]*:type (?<name>\w+): *(?<type>[^\s].*)$/gm], sentence: [],
  }[style ?? 'sentence'];
  for (const pattern of patterns) {
    for (const { groups } of text.matchAll(pattern)) {
      const type = typeOf(groups?.['type']);
      if (type !== null) params.set(groups!['name']!, type);
    }
  }
  const outcome = {
    google: /^[ \t]*Returns:[ \t]*\n[ \t]+(?<type>[^:\s][^:\n]*):/m,
    numpy: /^[ \t]*Returns[ \t]*\n[ \t]*-{3,}[ \t]*\n[ \t]*(?:\w+ : )?(?<type>[^\s].*)$/m,
    rest: /^[ \t]*:rtype: *(?<type>[^\s].*)$/m, sentence: /$^/,
  }[style ?? 'sentence'];
  return { params, returns: typeOf(outcome.exec(text)?.groups?.['type']) };
}

/** `list of int or None` as `list[int] | None`; null when it is not a type, or uses names that the file does not know. */
function readType(written: string, writing: Writing): string | null {
  const clean = written.replace(/[`~]|:\w+:|[.,;]?\s*$/g, '').replace(/,\s*(optional|default.*)$/i, '').trim();
  const choices = clean.split(/\s+or\s+|\s*\|\s*/).map((choice) => readChoice(choice, writing));
  if (choices.includes(null) || (choices.length > 1 && !writing.syntax.unions)) return null;
  const known = [...new Set(choices)].filter((each) => each !== 'None');
  return known.length === 0 ? 'None' : [...known, ...(choices.includes('None') ? ['None'] : [])].join(' | ');
}

function readChoice(choice: string, writing: Writing): string | null {
  const { generics } = writing.syntax;
  const [, outer, inner] = /^(list|set|tuple) of (\w+?)s?$/.exec(choice) ?? [];
  if (outer !== undefined) {
    const element = readChoice(inner!, writing);
    return element === null || element === 'None' || !generics ? null : outer === 'tuple' ? `tuple[${element}, ...]` : `${outer}[${element}]`;
  }
  const word = WORDS[choice.toLowerCase()] ?? choice;
  if (BUILTIN.test(word)) return word;
  const [, head, arguments_] = /^([\w.]+)(?:\[([\w., [\]]+)\])?$/.exec(word) ?? [];
  if (head === undefined || !isKnown(head, writing) || (arguments_ !== undefined && BUILTIN.test(head) && !generics)) return null;
  return (arguments_ ?? '').split(/[,[\] ]+/).every((each) => each === '' || isKnown(each, writing)) ? word : null;
}

/** A built-in type, or a name that exists when the function is defined. */
function isKnown(name: string, { fn, syntax, lookup }: Writing): boolean {
  if (BUILTIN.test(name)) return true;
  const [root] = name.split('.');
  const last = name.split('.').at(-1)!;
  const declared = lookup(root!);
  if (declared === null) return false;
  const isType = declared.kind === 'import'
    ? (root !== name || declared.imported !== '*') && (/^[A-Z]/.test(last) || SMALL.test(last))
    : declared.kind === 'class' && root === name;
  return isType && (syntax.postponed || declared.node.end <= fn.start);
}
