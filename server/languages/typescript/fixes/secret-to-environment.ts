/** Replaces a secret in a literal with an environment variable, and adds the name to `.env.example`. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { templateEdit, variableName } from '../../kit/environment-variable.ts';
import { ts, type Source } from '../syntax.ts';
import { nodeAround, offsetAt, openSource, styleOf } from './style.ts';

const READER = 'requiredEnv';

/** Applies to a string or template without substitutions; never writes the value anywhere. */
export const secretToEnvironment: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  if (source === null || /^\s*['"]use client['"]/.test(source.text) || source.text.includes('import.meta.env')) return null;
  const from = offsetAt(source, request.span[0], request.span[1]);
  const to = offsetAt(source, request.span[2], request.span[3]);
  const literal = nodeAround(source, from, to, ts.isStringLiteralLike);
  if (literal === undefined || !isExpressionPlace(literal)) return null;
  const setting = settingBefore(literal);
  const name = setting?.name ?? variableName(String((request.data.name ?? '') as string), String((request.data.kind ?? '') as string));
  const target = setting?.whole ?? literal;
  const edits = [...replacement(source, literal, target, from, to, name), ...readerEdit(source)];
  const listed = templateEdit(request.path, name, ['package.json'], context);
  return [{ path: request.path, edits }, ...(listed === null ? [] : [listed])];
};

/** A call may replace the literal here. */
function isExpressionPlace(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (ts.isLiteralTypeNode(parent) || ts.isEnumMember(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)
    || ts.isTaggedTemplateExpression(parent)) return false;
  return !((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent)) && parent.name === node)
    && !ts.isExpressionStatement(parent);
}

/** `process.env.NAME || 'secret'`: the literal is the fallback of a setting. */
function settingBefore(literal: ts.StringLiteralLike): { name: string; whole: ts.Expression } | null {
  const whole = literal.parent;
  if (!ts.isBinaryExpression(whole) || whole.right !== literal || !/^(\|\||\?\?)$/.test(whole.operatorToken.getText())) return null;
  const name = /^process\.env(?:\.(\w+)|\[['"`](\w+)['"`]\])$/.exec(whole.left.getText());
  return name === null ? null : { name: (name[1] ?? name[2])!, whole };
}

function replacement(source: Source, literal: ts.StringLiteralLike, target: ts.Expression, from: number, to: number, name: string): TextEdit[] {
  const { quote } = styleOf(source);
  const start = literal.getStart(source.file);
  const call = `${READER}(${quote}${name}${quote})`;
  if (from <= start + 1 && to >= literal.end - 1) {
    const inMarkup = ts.isJsxAttribute(literal.parent);
    return [{ span: source.spanBetween(target.getStart(source.file), target.end), text: inMarkup ? `{${call}}` : call }];
  }
  const piece = (a: number, b: number): string => source.text.slice(a, b).replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll(`\\${quote}`, quote);
  const template = `\`${piece(start + 1, from)}\${${call}}${piece(to, literal.end - 1)}\``;
  return [{ span: source.spanBetween(start, literal.end), text: ts.isJsxAttribute(literal.parent) ? `{${template}}` : template }];
}

/** The function that reads a variable and reports which one is missing, unless the file already has one. */
function readerEdit(source: Source): TextEdit[] {
  if (new RegExp(`\\b${READER}\\b`).test(source.text)) return [];
  const { quote, semicolon, indent, newline } = styleOf(source);
  const types = source.typescript ? [': string', ': string'] : ['', ''];
  const lines = [
    `function ${READER}(name${types[0]})${types[1]} {`,
    `${indent}const value = process.env[name]${semicolon}`,
    `${indent}if (value === undefined || value === ${quote}${quote}) throw new Error(\`\${name} is not set\`)${semicolon}`,
    `${indent}return value${semicolon}`,
    '}',
  ].join(newline);
  const last = source.file.statements.findLast(isImport);
  if (last !== undefined) return [{ span: source.spanBetween(last.end, last.end), text: newline + newline + lines }];
  const end = source.text.length;
  return [{ span: source.spanBetween(end, end), text: `${source.text.endsWith('\n') ? '' : newline}${newline}${lines}${newline}` }];
}

function isImport(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) return true;
  return ts.isVariableStatement(statement) && statement.declarationList.declarations.every((each) => each.initializer !== undefined
    && ts.isCallExpression(each.initializer) && ts.isIdentifier(each.initializer.expression)
    && each.initializer.expression.text === 'require');
}
