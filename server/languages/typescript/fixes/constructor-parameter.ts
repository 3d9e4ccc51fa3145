/** Turns a dependency that a class creates itself into a constructor parameter, with the created object as its default. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { contains } from '../../../text/spans.ts';
import { ts, hasModifier, nameText, parse, type Source } from '../syntax.ts';
import { styleOf } from './style.ts';

/** What the class creates, and the field that holds it. */
interface Kept {
  owner: ts.ClassLikeDeclaration;
  built: ts.NewExpression;
  /** Name of the field as written after `this.`. */
  field: string;
  /** The field, when the object is its initial value; null when the constructor assigns it. */
  property: ts.PropertyDeclaration | null;
  /** The written type of the field, or null. */
  type: string | null;
}

/** Applies to `new X()` as the initial value of a field, or assigned to a field in the constructor. */
export const constructorParameter: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const kept = findKept(source, request.span);
  if (kept === null) return null;
  const constructor = kept.owner.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member)
    && member.body !== undefined);
  const name = kept.field.replace(/^[#_]+|_+$/g, '');
  if (name === '' || !canMove(kept, constructor, name)) return null;
  const type = source.typescript ? `: ${kept.type ?? builtType(source, kept.built)}` : '';
  const parameter = `${name}${type} = ${source.text.slice(kept.built.getStart(source.file), kept.built.end)}`;
  const edits = constructor === undefined ? newConstructor(source, kept, name, parameter) : extended(source, kept, constructor, name, parameter);
  return edits === null ? null : [{ path: request.path, edits }];
};

function findKept(source: Source, span: Parameters<FixProvider>[0]['span']): Kept | null {
  let found: ts.NewExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (!contains(source.span(node), span)) return;
    if (ts.isNewExpression(node) && contains(span, source.span(node))) found = node;
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(source.file, visit);
  const built = found as ts.NewExpression | null;
  const parent = built?.parent;
  if (built === null || parent === undefined) return null;
  if (ts.isPropertyDeclaration(parent)) {
    if (hasModifier(parent, ts.SyntaxKind.StaticKeyword) || !ts.isClassLike(parent.parent)) return null;
    return { owner: parent.parent, built, field: nameText(source, parent.name), property: parent, type: parent.type?.getText(source.file) ?? null };
  }
  if (!ts.isBinaryExpression(parent) || !ts.isPropertyAccessExpression(parent.left) || parent.left.expression.kind !== ts.SyntaxKind.ThisKeyword) return null;
  const body = parent.parent.parent;
  if (!ts.isExpressionStatement(parent.parent) || !ts.isBlock(body) || !ts.isConstructorDeclaration(body.parent)) return null;
  const owner = body.parent.parent;
  const field = parent.left.name.text;
  const declared = owner.members.find((member): member is ts.PropertyDeclaration => ts.isPropertyDeclaration(member)
    && nameText(source, member.name) === field);
  return { owner, built, field, property: null, type: declared?.type?.getText(source.file) ?? null };
}

/** The created object must not depend on `this` or on names of the constructor's body, and the new name must not be taken. */
function canMove({ owner, built }: Kept, constructor: ts.ConstructorDeclaration | undefined, name: string): boolean {
  if (constructor === undefined && owner.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)) return false;
  if (owner.members.some((member) => ts.isConstructorDeclaration(member) && member.body === undefined)) return false;
  const parameters = constructor?.parameters ?? [];
  if (parameters.some((parameter) => parameter.dotDotDotToken !== undefined)) return false;
  const inBody = new Set<string>();
  const noteNames = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) inBody.add(node.name.text);
    ts.forEachChild(node, noteNames);
  };
  if (constructor?.body) noteNames(constructor.body);
  let free = !inBody.has(name) && !parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name);
  const check = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && (inBody.has(node.text) || node.text === name))) free = false;
    ts.forEachChild(node, check);
  };
  check(built);
  return free;
}

function builtType(source: Source, built: ts.NewExpression): string {
  const { text, file } = source;
  const types = built.typeArguments;
  const name = text.slice(built.expression.getStart(file), built.expression.end);
  return types === undefined ? name : `${name}<${types.map((type) => type.getText(file)).join(', ')}>`;
}

/** The field keeps its place and loses its value. */
function fieldEdit(source: Source, { property, built, type }: Kept): TextEdit[] {
  if (property === null) return [];
  const written = source.typescript && type === null ? `: ${builtType(source, built)}` : '';
  const end = property.type?.end ?? property.exclamationToken?.end ?? property.name.end;
  return [{ span: source.spanBetween(end, built.end), text: written }];
}

function extended(source: Source, kept: Kept, constructor: ts.ConstructorDeclaration, name: string, parameter: string): TextEdit[] | null {
  const { text, file } = source;
  const { newline, semicolon, indent: unit } = styleOf(source);
  const last = constructor.parameters.at(-1);
  const open = text.indexOf('(', constructor.getStart(file)) + 1;
  const ownLine = last !== undefined && text.slice(open, last.getStart(file)).includes('\n');
  const separator = last === undefined ? '' : ownLine ? `,${newline}${indentOf(text, last.getStart(file))}` : ', ';
  const at = last?.end ?? open;
  const edits: TextEdit[] = [{ span: source.spanBetween(at, at), text: separator + parameter }, ...fieldEdit(source, kept)];
  if (kept.property === null) return [...edits, { span: source.span(kept.built), text: name }];
  const body = constructor.body!;
  const callsSuper = (statement: ts.Statement): boolean => ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)
    && statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword;
  const after = body.statements.find(callsSuper)?.end ?? body.getStart(file) + 1;
  const indent = `${indentOf(text, constructor.getStart(file))}${unit}`;
  const closing = body.statements.length === 0 && !text.slice(body.getStart(file), body.end).includes('\n')
    ? `${newline}${indentOf(text, constructor.getStart(file))}`
    : '';
  const gap = closing === '' ? after : body.end - 1;
  return [...edits, { span: source.spanBetween(after, gap), text: `${newline}${indent}this.${kept.field} = ${name}${semicolon}${closing}` }];
}

/** After the last field, the usual layout of a class. */
function newConstructor(source: Source, kept: Kept, name: string, parameter: string): TextEdit[] | null {
  const { text, file } = source;
  const { newline, semicolon, indent: unit } = styleOf(source);
  const fields = kept.owner.members.filter((member) => ts.isPropertyDeclaration(member));
  const last = fields.at(-1);
  if (kept.property === null || last === undefined) return null;
  const indent = indentOf(text, kept.property.getStart(file));
  const lines = ['', '', `${indent}constructor(${parameter}) {`, `${indent}${unit}this.${kept.field} = ${name}${semicolon}`, `${indent}}`];
  return [...fieldEdit(source, kept), { span: source.spanBetween(last.end, last.end), text: lines.join(newline) }];
}

function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}
