/** A step between the data and its split: its inputs and outputs, and whether it may move after the split. */
import type { TextEdit } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { argumentsOf, calleeTarget, functionOf, onlyValue, type ImportTarget } from '../names.ts';
import { createScopes } from '../scopes.ts';
import { around, each, enclosingFunction, part, statementOf, unwrap, type Node, type Source } from '../syntax.ts';
import { endOfLine, indentOf, insert, newlineOf, nodeAt, removeLines, replace, standsAlone } from './edit.ts';

/** Names of the parts of one table after the split. */
export interface Parts { train: string; test: string }

export interface Step {
  /** One statement, or several in a row. */
  statements: readonly Node[];
  /** Names it assigns, in order. */
  outputs: readonly string[];
  /** What replaces each output in the split: a name, or an expression as written. */
  inputs: readonly string[];
  /** Names it uses besides the rows; the split must split them as well. */
  sides: readonly string[];
  /** The output keeps its name and becomes the input: edits used instead of removing the step. */
  kept?: readonly TextEdit[];
}

export interface MovedStep {
  /** By input, including those names: its parts after the split. */
  parts: ReadonlyMap<string, Parts>;
  /** Edits that remove the step and make the split take the inputs; lines to put after the split. */
  moved(lines: readonly string[]): TextEdit[];
}

/**
 * @param source the file
 * @param step before the split
 * @param splitSpan where the rule saw the split
 * @returns null when anything but the split uses the output, or an input is touched before the split
 */
export function behindSplit(source: Source, step: Step, splitSpan: Span): MovedStep | null {
  const { statements, outputs, inputs, sides } = step;
  const call = nodeAt(source, splitSpan, 'call');
  const split = call === null ? null : statementOf(call);
  const first = statements[0]!;
  const last = statements.at(-1)!;
  if (call === null || split === null || split.parent !== first.parent || split.start < last.end || isInLoop(first)) return null;
  const { positional, keywords, spread } = argumentsOf(source, call);
  if (fullName(calleeTarget(source, createScopes(source), functionOf(call))) !== 'sklearn.model_selection.train_test_split' || spread.length > 0) return null;
  const assignment = split.children[0];
  const left = assignment?.type === 'assignment' && part(assignment, 'right') === call ? part(assignment, 'left') : null;
  const names = left !== null && /^(pattern_list|tuple_pattern)$/.test(left.type) ? left.children : [];
  if (names.length !== 2 * positional.length || !names.every((node) => node.type === 'identifier')) return null;
  const texts = names.map((node) => source.textOf(node));
  const given = positional.map((node) => source.textOf(node));
  const own = new Set([...outputs, ...sides, ...namesIn(source, inputs, statements)]);
  if (new Set([...texts, ...own]).size !== texts.length + own.size) return null;

  const parts = new Map<string, Parts>();
  for (const [index, argument] of given.entries()) {
    const out = outputs.indexOf(argument);
    parts.set(out < 0 ? argument : inputs[out]!, { train: texts[2 * index]!, test: texts[2 * index + 1]! });
  }
  if (parts.size !== given.length || !outputs.every((each) => given.includes(each)) || ![...inputs, ...sides].every((each) => parts.has(each))) return null;
  if (!isOnlyPassedOn(source, step, split, call) || ![...statements, split].every((each) => standsAlone(source, each))) return null;

  return {
    parts,
    moved(lines) {
      const [newline, indent] = [newlineOf(source), indentOf(source, split)];
      const comments = commentsAbove(source, first);
      const edits: TextEdit[] = step.kept === undefined ? [removeLines(source, comments?.start ?? first.start, last.end)]
        : [...step.kept, ...(comments === null ? [] : [removeLines(source, comments.start, source.lineStarts[source.lineAt(first.start)]! - 1)])];
      for (const node of [...positional, ...keywords.map(({ value }) => value)]) {
        const out = node.type === 'identifier' ? outputs.indexOf(source.textOf(node)) : -1;
        if (out >= 0 && outputs[out] !== inputs[out]) edits.push(replace(source, node, inputs[out]!));
      }
      const behind = [...(comments?.lines ?? []), ...lines].map((line) => `${newline}${indent}${line}`).join('');
      return [...edits, insert(source, endOfLine(source, split.end), behind)];
    },
  };
}

