/** Replaces `execSync` of a composed command with `execFileSync` and a list of arguments. */
import type { FixProvider, TextEdit } from '../../../facts/adapter.ts';
import { createScopes, type Scopes } from '../scopes.ts';
import { ts, type Source } from '../syntax.ts';
import { nodeAround, offsetAt, openSource, styleOf } from './style.ts';

/** Characters that a shell interprets; without a shell, a command that contains them means something else. */
const SHELL_SIGNS = /[|&;<>$`'*?~(){}[\]#!\\\n]/;
/** Programs that are scripts on Windows, which only a shell can start. */
const NEEDS_SHELL = /^(npm|npx|yarn|pnpm|tsc|eslint|prettier|cd|echo|export|source|set|test|if|for)$/;

/** Applies when every inserted value is one argument or part of one. */
export const execFile: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  if (source === null) return null;
  const from = offsetAt(source, request.span[0], request.span[1]);
  const template = nodeAround(source, from, offsetAt(source, request.span[2], request.span[3]), ts.isTemplateExpression);
  const call = template?.parent;
  if (template === undefined || call === undefined || !ts.isCallExpression(call) || call.arguments[0] !== template) return null;
  const scopes = createScopes();
  const words = wordsOf(source, template, scopes);
  const naming = rename(source, call.expression, scopes);
  if (words === null || naming === null) return null;
  const [program, ...list] = words;
  const edits = [...naming, { span: source.span(template), text: `${program}, [${list.join(', ')}]` }];
  return [{ path: request.path, edits }];
};

/** Arguments as code, the program first; null when the command needs a shell. */
function wordsOf(source: Source, template: ts.TemplateExpression, scopes: Scopes): string[] | null {
  const { quote } = styleOf(source);
  const words: (string | ts.Expression)[][] = [[]];
  let quoted = false;
  const addFixed = (text: string): boolean => {
    if (SHELL_SIGNS.test(text)) return false;
    for (const character of text) {
      if (character === '"') quoted = !quoted;
      else if (/\s/.test(character) && !quoted) words.push([]);
      else words.at(-1)!.push(character);
    }
    return true;
  };
  if (!addFixed(template.head.text)) return null;
  for (const part of template.templateSpans) {
    words.at(-1)!.push(part.expression);
    if (!addFixed(part.literal.text)) return null;
  }
  const filled = words.filter((word) => word.length > 0);
  const program = filled[0] ?? [];
  if (quoted || !program.every((each) => typeof each === 'string') || NEEDS_SHELL.test(program.join(''))) return null;
  return filled.map((word) => written(word));

  function written(word: readonly (string | ts.Expression)[]): string {
    if (word.every((each) => typeof each === 'string')) return `${quote}${word.join('')}${quote}`;
    const [only] = word;
    if (word.length === 1 && typeof only === 'object' && (!source.typescript || isText(only, scopes))) return only.getText(source.file);
    return `\`${word.map((each) => (typeof each === 'string' ? each : `\${${each.getText(source.file)}}`)).join('')}\``;
  }
}

/** Its written type or value is a string. */
function isText(node: ts.Expression, scopes: Scopes): boolean {
  if (!ts.isIdentifier(node)) return false;
  const declared = scopes.lookup(node.text, node);
  if (declared?.kind === 'parameter')
    return declared.path.length === 0 && declared.node.type?.kind === ts.SyntaxKind.StringKeyword && !declared.node.questionToken;
  return declared?.kind === 'const' && declared.path.length === 0 && declared.node.initializer !== undefined
    && (ts.isStringLiteralLike(declared.node.initializer) || ts.isTemplateExpression(declared.node.initializer));
}

/** The new name at the call, and the import it needs. */
function rename(source: Source, callee: ts.Expression, scopes: Scopes): TextEdit[] | null {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'execSync' ? [{ span: source.span(callee.name), text: 'execFileSync' }] : null;
  if (!ts.isIdentifier(callee)) return null;
  const declared = scopes.lookup(callee.text, callee);
  if (declared?.kind !== 'import' || declared.imported !== 'execSync') return null;
  const edits = [{ span: source.span(callee), text: 'execFileSync' }];
  if (scopes.lookup('execFileSync', callee) !== null) return edits;
  const element = importedElement(declared.node, callee.text);
  if (element === undefined) return null;
  const uses = source.text.match(new RegExp(`\\b${callee.text}\\b`, 'g'))?.length ?? 0;
  // Remove the old name if this was its only use: one mention in the import, one here.
  const alone = uses === 2 && element.propertyName === undefined;
  return [...edits, {
    span: alone ? source.span(element) : source.spanBetween(element.getStart(source.file), element.getStart(source.file)),
    text: alone ? 'execFileSync' : 'execFileSync, ',
  }];
}

function importedElement(node: ts.Node, local: string): ts.ImportSpecifier | ts.BindingElement | undefined {
  if (ts.isImportSpecifier(node)) return node;
  if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) return undefined;
  return node.name.elements.find((element) => ts.isIdentifier(element.name) && element.name.text === local);
}
