/**
 * Reads a block's contract from the text of a comment or docstring:
 *
 *     Block: Orders
 *     Responsible for: taking orders and keeping them
 *     Input: NewOrder
 *     Output: Order
 *     Dependencies: Stock, Billing
 *
 * A value goes on in the lines below that are indented further, or in a list of dashes. `none` declares that there are
 * no dependencies. Input and output alone are no contract: many functions are documented like that. Examples of code
 * are not read: a call in them may have an option `dependencies`.
 */
import type { ContractFact } from '../../facts/module-facts.ts';

type Field = 'block' | 'responsibility' | 'input' | 'output' | 'dependencies';

const FIELDS: Readonly<Record<string, Field>> = {
  'block': 'block', '@block': 'block',
  'responsible for': 'responsibility', 'responsibility': 'responsibility', '@responsibility': 'responsibility',
  'input': 'input', '@input': 'input', 'output': 'output', '@output': 'output',
  'dependencies': 'dependencies', '@dependencies': 'dependencies',
};
/** What stands before the words of a line: the marks of the comment, or the quotes of the docstring. */
const MARK = /^(?:\/\*\*|\*(?!\/)|#+|\/\/+|[rRuU]?["']{3})/;
const END = /(?:\*\/|["']{3})$/;
/** The name of a field; tags may stand without a colon. */
const NAME = /^(?:(?:block|responsible for|responsibility|input|output|dependencies)(?=\s*:)|@(?:block|responsibility|input|output|dependencies)\b)/i;
const ITEM = /^[-*\u2022][ \t]+/;
const FENCE = /^(?:`{3}|~{3})/;
const EXAMPLE = /^@example\b/;
/** Ends or goes on as a statement of code does. */
const CODE = /^[[\](){}]|[[{(;]$|=>/;
/** Longer ones are no names. */
const LONGEST_NAME = 80;

/** What a comment states, before it is held against the code around it. */
export type StatedContract = Omit<ContractFact, 'surface'>;

interface Line {
  /** Where its words begin in the text. */
  start: number;
  /** Columns before them. */
  indent: number;
  /** Without marks, and without spaces around them. */
  words: string;
}

interface FieldLine {
  field: Field;
  /** Where the value begins in the words. */
  at: number;
  value: string;
}

/** One of these a contract must name; `readContractText` reads every line, this only looks. */
const NEEDED = /(?:block|responsible for|responsibility|dependencies)\s*:|@(?:block|responsibility|dependencies)\b/i;

/** @returns whether it is worth reading the comments of a text for a contract */
export function mayStateContract(text: string): boolean {
  return NEEDED.test(text);
}

/** @param text as written, with its marks @returns null when it is no contract */
export function readContractText(text: string): Omit<StatedContract, 'span'> | null {
  const values = new Map<Field, string[]>();
  let current: { field: Field; indent: number } | null = null;
  for (const { indent, words } of linesOf(text)) {
    const begun = fieldIn(words);
    if (begun !== null && !CODE.test(begun.value)) {
      const { field, value } = begun;
      // The first one counts: examples below may repeat it.
      current = values.has(field) ? null : { field, indent };
      if (current !== null) values.set(field, value === '' ? [] : [value]);
    } else if (words === '') {
      if (current !== null && values.get(current.field)!.length > 0) current = null;
    } else if (current !== null && (indent > current.indent || ITEM.test(words))) values.get(current.field)!.push(words.replace(ITEM, ''));
    else current = null;
  }
  if (!values.has('responsibility') && !values.has('block') && !values.has('dependencies')) return null;
  const listed = values.get('dependencies');
  return {
    block: sentence(values.get('block'))?.replace(/[^\w./ -].*$/, '').trim() ?? null,
    responsibility: sentence(values.get('responsibility')),
    input: sentence(values.get('input')),
    output: sentence(values.get('output')),
    dependencies: listed === undefined ? null : listed.flatMap((line) => line.split(',')).map(nameIn).filter(isName),
  };
}

/** Where the list of dependencies stands, if it is on one line. @param text of a contract @returns its offset and text; null for none */
export function dependencyList(text: string): { start: number; list: string } | null {
  for (const { start, words } of linesOf(text)) {
    const begun = fieldIn(words);
    if (begun?.field === 'dependencies') return begun.value === '' || begun.value.endsWith(',') ? null : { start: start + begun.at, list: begun.value };
  }
  return null;
}

function fieldIn(words: string): FieldLine | null {
  const name = NAME.exec(words)?.[0];
  const field = FIELDS[name?.toLowerCase() ?? ''];
  if (name === undefined || field === undefined) return null;
  const rest = words.slice(name.length).trimStart();
  const value = rest.startsWith(':') ? rest.slice(1).trimStart() : rest;
  return { field, at: words.length - value.length, value };
}

/** The lines outside examples of code. */
function* linesOf(text: string): Generator<Line> {
  let fence = '';
  let isExample = false;
  for (const line of markedLines(text)) {
    const mark = FENCE.exec(line.words)?.[0] ?? '';
    if (mark !== '' && (fence === '' || mark === fence)) fence = fence === '' ? mark : '';
    else if (fence === '') {
      if (line.words.startsWith('@')) isExample = EXAMPLE.test(line.words);
      if (!isExample && !line.words.startsWith('>>>')) yield line;
    }
  }
}

function* markedLines(text: string): Generator<Line> {
  let offset = 0;
  for (const line of text.split('\n')) {
    const unindented = line.trimStart();
    const marked = unindented.slice(MARK.exec(unindented)?.[0].length ?? 0).trimStart();
    const indent = line.length - marked.length;
    yield { start: offset + indent, indent, words: marked.trimEnd().replace(END, '').trimEnd() };
    offset += line.length + 1;
  }
}

function sentence(lines: readonly string[] | undefined): string | null {
  const words = lines?.join(' ').trim() ?? '';
  return words === '' ? null : words;
}

/** `Stock (optional)` and `Stock: counts what is there` name Stock. */
function nameIn(text: string): string {
  return text.trim().replace(/\s*(?:\(.*|:\s.*|\s[-\u2013\u2014]\s.*)$/, '').replace(/\.$/, '').trim();
}

function isName(name: string): boolean {
  return name !== '' && name.length <= LONGEST_NAME && !/^(none|-|n\/a)$/i.test(name);
}
