/** What docstrings and bodies say: documented exceptions, deprecation. */
import { isPlainString, stringValue } from '../../strings.ts';
import { bodyOf, each, isBareString, part, type Node, type Source } from '../../syntax.ts';
import type { ClassBinding, FunctionBinding } from '../model.ts';
import { calledName, callArguments, dottedName, lastName } from './nodes.ts';

/** The docstring of a function, class or module. */
export function docOf(source: Source, node: Node): string {
  const [first] = (part(node, 'body') ?? node).children;
  return first && isBareString(first) && isPlainString(first.children[0]!) ? stringValue(source, first.children[0]!) : '';
}

const SECTION = /^(Args|Arguments|Parameters|Returns?|Yields?|Examples?|Notes?|Attributes|See Also|References|Warnings?|Warns|Raises|Other Parameters) ?:?$/;

/** Names of exceptions under `Raises:`, in the styles of Google, NumPy and Sphinx. */
export function documentedExceptions(doc: string): Set<string> {
  const names = new Set([...doc.matchAll(/^[ \t]*:(?:raises?|exceptions?|except) ([\w., ]+):/gm)].flatMap((match) => match[1]!.split(/[, ]+/)));
  const lines = doc.split('\n');
  const start = lines.findIndex((line) => /^Raises ?:?$/.test(line.trim()));
  if (start < 0) return clean(names);
  const indent = indentOf(lines[start]!);
  const isNumpy = /^\s*-{3,}\s*$/.test(lines[start + 1] ?? '');
  let first = -1;
  for (const line of lines.slice(start + (isNumpy ? 2 : 1))) {
    if (line.trim() === '') continue;
    if (SECTION.test(line.trim()) || (isNumpy ? indentOf(line) < indent : indentOf(line) <= indent)) break;
    if (first < 0) first = indentOf(line);
    if (indentOf(line) > first) continue;
    const match = /^\s*`{0,2}([A-Za-z_][\w.]*(?:\s*(?:,|or)\s*[A-Z][\w.]*)*)`{0,2}\s*(?::|$)/.exec(line);
    for (const name of match?.[1]?.split(/\s*(?:,|\bor\b)\s*/) ?? []) names.add(name);
  }
  return clean(names);
}

function clean(names: ReadonlySet<string>): Set<string> {
  return new Set([...names].map(lastName).filter((name) => /^[A-Z]\w*$/.test(name)));
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length;
}

const CATEGORY = /(^|\.)\w*(Deprecat|Removed)\w*Warning$|(^|\.)FutureWarning$/;

/** The words of a deprecation, empty when there are none; null when it is not deprecated. */
export function deprecationOf(binding: FunctionBinding | ClassBinding): string | null {
  const { source } = binding.module;
  const mark = binding.decorators.find(({ name }) => name === 'deprecated' || name === 'deprecate');
  if (mark) {
    const [reason] = mark.call ? callArguments(source, mark.call).positional : [];
    return reason && isPlainString(reason) ? stringValue(source, reason) : '';
  }
  const { definition } = binding;
  const directive = directiveIn(docOf(source, definition));
  if (directive !== null) return directive;
  if (binding.kind === 'function') return warning(source, bodyOf(definition));
  for (const name of ['__init__', '__new__']) {
    const [made] = binding.members.get(name) ?? [];
    const words = made?.kind === 'function' ? deprecationOf(made) : null;
    if (words !== null) return words;
  }
  return null;
}

/** The words of `.. deprecated::`. Further in than the text around it, it speaks of a parameter. */
function directiveIn(doc: string): string | null {
  const lines = doc.split('\n');
  const at = lines.findIndex((line) => line.trim().startsWith('.. deprecated::'));
  if (at < 0) return null;
  const indents = lines.slice(1).filter((line) => line.trim() !== '').map(indentOf);
  if (at > 0 && indentOf(lines[at]!) > Math.min(...indents)) return null;
  const next = lines[at + 1] ?? '';
  const further = indentOf(next) > indentOf(lines[at]!) ? next : '';
  return `${lines[at]!.trim().slice('.. deprecated::'.length)} ${further}`.replace(/\s+/g, ' ').trim();
}

/** A warning that is given whenever the function is called, not in one of its branches. */
function warning(source: Source, statements: readonly Node[]): string | null {
  for (const statement of statements) {
    let found: string | null = null;
    if (statement.type !== 'expression_statement' && statement.type !== 'with_statement') continue;
    each(statement, (node) => {
      const name = node.type === 'call' ? calledName(source, node) : null;
      if (name === null || lastName(name) !== 'warn') return;
      const { positional, named } = callArguments(source, node);
      const category = positional[1] ?? named.get('category');
      const [message] = positional;
      const dotted = category && dottedName(source, category);
      const called = message && calledName(source, message);
      if (!CATEGORY.test(dotted ?? '') && !CATEGORY.test(called ?? '')) return;
      found = message && isPlainString(message) ? stringValue(source, message).replace(/\s+/g, ' ').trim() : '';
    }, true);
    if (found !== null) return found;
  }
  return null;
}
