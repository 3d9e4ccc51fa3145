/**
 * Writes the types that a signature lacks, as the compiler infers them: parameters from their uses and callers, the
 * return type from the body, with the imports they need.
 */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { differenceOf } from '../../../text/difference.ts';
import { ts, isFunctionNode, parse, type FunctionNode, type Source } from '../syntax.ts';
import { openProject } from './project.ts';
import { nodeAround, offsetAt, styleOf } from './style.ts';

/** Codes of the compiler errors whose fixes are requested. */
const IMPLICIT_ANY = [7006, 7019, 7031, 7044];
const NO_RETURN_TYPE = [9007, 9008, 9009];
/** Nobody would write a longer type by hand either. */
const LONGEST = 120;

/** Applies to the function whose name stands at the request's span. */
export const inferType: FixProvider = (request, context) => {
  const before = context.read(request.path);
  if (before === undefined) return null;
  const callers = context.files().filter((path) => context.facts(path)?.imports.some((fact) => {
    const to = context.resolve(path, fact.specifier);
    return to.kind === 'file' && to.path === request.path;
  }));
  const project = openProject(context, [request.path, ...callers.slice(0, 20)]);
  project.compilerOptions.set({ declaration: true, isolatedDeclarations: true, verbatimModuleSyntax: true });
  const file = project.getSourceFile(`/${request.path}`);
  if (file === undefined) return null;
  const service = project.getLanguageService().compilerObject;
  const start = offsetAt(parse(request.path, before), request.span[0], request.span[1]);

  /** Applies the first acceptable fix of the compiler; false when there is none. */
  const apply = (position: number, codes: readonly number[], accepts: (fix: ts.CodeFixAction) => boolean): boolean => {
    const style = styleOf(parse(request.path, file.getFullText()));
    const fixes = service.getCodeFixesAtPosition(file.getFilePath(), position, position
      + 1, codes, ts.getDefaultFormatCodeSettings(style.newline), { quotePreference: style.quote === '"' ? 'double' : 'single' });
    const fix = fixes.find((each) => accepts(each) && each.changes.every((change) => change.fileName === file.getFilePath()));
    if (fix === undefined) return false;
    file.applyTextChanges(fix.changes.flatMap((change) =>
      change.textChanges.map((each) => ({ ...each, newText: each.newText.includes('import') ? each.newText : onOneLine(each.newText) }))));
    return true;
  };

  const untyped = functionAt(parse(request.path, before), start)?.parameters.find((each) => each.type === undefined && each.initializer === undefined);
  if (untyped !== undefined && !apply(untyped.name.getStart(), IMPLICIT_ANY, isTelling)) return null;
  const typed = parse(request.path, file.getFullText());
  const now = functionAt(typed, start + (file.getFullText().length - before.length < 0 ? 0 : shift(before, file.getFullText(), start)));
  if (now !== undefined && now.type === undefined && isPublicCandidate(now)) {
    const at = ts.isArrowFunction(now) ? now.getStart(typed.file) : (now.name ?? now).getStart(typed.file);
    if (!apply(at, NO_RETURN_TYPE, (fix) => /return type/i.test(fix.description) && isTelling(fix)) && untyped === undefined) return null;
  }
  const after = file.getFullText();
  return after === before ? null : [{ path: request.path, edits: [difference(parse(request.path, before), after)] }];
};

/** The function whose name, first keyword or arrow is at an offset. */
function functionAt(source: Source, offset: number): FunctionNode | undefined {
  const around = nodeAround(
    source, offset, offset,
    (node): node is ts.Node => isFunctionNode(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node),
  );
  if (around === undefined) return undefined;
  if (isFunctionNode(around)) return around;
  const value = (around as ts.VariableDeclaration).initializer;
  return value !== undefined && isFunctionNode(value) ? value : undefined;
}

/** Return types of private functions are left to inference, as in the rule. */
function isPublicCandidate(node: FunctionNode): boolean {
  if (ts.isConstructorDeclaration(node) || ts.isSetAccessor(node)) return false;
  for (let current: ts.Node = node; !ts.isSourceFile(current); current = current.parent) {
    if (ts.canHaveModifiers(current) && ts.getModifiers(current)?.some((each) => each.kind === ts.SyntaxKind.ExportKeyword)) return true;
  }
  return false;
}

/** Useful as a type: not `any`, and short enough to read. */
function isTelling(fix: ts.CodeFixAction): boolean {
  return fix.changes.every((change) => change.textChanges.every((each) => !/\bany\b/.test(each.newText) && each.newText.length <= LONGEST));
}

/** An object type as it is written by hand: `{ id: string; at: Date }`. */
function onOneLine(type: string): string {
  return type.split('\n').map((line) => line.trim()).join(' ').replaceAll('; }', ' }');
}

/** How far an offset moved because text was inserted before it. */
function shift(before: string, after: string, offset: number): number {
  return differenceOf(before, after).start < offset ? after.length - before.length : 0;
}

/** The single edit that turns one text into another. */
function difference(source: Source, after: string): TextEdit {
  const { start, endBefore, endAfter } = differenceOf(source.text, after);
  return { span: source.spanBetween(start, endBefore), text: after.slice(start, endAfter) };
}
