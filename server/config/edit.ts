/**
 * Edits of `archwright.jsonc` that preserve comments and layout. Each takes the text and returns the
 * new text, or the same text when there is nothing to change. An empty text counts as `{}`.
 */
import { findNodeAtLocation, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Severity } from '../findings/severity.ts';
import { compareSpans } from '../text/spans.ts';
import type { Span } from '../facts/span.ts';
import { addMember, removeMember, replaceValue } from './json-members.ts';
import { SpanFinder, type JsonPath } from './positions.ts';

/**
 * @param text of the file
 * @returns whether it can be edited: it is a JSON object with comments, or empty
 */
export function isEditable(text: string): boolean {
  if (text.trim() === '') return true;
  const errors: ParseError[] = [];
  return parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true })?.type === 'object' && errors.length === 0;
}

/**
 * Allows something, so that a rule does not report it.
 * @param text of an editable file
 * @param ruleId the rule
 * @param entry a path glob, or `from -> to` with globs
 */
export function addAllow(text: string, ruleId: string, entry: string): string {
  return append(withRuleObject(text, ruleId), ['rules', ruleId, 'allow'], entry);
}

/**
 * @param text of an editable file
 * @param ruleId a rule, or `category/*`
 * @param severity its new severity; its options stay
 */
export function setSeverity(text: string, ruleId: string, severity: Severity | 'off'): string {
  const isObject = typeof valueAt(text, ['rules', ruleId]) === 'object';
  return set(text, isObject ? ['rules', ruleId, 'severity'] : ['rules', ruleId], severity);
}

/**
 * Declares that a block may depend on another.
 * @param text of an editable file
 * @param blockId the dependent block; nothing changes when the file does not have it
 * @param dependency the block it depends on
 */
export function addDependency(text: string, blockId: string, dependency: string): string {
  const at = blockIndex(text, blockId);
  return at < 0 ? text : append(text, ['blocks', at, 'dependsOn'], dependency);
}

/**
 * Removes a declared dependency.
 * @param text of an editable file
 * @param blockId the dependent block
 * @param dependency the block it depends on; nothing changes when it is not declared
 */
export function removeDependency(text: string, blockId: string, dependency: string): string {
  const at = blockIndex(text, blockId);
  const declared = at < 0 ? undefined : valueAt(text, ['blocks', at, 'dependsOn']);
  const position = Array.isArray(declared) ? declared.indexOf(dependency) : -1;
  return position < 0 ? text : removeMember(text, nodeAt(text, ['blocks', at, 'dependsOn'])!, position);
}

/**
 * Adds files to a block, and creates the block when the configuration does not have it.
 * @param text of an editable file
 * @param blockId the block
 * @param glob the files
 */
export function assignToBlock(text: string, blockId: string, glob: string): string {
  const at = blockIndex(text, blockId);
  return at < 0 ? append(text, ['blocks'], { id: blockId, paths: [glob] }) : append(text, ['blocks', at, 'paths'], glob);
}

/** @param text of an editable file @returns the version that it gives a block; null when it gives none */
export function versionOfBlock(text: string, blockId: string): string | null {
  const version = valueAt(text, ['blocks', blockIndex(text, blockId), 'version']);
  return typeof version === 'string' ? version : null;
}

/** Replaces the version of a block; nothing changes when the file gives it none. */
export function setBlockVersion(text: string, blockId: string, version: string): string {
  return versionOfBlock(text, blockId) === null ? text : set(text, ['blocks', blockIndex(text, blockId), 'version'], version);
}

/**
 * @param text of an editable file
 * @returns whether it names blocks, so that those of outer files do not apply
 */
export function hasBlocks(text: string): boolean {
  return Array.isArray(valueAt(text, ['blocks']));
}

/**
 * Removes a pattern from a layer or a block. The last one stays, because others may refer to the layer or block.
 * @param text of an editable file
 * @param pattern relative to the workspace; nothing changes when there is another one at the place
 * @param place of the pattern, with its quotes
 * @returns the new text
 */
export function removePattern(text: string, pattern: string, place: Span): string {
  const spans = new SpanFinder(text);
  for (const definition of ['layers', 'blocks'].flatMap((key) => nodeAt(text, [key])?.children ?? [])) {
    const paths = findNodeAtLocation(definition, ['paths']);
    const at = paths?.children?.findIndex((each) => compareSpans(spans.of(each), place) === 0) ?? -1;
    if (paths === undefined || at < 0) continue;
    const values = getNodeValue(paths) as unknown[];
    const own = String(values[at]).replace(/^!?(\.\/)*/, '');
    const others = values.filter((each, index) => index !== at && typeof each === 'string' && !each.startsWith('!'));
    return pattern.endsWith(own) && others.length > 0 ? removeMember(text, paths, at) : text;
  }
  return text;
}

/** Turns a rule that is only a severity into an object with that severity. */
function withRuleObject(text: string, ruleId: string): string {
  const value = valueAt(text, ['rules', ruleId]);
  return typeof value === 'string' ? set(text, ['rules', ruleId], { severity: value }) : text;
}

function append(text: string, path: JsonPath, value: unknown): string {
  const list = nodeAt(text, path);
  if (list?.type !== 'array') return set(text, path, [value]);
  return (getNodeValue(list) as unknown[]).includes(value) ? text : addMember(text, list, null, value);
}

/** Replaces the value at a path, or creates it together with missing objects around it. */
function set(text: string, path: JsonPath, value: unknown): string {
  const source = text.trim() === '' ? '{}\n' : text;
  const existing = nodeAt(source, path);
  if (existing !== undefined) return replaceValue(source, existing, value);
  let depth = path.length - 1;
  while (depth > 0 && nodeAt(source, path.slice(0, depth)) === undefined) depth--;
  const nested = path.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return addMember(source, nodeAt(source, path.slice(0, depth))!, String(path[depth]), nested);
}

function blockIndex(text: string, blockId: string): number {
  const blocks = valueAt(text, ['blocks']);
  return Array.isArray(blocks) ? blocks.findIndex((block: { id?: unknown } | null) => block?.id === blockId) : -1;
}

function nodeAt(text: string, path: JsonPath): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, path);
}

function valueAt(text: string, path: JsonPath): unknown {
  const node = nodeAt(text, path);
  return node && getNodeValue(node);
}
