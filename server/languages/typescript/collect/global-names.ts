/** Names that a file makes known to files that do not import it, and names that it says to come from elsewhere. */
import { ts, type Source } from '../syntax.ts';

/** Settings of tools: what they name may be defined by the tool. */
const SETTINGS = /eslint|webpack|rollup|vite|esbuild|rspack|karma|jest|babel|gulp|grunt|build|setup|config|global|shim|polyfill/i;
const GLOBAL_OBJECTS = /^(globalThis|window|self|global|root|top|parent|win|_window|GLOBAL|Object\.prototype)$/;
const NAME = /^[A-Za-z_$][\w$]*$/;

/** Gives something to those that import it. */
const EXPORTS = /\bexports\b|\bexport\b/;

/** @param source a file @param isModule it imports or exports @returns names that other files can use without importing them */
export function globalNames(source: Source, isModule: boolean): string[] {
  const names: string[] = [];
  const isSettings = SETTINGS.test(source.path.slice(source.path.lastIndexOf('/') + 1));
  const add = (name: string): void => { if (NAME.test(name)) names.push(name); };
  if (!isModule || source.file.isDeclarationFile) for (const statement of source.file.statements) declaredBy(statement).forEach(add);
  else if (!EXPORTS.test(source.text)) for (const statement of source.file.statements) if (isShared(statement)) declaredBy(statement).forEach(add);
  const looksAt = isSettings || /globalThis|window|self|global|root\b|declare|defineProperty|prototype/.test(source.text);
  if (!looksAt) return names;
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) addMember(node.left);
    else if (ts.isCallExpression(node)) addDefined(node);
    else if (ts.isModuleDeclaration(node) && node.name.text === 'global' && node.body !== undefined && ts.isModuleBlock(node.body)) {
      node.body.statements.flatMap(declaredBy).forEach(add);
    } else if (isSettings && ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))) add(node.name.text);
    else if (isSettings && ts.isStringLiteral(node)) add(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source.file, visit);
  return names;

  function addMember(left: ts.Expression): void {
    if (ts.isPropertyAccessExpression(left) && isGlobalObject(left.expression)) add(left.name.text);
    else if (ts.isElementAccessExpression(left) && isGlobalObject(left.expression) && ts.isStringLiteralLike(left.argumentExpression)) {
      add(left.argumentExpression.text);
    }
  }

  /** `Object.assign(window, { … })`, `Object.defineProperty(globalThis, 'name', …)`, `vi.stubGlobal('name', …)`. */
  function addDefined({ expression, arguments: [target, second, ...others] }: ts.CallExpression): void {
    if (target === undefined || !ts.isPropertyAccessExpression(expression)) return;
    if (/^(stubGlobal|exposeInMainWorld|exposeFunction|exposeBinding|setGlobal|addGlobal)$/.test(expression.name.text) && ts.isStringLiteralLike(target)) {
      add(target.text);
    }
    if (second === undefined || !isGlobalObject(target)) return;
    if (ts.isStringLiteralLike(second)) add(second.text);
    for (const each of [second, ...others]) {
      if (!ts.isObjectLiteralExpression(each)) continue;
      for (const { name } of each.properties) if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name))) add(name.text);
    }
  }
}

function isGlobalObject(node: ts.Expression): boolean {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  const bare = ts.isAsExpression(inner) ? inner.expression : inner;
  return GLOBAL_OBJECTS.test(bare.getText()) || /(^|\.)(window|globalThis|global)$/.test(bare.getText());
}

/** A page of NW.js or Electron may load a file with `require` in it as a script, whose `var` and functions all others see. */
function isShared(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  return ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === 0;
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => ts.isIdentifier(name) ? name.text : []);
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) return [statement.name.text];
  if (ts.isModuleDeclaration(statement) || ts.isEnumDeclaration(statement)) return [statement.name.text];
  return ts.isNamespaceExportDeclaration(statement) ? [statement.name.text] : [];
}

/** @param text of a file @returns what its comments call global */
export function announcedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index } of text.matchAll(/(?:\/\*|\/\/)[ \t*]*(?:globals?|exported|predef)\b/g)) {
    const isBlock = text.startsWith('/*', index);
    const end = text.indexOf(isBlock ? '*/' : '\n', index);
    for (const [name] of text.slice(index, end < 0 ? text.length : end).matchAll(/[A-Za-z_$][\w$]*/g)) names.add(name);
  }
  return names;
}
