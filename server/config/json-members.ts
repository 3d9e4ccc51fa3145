/**
 * Adds values to the text of a JSON document with comments, and removes them, without changing
 * anything else: a list on one line stays on one line, a member on its own line keeps it, and
 * comments stay beside their members.
 */
import type { Node } from 'jsonc-parser';

/** A list that grows beyond this line length is broken into lines. */
const LINE_LIMIT = 100;

/**
 * @param text of the document
 * @param container an object or a list in it
 * @param key of the new property; null in a list
 * @param value of the new member, which is added at the end
 * @returns the new text
 */
export function addMember(text: string, container: Node, key: string | null, value: unknown): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const name = key === null ? '' : `${JSON.stringify(key)}: `;
  const last = container.children?.at(-1);
  if (last === undefined) return addFirst(text, container, name, value, eol);

  const end = last.offset + last.length;
  if (lineStart(text, last.offset) === lineStart(text, container.offset)) {
    const grown = splice(text, end, 0, `, ${name}${write(value, indentOf(text, container.offset), unitOf(text), eol)}`);
    const line = grown.slice(lineStart(text, container.offset)).split(/\r?\n/, 1)[0]!;
    return container.type === 'array' && line.length > LINE_LIMIT ? breakList(text, container, value, eol) : grown;
  }
  const indent = indentOf(text, last.offset);
  const member = `${eol}${indent}${name}${write(value, indent, unitOf(text), eol)}`;
  const comma = commaAfter(text, end);
  const from = comma === null ? end : comma + 1;
  const to = endOfLineComment(text, from);
  return splice(text.slice(0, end) + (comma === null ? ',' : '') + text.slice(end), to + (comma === null ? 1 : 0), 0, member + (comma === null ? '' : ','));
}

/**
 * @param text of the document
 * @param list a list in it
 * @param position of the member to remove, with a comment on its line
 * @returns the new text
 */
export function removeMember(text: string, list: Node, position: number): string {
  const members = list.children!;
  const member = members[position]!;
  const end = member.offset + member.length;
  const comma = commaAfter(text, end);
  const before = members[position - 1];
  const after = members[position + 1];
  const start = lineStart(text, member.offset);
  const lineEnd = endOfLineComment(text, comma === null ? end : comma + 1);
  const ownLine = text.slice(start, member.offset).trim() === '' && /^\r?\n/.test(text.slice(lineEnd));
  if (!ownLine) {
    if (after !== undefined) return splice(text, member.offset, after.offset - member.offset, '');
    const from = before === undefined ? member.offset : before.offset + before.length;
    return splice(text, from, (before === undefined && comma !== null ? comma + 1 : end) - from, '');
  }
  const next = text.indexOf('\n', lineEnd) + 1;
  const shorter = splice(text, start, next - start, '');
  if (comma !== null || before === undefined) return shorter;
  return splice(shorter, commaAfter(text, before.offset + before.length)!, 1, '');
}

/**
 * @param text of the document
 * @param node a value in it
 * @param value to replace it with
 */
export function replaceValue(text: string, node: Node, value: unknown): string {
  return splice(text, node.offset, node.length, write(value, indentOf(text, node.offset), unitOf(text), text.includes('\r\n') ? '\r\n' : '\n'));
}

function addFirst(text: string, container: Node, name: string, value: unknown, eol: string): string {
  const outer = indentOf(text, container.offset);
  const indent = outer + unitOf(text);
  const comments = text.slice(container.offset + 1, container.offset + container.length - 1).trim();
  if (container.type === 'array' && comments === '') return splice(text, container.offset, container.length, `[${write(value, outer, unitOf(text), eol)}]`);
  const inner = comments === '' ? '' : `${eol}${indent}${comments}`;
  const [open, close] = container.type === 'array' ? '[]' : '{}';
  const member = `${indent}${name}${write(value, indent, unitOf(text), eol)}`;
  return splice(text, container.offset, container.length, `${open}${inner}${eol}${member}${eol}${outer}${close}`);
}

/** A list that is too long for its line gets one line per member. */
function breakList(text: string, list: Node, value: unknown, eol: string): string {
  const outer = indentOf(text, list.offset);
  const indent = outer + unitOf(text);
  const members = [...list.children!.map((child) => text.slice(child.offset, child.offset + child.length)), write(value, indent, unitOf(text), eol)];
  return splice(text, list.offset, list.length, `[${members.map((member) => `${eol}${indent}${member}`).join(',')}${eol}${outer}]`);
}

/** A value that contains no object is written on one line, any other with one line per member. */
function write(value: unknown, indent: string, unit: string, eol: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const parts = Object.entries(value);
  const holdsObject = (inner: unknown): boolean =>
    typeof inner === 'object' && inner !== null && (!Array.isArray(inner) || inner.some((each) => typeof each === 'object'));
  const expanded = parts.some(([, inner]) => holdsObject(inner));
  const deeper = expanded ? indent + unit : indent;
  const members = parts.map(([key, inner]) => `${isList ? '' : `${JSON.stringify(key)}: `}${write(inner, deeper, unit, eol)}`);
  if (expanded) return `${open}${members.map((member) => `${eol}${deeper}${member}`).join(',')}${eol}${indent}${close}`;
  return isList ? `[${members.join(', ')}]` : `{ ${members.join(', ')} }`;
}

/** Offset of the next comma, skipping comments; null when something else follows. */
function commaAfter(text: string, offset: number): number | null {
  const between = /^(?:\s|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/.exec(text.slice(offset))![0].length;
  return text[offset + between] === ',' ? offset + between : null;
}

/** End of a comment on the rest of the line, or of the line when it is blank; otherwise the offset itself. */
function endOfLineComment(text: string, offset: number): number {
  return offset + /^([ \t]*(\/\/[^\r\n]*|\/\*((?!\*\/)[^\r\n])*\*\/[ \t]*(?=\r?\n)))?/.exec(text.slice(offset))![0].length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))![0];
}

/** One step of indentation as the document has it. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function splice(text: string, offset: number, length: number, insert: string): string {
  return text.slice(0, offset) + insert + text.slice(offset + length);
}
