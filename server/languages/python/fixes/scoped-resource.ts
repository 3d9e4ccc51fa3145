/** Opens a resource in a `with` statement, which closes it on every path. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { argumentsOf, functionOf } from '../names.ts';
import { each, enclosingFunction, part, statementOf, wrapped, type Node, type Source } from '../syntax.ts';
import { endOfLine, indentOf, indentUnit, insert, newlineOf, nodeAt, openSource, removeLines, standsAlone } from './edit.ts';
import { bring, type Brought } from './imports.ts';
import { needOf } from './with-uses.ts';

/** `closing`: for objects that cannot close themselves in a `with`. */
type Manner = 'with' | 'async' | 'closing';
interface Opening { call: Node; manner: Manner; brought: Brought }

const NAMES: Readonly<Record<string, readonly string[]>> = { file: ['file', 'stream', 'source'], archive: ['archive'], response: ['response', 'answer'] };
/** What may stand between an opening and its statement: evaluated once, and always. */
const ONCE =
  /^(call|argument_list|keyword_argument|attribute|parenthesized_expression|await|assignment|return_statement|expression_statement|subscript|binary_operator)$/;
/** Calls that read their argument to the end before they return. */
const READS_TO_THE_END = new RegExp(
  String.raw`^(json|pickle|marshal|plistlib|toml|tomllib|tomli)\.(load|dump)$|^yaml\.(load|safe_load|full_load|dump|safe_dump)$|`
  + '^(list|tuple|set|sorted|len|sum)$',
);

/** Data: `manner`, `close` (the method that closes) and `what` is opened. Applies when all uses are in the block of the opening. */
export const scopedResource: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const call = source === null ? null : nodeAt(source, request.span, 'call');
  if (source === null || call === null) return null;
  const manner = request.data.manner as Manner;
  if (manner === 'async' && enclosingFunction(call)?.tokens.includes('async') !== true) return null;
  const statement = statementOf(call);
  const brought = manner === 'closing' ? bring(source, { module: 'contextlib', member: 'closing' }, call) : { text: '', edits: [] };
  if (brought === null || !standsAlone(source, statement)) return null;
  const opening: Opening = { call, manner, brought };
  const edits = heldIn(call) === null
    ? inPlace(source, opening, statement, String(request.data.what))
    : inVariable(source, opening, statement, String(request.data.close));
  return edits === null ? null : [{ path: request.path, edits: [...brought.edits, ...edits] }];
};

/** The assigned value, with its parentheses or `await`. */
function valueOf(call: Node): Node {
  const value = wrapped(call);
  return value === call && call.parent.type === 'await' ? call.parent : value;
}

function heldIn(call: Node): Node | null {
  const value = valueOf(call);
  return value.parent.type === 'assignment' && value.field === 'right' && value.parent.parent.type === 'expression_statement' ? value.parent : null;
}

/** `with open(path) as file:` around the statements that need it. */
function inVariable(source: Source, { call, manner, brought }: Opening, statement: Node, close: string): TextEdit[] | null {
  const assignment = heldIn(call)!;
  const name = part(assignment, 'left')!;
  const value = valueOf(call);
  if (name.type !== 'identifier' || part(assignment, 'type') !== null || (value.type === 'await' && manner !== 'async')) return null;
  const need = needOf(source, name, statement, close);
  if (need === null || (need.closing === null && need.last === statement)) return null;
  const { last, closing } = need;
  const [before, behind] = around(manner, brought);
  const inner = value.type === 'await' ? call : value;
  const edits: TextEdit[] = [{ span: source.spanBetween(statement.start, inner.start), text: before }];
  if (last === statement) {
    // Opened to be created or truncated.
    edits.push(
      insert(source, inner.end, `${behind}:`),
      insert(source, endOfLine(source, statement.end), `${newlineOf(source)}${indentOf(source, statement)}${indentUnit(source)}pass`),
    );
    return standsAlone(source, closing!) ? [...edits, removeLines(source, closing!.start, closing!.end)] : null;
  }
  edits.push(insert(source, inner.end, `${behind} as ${source.textOf(name)}:`));
  const body = statement.parent.children.filter((child) => child.start > statement.start && child.end <= (closing === null ? last.end : closing.start));
  if (!body.every((child) => standsAlone(source, child))) return null;
  edits.push(...indented(source, body[0]!, body.at(-1)!, source.lineAt(statement.end) + 1));
  if (closing === null) return edits;
  if (!standsAlone(source, closing)) return null;
  return [...edits, removeLines(source, closing.start, closing.end)];
}

function around(manner: Manner, { text }: Brought): [string, string] {
  return manner === 'closing' ? [`with ${text}(`, ')'] : [manner === 'async' ? 'async with ' : 'with ', ''];
}

/** Indents each line by one level, except for lines that begin inside a string. */
function indented(source: Source, first: Node, last: Node, from: number): TextEdit[] {
  const unit = indentUnit(source);
  const texts: Node[] = [];
  each(first.parent, (node) => void (node.type === 'string' && source.lineAt(node.start) !== source.lineAt(node.end) && texts.push(node)));
  const edits: TextEdit[] = [];
  for (let line = from; line <= source.lineAt(last.end); line++) {
    const start = source.lineStarts[line]!;
    const isBlank = source.text.slice(start, source.lineStarts[line + 1]).trim() === '';
    if (!isBlank && !texts.some((text) => text.start < start && text.end > start)) edits.push(insert(source, start, unit));
  }
  return edits;
}

/** `return json.load(open(path))`: the statement moves below the opening, which gets a name. */
function inPlace(source: Source, { call, manner, brought }: Opening, statement: Node, what: string): TextEdit[] | null {
  const scope = enclosingFunction(call) ?? source.root;
  const taken = new Set<string>();
  each(scope, (node) => void (node.type === 'identifier' && taken.add(source.textOf(node))));
  const name = (NAMES[what] ?? [what.split(' ').at(-1)!]).find((each) => !taken.has(each));
  if (name === undefined || call.parent.type === 'await' || !isUsedUp(source, call, statement)) return null;
  const [newline, indent] = [newlineOf(source), indentOf(source, statement)];
  const [before, behind] = around(manner, brought);
  const head = `${before}${source.textOf(call)}${behind} as ${name}:${newline}${indent}${indentUnit(source)}`;
  if (source.lineAt(statement.start) !== source.lineAt(statement.end)) return null;
  return [insert(source, statement.start, head), { span: source.span(call), text: name }];
}

/** Evaluated first, exactly once, and read to the end within the statement. */
function isUsedUp(source: Source, call: Node, statement: Node): boolean {
  for (let node = call.parent; node !== statement; node = node.parent) if (!ONCE.test(node.type)) return false;
  if (!ONCE.test(statement.type)) return false;
  let first = true;
  each(statement, (node) => void (node.type === 'call' && node.start < call.start && node.end <= call.start && (first = false)));
  const { parent, field } = call;
  if (parent.type === 'attribute' && field === 'object') {
    const outer = parent.parent;
    return first && outer.type === 'call' && functionOf(outer) === parent
      && /^(read|readline|readlines|write|writelines|namelist|extractall|testzip)$/.test(source.textOf(part(parent, 'attribute')!));
  }
  if (!first || parent.type !== 'argument_list') return false;
  const outer = parent.parent;
  const callee = source.textOf(functionOf(outer));
  // Only values that need no computation come before it.
  const { positional } = argumentsOf(source, outer);
  return READS_TO_THE_END.test(callee)
    && positional.slice(0, positional.indexOf(call)).every((each) => /^(identifier|string|attribute|integer|list|dictionary)$/.test(each.type));
}
