/** Strings that may be addresses or paths, and places where `any` is written. */
import type { AnyFact, StringFact } from '../../../facts/file-facts.ts';
import { ts, nameText, type Source } from '../syntax.ts';
import { calleeName } from '../names.ts';
import type { Collector, Place } from '../walk.ts';
import type { Exported } from './exports.ts';
import { hasModifier, isFunctionNode } from '../syntax.ts';
import { overloadOf, visibilityOf } from './functions.ts';

const INTERESTING = /:\/\/|^(~?\/|\.{0,2}\\|[A-Za-z]:[\\/])|^\d{1,3}(\.\d{1,3}){3}/;

export interface LiteralCollector extends Collector {
  strings: StringFact[];
  anys: AnyFact[];
}

/** Records strings and occurrences of `any`. */
export function literalCollector(source: Source, exported: Exported): LiteralCollector {
  const strings: StringFact[] = [];
  const anys: AnyFact[] = [];
  const addString = (node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateHead, at: Place): void => {
    if (!INTERESTING.test(node.text) || isSpecifier(node)) return;
    const holder: ts.Node = ts.isTemplateHead(node) ? node.parent : node;
    strings.push({ value: node.text.slice(0, 300), span: source.span(node), function: at.function, ...contextOf(source, holder) });
  };
  return {
    strings,
    anys,
    on: {
      [ts.SyntaxKind.StringLiteral]: addString,
      [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: addString,
      [ts.SyntaxKind.TemplateHead]: addString,
      [ts.SyntaxKind.AnyKeyword]: (node: ts.Node) => { anys.push(describeAny(node)); },
    },
  };

  function describeAny(node: ts.Node): AnyFact {
    let current: ts.Node = node;
    while (ts.isTypeNode(current.parent) && !ts.isFunctionTypeNode(current.parent) && !ts.isTypeLiteralNode(current.parent)) current = current.parent;
    const parent = current.parent;
    const span = source.span(node);
    const direct = current === node || ts.isArrayTypeNode(current) || ts.isUnionTypeNode(current);
    if (helpsInference(node)) return { span, where: 'type-argument', name: '', public: false };
    if (ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent)) return { span, where: 'assertion', name: '', public: false };
    if (!direct && !isPlainHolder(current)) return { span, where: 'type-argument', name: '', public: false };
    if (ts.isParameter(parent) && parent.dotDotDotToken !== undefined) return { span, where: 'type-argument', name: '', public: false };
    if (ts.isParameter(parent)) return { span, where: 'parameter', name: nameText(source, parent.name), public: isPublicMember(parent.parent) };
    if (ts.isVariableDeclaration(parent))
      return { span, where: 'variable', name: nameText(source, parent.name), public: ts.isIdentifier(parent.name) && exported.locals.has(parent.name.text) };
    if (ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent))
      return { span, where: 'property', name: nameText(source, parent.name), public: isPublicMember(parent) };
    if (ts.isTypeAliasDeclaration(parent)) return { span, where: 'alias', name: parent.name.text, public: exported.locals.has(parent.name.text) };
    if (ts.isIndexSignatureDeclaration(parent)) return { span, where: 'property', name: '[key]', public: isPublicMember(parent) };
    if (ts.isFunctionLike(parent)) return { span, where: 'return', name: nameText(
      source,
      parent.name ?? (ts.isVariableDeclaration(parent.parent) || ts.isPropertyDeclaration(parent.parent) ? parent.parent.name : undefined),
    ), public: isPublicMember(parent) };
    return { span, where: 'type-argument', name: '', public: false };
  }

  /** Declared as part of something exported, and not private there. */
  function isPublicMember(node: ts.Node): boolean {
    if (visibilityOf(node) === 'private' || (isFunctionNode(node) && overloadOf(node) === 'implementation')) return false;
    // Others see the variable's type, not that of the function assigned to it.
    if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node))
      && (ts.isVariableDeclaration(node.parent) || ts.isPropertyDeclaration(node.parent)) && node.parent.type !== undefined) return false;
    for (let current: ts.Node = node; !ts.isSourceFile(current); current = current.parent) {
      if (current !== node && (ts.isBlock(current) || ts.isArrowFunction(current) || ts.isFunctionExpression(current))) return false;
      if (hasModifier(current, ts.SyntaxKind.ExportKeyword)) return true;
      const name = (current as { name?: ts.Node }).name;
      if (current.parent.parent === undefined || ts.isSourceFile(current.parent))
        return name !== undefined && ts.isIdentifier(name) && exported.locals.has(name.text);
      if (ts.isVariableDeclaration(current) && ts.isIdentifier(current.name) && exported.locals.has(current.name.text)) return true;
    }
    return false;
  }
}

