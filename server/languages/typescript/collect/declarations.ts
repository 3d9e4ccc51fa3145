/** Names declared in a file, for the naming rule. */
import type { DeclarationFact, DeclarationKind } from '../../../facts/file-facts.ts';
import { ts, hasModifier, unwrap, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { bindingNames, type Exported } from './exports.ts';

export interface DeclarationCollector extends Collector {
  declarations: DeclarationFact[];
}

/** Records every declared name. */
export function declarationCollector(source: Source, exported: Exported): DeclarationCollector {
  const declarations: DeclarationFact[] = [];
  const add = (name: ts.Node | undefined, kind: DeclarationKind, at: Place, value: DeclarationFact['value'] = null): void => {
    if (name === undefined || !ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return;
    declarations.push({
      name: name.text, kind, span: source.span(name), topLevel: at.function === -1 && at.class === -1, public: exported.locals.has(name.text), value,
      ...(isAmbient(name) ? { ambient: true as const } : {}), ...(isGeneric(name.parent)
        ? { generic: true as const }
        : {}), ...(mirrorsProperty(name) ? { mirrors: true as const } : {}),
    });
  };
  const named = (kind: DeclarationKind) => (node: { name?: ts.Node }, at: Place): void => add(node.name, kind, at);
  return {
    declarations,
    on: {
      [ts.SyntaxKind.VariableDeclaration]: (node: ts.VariableDeclaration, at: Place) => {
        const constant = (node.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
        // Names destructured from an object are not chosen here, unless they are renamed.
        for (const name of bindingNames(node.name)) {
          const chosen = !ts.isBindingElement(name.parent) || name.parent.propertyName !== undefined || ts.isArrayBindingPattern(name.parent.parent);
          if (chosen) add(name, constant ? 'constant' : 'variable', at, node.initializer && ts.isIdentifier(node.name) ? valueKind(node.initializer) : null);
        }
      },
      [ts.SyntaxKind.Parameter]: (node: ts.ParameterDeclaration, at: Place) => {
        if (ts.isIdentifier(node.name)) add(node.name, 'parameter', at);
      },
      [ts.SyntaxKind.FunctionDeclaration]: named('function'),
      [ts.SyntaxKind.ClassDeclaration]: named('class'),
      [ts.SyntaxKind.InterfaceDeclaration]: named('interface'),
      [ts.SyntaxKind.TypeAliasDeclaration]: named('type'),
      [ts.SyntaxKind.EnumDeclaration]: named('enum'),
      [ts.SyntaxKind.EnumMember]: named('enum-member'),
      [ts.SyntaxKind.TypeParameter]: named('type-parameter'),
      [ts.SyntaxKind.MethodDeclaration]: (node: ts.MethodDeclaration, at: Place) => {
        if (ts.isClassLike(node.parent) && !hasModifier(node, ts.SyntaxKind.OverrideKeyword)) add(node.name, 'method', at);
      },
      [ts.SyntaxKind.PropertyDeclaration]: (node: ts.PropertyDeclaration, at: Place) => {
        if (!hasModifier(node, ts.SyntaxKind.OverrideKeyword))
          add(node.name, hasModifier(node, ts.SyntaxKind.StaticKeyword) && hasModifier(node, ts.SyntaxKind.ReadonlyKeyword) ? 'constant' : 'property', at);
      },
    },
  };
}

/** The parser's internal flag for nodes inside a `declare`, missing from the public types. */
const AMBIENT = (ts.NodeFlags as unknown as { Ambient: number }).Ambient;

function isAmbient(name: ts.Node): boolean {
  return (name.flags & AMBIENT) !== 0;
}

function isGeneric(node: ts.Node): boolean {
  return (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.typeParameters !== undefined;
}

function mirrorsProperty(name: ts.Identifier | ts.PrivateIdentifier): boolean {
  const declaration = name.parent;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  const value = unwrap(declaration.initializer);
  if (ts.isPropertyAccessExpression(value)) return value.name.text === name.text;
  return ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression) && value.argumentExpression.text === name.text;
}

function valueKind(node: ts.Expression): DeclarationFact['value'] {
  const inner = unwrap(node);
  switch (inner.kind) {
    case ts.SyntaxKind.StringLiteral: case ts.SyntaxKind.NoSubstitutionTemplateLiteral: return 'string';
    case ts.SyntaxKind.NumericLiteral: return 'number';
    case ts.SyntaxKind.TrueKeyword: case ts.SyntaxKind.FalseKeyword: return 'boolean';
    case ts.SyntaxKind.ArrowFunction: case ts.SyntaxKind.FunctionExpression: return 'function';
    case ts.SyntaxKind.ObjectLiteralExpression: return 'object';
    case ts.SyntaxKind.ArrayLiteralExpression: return 'array';
    case ts.SyntaxKind.RegularExpressionLiteral: return 'regex';
    case ts.SyntaxKind.CallExpression: case ts.SyntaxKind.NewExpression: return 'call';
    case ts.SyntaxKind.ClassExpression: case ts.SyntaxKind.Identifier: return 'identifier';
    default: return 'other';
  }
}