/** Names used in the inputs. */
function namesIn(source: Source, inputs: readonly string[], statements: readonly Node[]): Set<string> {
  const found = new Set<string>();
  for (const statement of statements) {
    each(statement, (node) => {
      if (node.type === 'identifier' && inputs.some((input) => new RegExp(`(^|[^\\w.])${source.textOf(node)}(?!\\w)`).test(input)))
        found.add(source.textOf(node));
    });
  }
  return found;
}

/** Only the split uses the output, and nothing that the step needs is mentioned before that. */
function isOnlyPassedOn(source: Source, { statements, outputs, inputs, sides }: Step, split: Node, call: Node): boolean {
  const [from, to] = [statements[0]!.start, statements.at(-1)!.end];
  const taken = new Set([...namesIn(source, inputs, statements), ...sides]);
  const scopes = createScopes(source);
  let fine = true;
  each(enclosingFunction(split) ?? source.root, (node) => {
    if (node.type !== 'identifier' || (node.parent.type === 'attribute' && node.field === 'attribute')
      || (node.parent.type === 'keyword_argument' && node.field === 'name')) return;
    const name = source.textOf(node);
    const isOutput = outputs.includes(name);
    // Functions have their own names.
    if ((!isOutput && !taken.has(name)) || scopes.lookup(name, node) !== scopes.lookup(name, split)) return;
    if (node.start >= from && node.end <= to) return;
    if (node.start >= call.start && node.end <= call.end) {
      // Replace it only where it is an argument by itself.
      if (isOutput && node.parent !== part(call, 'arguments') && !(node.parent.type === 'keyword_argument' && node.parent.parent === part(call, 'arguments')))
        fine = false;
      return;
    }
    if (isOutput && (node.start > to || !inputs.includes(name))) fine = false;
    if (taken.has(name) && node.start > to && node.start < split.start) fine = false;
    // A function may read it at any time.
    if (enclosingFunction(node) !== enclosingFunction(split)) fine = false;
  });
  return fine;
}

function isInLoop(node: Node): boolean {
  const fn = enclosingFunction(node);
  const loop = around(node, (outer) => outer.type === 'for_statement' || outer.type === 'while_statement');
  return loop !== null && (fn === null || loop.start > fn.start);
}

/** The lines of a comment right above a statement, which moves with it. */
function commentsAbove(source: Source, statement: Node): { start: number; lines: string[] } | null {
  const lines: string[] = [];
  let line = source.lineAt(statement.start) - 1;
  let start = statement.start;
  for (; line >= 0; line--) {
    const text = source.text.slice(source.lineStarts[line], endOfLine(source, source.lineStarts[line]!));
    if (!/^\s*#/.test(text)) break;
    lines.unshift(text.trim());
    start = source.lineStarts[line]!;
  }
  return lines.length === 0 ? null : { start, lines };
}

/**
 * The class of a method's object: created in place, or a variable that is assigned once.
 * @param source the file
 * @param receiver what precedes the dot
 * @returns its full name: `sklearn.preprocessing.StandardScaler`; empty when unknown
 */
export function classOf(source: Source, receiver: Node): string {
  const scopes = createScopes(source);
  const inner = unwrap(receiver);
  const declared = inner.type === 'identifier' ? scopes.lookup(source.textOf(inner), inner) : null;
  const made = declared === null ? inner : onlyValue(declared);
  const call = made === null ? null : unwrap(made);
  return call?.type === 'call' ? fullName(calleeTarget(source, scopes, functionOf(call))) : '';
}

function fullName(target: ImportTarget | null): string {
  return target === null ? '' : `${target.module}.${target.member}`;
}

/**
 * Read or changed between the step and the split: after the split, its state would be different.
 * @param source the file
 * @param receiver a variable, or an object created in place, which nothing else sees
 * @param from the end of the step
 * @param split where the rule saw the split
 */
export function isUsedBetween(source: Source, receiver: Node, from: number, split: Span): boolean {
  if (receiver.type !== 'identifier') return false;
  const end = (source.lineStarts[split[0] - 1] ?? 0) + split[1];
  let used = false;
  each(
    source.root,
    (node) => void (node.type === 'identifier' && source.textOf(node) === source.textOf(receiver) && node.start > from && node.start < end && (used = true)),
  );
  return used;
}