/** Container types: `any` in them is `any` for the code that takes it out. */
const CONTAINERS = new RegExp(
  '^(Promise|PromiseLike|(Readonly)?(Array|Set|Map|Record)|Weak(Map|Set|Ref)|Partial|Required|Readonly|(Async)?(Iterable|'
  + 'Iterator|IterableIterator|Generator)|(global)?this)$',
);

/** It only satisfies or helps the compiler, and never reaches a caller. */
function helpsInference(node: ts.Node): boolean {
  for (let current = node.parent; ; current = current.parent) {
    if (ts.isTypeParameterDeclaration(current) || ts.isConditionalTypeNode(current) || ts.isInferTypeNode(current)) return true;
    if (ts.isTypeReferenceNode(current) && !CONTAINERS.test(current.typeName.getText())) return true;
    if ((ts.isFunctionTypeNode(current) || ts.isConstructorTypeNode(current)) && current.parameters.some((each) => each.dotDotDotToken !== undefined
      && each.type !== undefined && /^(any|any\[\]|Array<any>)$/.test(each.type.getText()))) return true;
    const within = ts.isTypeNode(current) || ts.isTypeElement(current) || (ts.isParameter(current) && ts.isTypeNode(current.parent));
    if (!within) return false;
  }
}

/** `Promise<any>` and `Array<any>` say no more than `any`; other types may need it for inference. */
function isPlainHolder(node: ts.Node): boolean {
  return ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && /^(Promise|Array|ReadonlyArray|Set)$/.test(node.typeName.text);
}

function isSpecifier(node: ts.Node): boolean {
  const parent = node.parent;
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isExternalModuleReference(parent) || ts.isModuleDeclaration(parent)
    || (ts.isLiteralTypeNode(parent)) || (ts.isCallExpression(parent)
      && (parent.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(parent.expression) && parent.expression.text === 'require')));
}

function contextOf(source: Source, node: ts.Node): Pick<StringFact, 'name' | 'argumentOf' | 'compared' | 'fallback'> {
  const context = { name: '', argumentOf: null as string | null, compared: false, fallback: false };
  let current = node;
  for (let step = 0; step < 6; step++) {
    const parent = current.parent;
    if (parent === undefined || ts.isStatement(parent)) break;
    if (ts.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.kind;
      if (operator === ts.SyntaxKind.EqualsEqualsEqualsToken || operator === ts.SyntaxKind.EqualsEqualsToken
        || operator === ts.SyntaxKind.ExclamationEqualsEqualsToken
        || operator === ts.SyntaxKind.ExclamationEqualsToken) context.compared = true;
      if ((operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken) && parent.right === current) context.fallback = true;
      if (operator === ts.SyntaxKind.EqualsToken) {
        context.name = source.shorten(parent.left, 60);
        break;
      }
    } else if (ts.isCaseClause(parent)) context.compared = true;
    else if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent) || ts.isEnumMember(parent)) {
      context.name = nameText(source, parent.name);
      if (ts.isParameter(parent)) context.fallback = true;
      break;
    } else if (ts.isPropertyAssignment(parent)) {
      if (parent.name === current) context.compared = true;
      else context.name = nameText(source, parent.name);
      break;
    } else if (ts.isJsxAttribute(parent)) {
      context.name = nameText(source, parent.name);
      break;
    } else if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== current) {
      const callee = calleeName(source, parent.expression).text;
      context.argumentOf = callee;
      if (/\.(startsWith|endsWith|includes|indexOf|match|test|has|equals?)$/.test(callee)) context.compared = true;
      break;
    } else if (ts.isPropertyAccessExpression(parent) && parent.expression !== current) break;
    current = parent;
  }
  return context;
}
