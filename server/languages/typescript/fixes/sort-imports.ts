/** Sorts imports by group: platform, packages, project, nearby files. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { importGroup } from '../conventions.ts';
import { parse, ts, type Source } from '../syntax.ts';
import { styleOf } from './style.ts';

/** An import with its comments. */
interface Item {
  start: number;
  end: number;
  group: number;
  typeOnly: boolean;
  /** An empty line precedes it. */
  apart: boolean;
}

/** Comments about the next line; other comments above the first statement belong to the file. */
const FOR_NEXT_LINE = /@ts-(ignore|expect-error)|-next-line|(prettier|biome|archwright)-ignore\s/;

/**
 * Sorts each uninterrupted stretch of imports; the order within a group stays. Empty lines separate the groups if the
 * file already separates its imports. Data: `order`, the groups in the wanted order, and `internal`, prefixes of
 * specifiers that mean the project itself.
 */
export const sortImports: FixProvider = (request, context) => {
  const text = context.read(request.path);
  if (text === undefined) return null;
  const source = parse(request.path, text);
  const { order, internal } = request.data as { order: readonly string[]; internal: readonly string[] };
  const groupOf = (specifier: string): number => {
    const group = importGroup(specifier);
    return order.indexOf(group !== 'relative' && internal.some((start) => specifier.startsWith(start)) ? 'internal' : group);
  };
  const edits = stretches(source, groupOf).flatMap((statements) => sorted(source, itemsOf(source, statements, groupOf)));
  return edits.length === 0 ? null : [{ path: request.path, edits }];
};

/** Consecutive imports; a side-effect import, an import of several groups, or other code ends a stretch. */
function stretches(source: Source, groupOf: (specifier: string) => number): ts.Statement[][] {
  const found: ts.Statement[][] = [[]];
  for (const statement of source.file.statements) {
    const groups = new Set(specifiersOf(statement).map(groupOf));
    if (groups.size !== 1) found.push([]);
    else found.at(-1)!.push(statement);
  }
  return found.filter((each) => each.length > 1);
}

/** What a statement imports from; undefined for one that must stay in place. */
function specifiersOf(statement: ts.Statement): string[] {
  if (ts.isImportDeclaration(statement))
    return statement.importClause !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? [statement.moduleSpecifier.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  const specifiers = statement.declarationList.declarations.map((each) => required(each.initializer));
  return specifiers.includes(null) ? [] : specifiers.filter((each) => each !== null);
}

/** The specifier of `require('x')`, also when followed by a property or a call. */
function required(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isPropertyAccessExpression(node)) return required(node.expression);
  if (!ts.isCallExpression(node)) return null;
  if (!ts.isIdentifier(node.expression)) return required(node.expression);
  const [argument] = node.arguments;
  return node.expression.text === 'require' && argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null;
}

function itemsOf(source: Source, statements: readonly ts.Statement[], groupOf: (specifier: string) => number): Item[] {
  let group = 0;
  return statements.map((statement, index) => {
    const own = groupOf(specifiersOf(statement)[0]!);
    // A group without a configured position stays with the import before it.
    if (own >= 0) group = own;
    const first = index === 0 ? firstStart(source, statement) : undefined;
    const comments = ts.getLeadingCommentRanges(source.text, statement.pos)?.filter((each) => source.text.slice(statement.pos, each.pos).includes('\n')) ?? [];
    const start = first ?? comments[0]?.pos ?? statement.getStart(source.file);
    const trailing = ts.getTrailingCommentRanges(source.text, statement.end)?.at(-1);
    return {
      start,
      end: trailing?.end ?? statement.end,
      group,
      typeOnly: isTypeOnly(statement),
      apart: /\n[ \t]*\r?\n[ \t]*$/.test(source.text.slice(0, start)),
    };
  });
}

/** Written as types only, as a whole or name by name. */
function isTypeOnly(statement: ts.Statement): boolean {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
  if (clause === undefined || clause.isTypeOnly) return clause !== undefined;
  const names = clause.namedBindings;
  return clause.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.length > 0
    && names.elements.every((each) => each.isTypeOnly);
}

/** Where the first import of a stretch starts: comments about the whole file or section stay above it. */
function firstStart(source: Source, statement: ts.Statement): number {
  const last = ts.getLeadingCommentRanges(source.text, statement.pos)?.at(-1);
  return last !== undefined && FOR_NEXT_LINE.test(source.text.slice(last.pos, last.end)) ? last.pos : statement.getStart(source.file);
}

function sorted(source: Source, items: readonly Item[]): TextEdit[] {
  const wanted = inOrder(items);
  if (wanted.every((each, index) => each === items[index])) return [];
  const { newline } = styleOf(source);
  const setsApart = items.slice(1).some((each) => each.apart);
  const lines = wanted.map((each, index) => {
    const before = wanted[index - 1];
    const together = before === undefined || (before.group === each.group && before.typeOnly === each.typeOnly) || !setsApart;
    // Empty lines within a group stay if the import still follows the same one.
    const kept = before !== undefined && each.apart && items.indexOf(each) === items.indexOf(before) + 1;
    return `${together && !kept ? '' : newline}${source.text.slice(each.start, each.end)}`;
  });
  return [{ span: source.spanBetween(items[0]!.start, items.at(-1)!.end), text: lines.join(newline) }];
}

/** Stable by group; type imports grouped before or after the others stay there. */
function inOrder(items: readonly Item[]): Item[] {
  const byGroup = (list: readonly Item[]): Item[] => [...list].sort((a, b) => a.group - b.group);
  const changes = items.filter((each, index) => index > 0 && each.typeOnly !== items[index - 1]!.typeOnly).length;
  if (changes !== 1) return byGroup(items);
  const turn = items.findIndex((each) => each.typeOnly !== items[0]!.typeOnly);
  return [...byGroup(items.slice(0, turn)), ...byGroup(items.slice(turn))];
}
