/** Logs a caught error: to a logger in scope, otherwise to the console. */
import type { FixProvider } from '../../../facts/adapter.ts';
import { createScopes } from '../scopes.ts';
import { ts, hasModifier, isFunctionNode, nameText, type Source } from '../syntax.ts';
import { editHandler } from './handler-edit.ts';

const LOGGER = /^_?(logger|log)$/i;

/** Logs the error that a handler drops, with the logger that the file uses. */
export const logError: FixProvider = (request, context) => editHandler(request, context, ({ source, style, node, words, error }) => ({
  statement: `${loggerFor(source, node)}.error(${style.quote}${words}${style.quote}, ${error})`,
  replacesLast: false,
}));

function loggerFor(source: Source, at: ts.Node): string {
  const scopes = createScopes();
  for (const name of ['logger', 'log', '_logger', 'LOG']) {
    const declared = scopes.lookup(name, at);
    // A function named `log` has no level methods.
    if (declared !== null && declared.kind !== 'function') return name;
  }
  return fieldLogger(source, at) ?? 'console';
}

/** `this.logger`, where `this` is an instance of the class. */
function fieldLogger(source: Source, at: ts.Node): string | null {
  for (let node: ts.Node | undefined = at.parent; node !== undefined; node = node.parent) {
    if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)) return null;
    if (isFunctionNode(node) && hasModifier(node, ts.SyntaxKind.StaticKeyword)) return null;
    if (!ts.isClassLike(node)) continue;
    for (const member of node.members) {
      const names = ts.isPropertyDeclaration(member) ? [nameText(source, member.name)]
        : ts.isConstructorDeclaration(member) ? member.parameters.filter((each) => ts.isParameterPropertyDeclaration(each, member))
          .map((each) => nameText(source, each.name)) : [];
      const name = names.find((each) => LOGGER.test(each.replace(/^#/, '')));
      if (name !== undefined) return `this.${name}`;
    }
    return null;
  }
  return null;
}
