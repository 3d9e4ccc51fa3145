/** Turns an expression into a `ValueFact`: what is fixed in it, and where the rest comes from. */
import { limitedOrigins } from '../kit/collected.ts';
import { joined, type Pieces } from '../kit/pieces.ts';
import type { Origin, ValueFact } from '../../facts/file-facts.ts';
import { ts, unwrap, nameText, isAssembledText, isFunctionNode, isKeywordLiteral, listOf, sameFunction, type Source } from './syntax.ts';
import { boundedMember, givesNumber, isBounded, isFallback, isListed, isNarrowed } from './bounded-values.ts';
import { givenValues } from './given-values.ts';
import { chosenHere, isAnswered, isFromRequest, isRequestItself, readsRequest, REQUEST_PARTS, REQUEST_ROOTS, TAKES_PART } from './requests.ts';
import { calleeName, importTarget } from './names.ts';
import { DECODES, GIVES_DIGITS, RESHAPES_TEXT } from './reshaping.ts';
import type { Scopes } from './scopes.ts';

/** How many variables are followed before an origin counts as unknown. */
const MAX_STEPS = 6;

export interface Values {
  /** @param depth how many levels of object properties to describe */
  describe(node: ts.Expression, depth?: number): ValueFact;
  /**
   * Called for each assignment to a variable, in source order, so that later uses see it.
   * @param appends `+=`
   */
  noteAssignment(name: ts.Identifier, value: ts.Expression, appends: boolean): void;
}

/** Values of one file. */
export function createValues(source: Source, scopes: Scopes): Values {
  const { noteAssignment, givenBefore, inPlaceOf } = givenValues(scopes);

  const describe = (node: ts.Expression, depth = 1): ValueFact => {
    const inner = unwrap(node);
    const span = source.span(node);
    if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) return literal('string', inner.text.slice(0, 400), span);
    if (ts.isNumericLiteral(inner) || ts.isBigIntLiteral(inner)) return literal('number', inner.text, span);
    if (ts.isRegularExpressionLiteral(inner)) return literal('regex', inner.text, span);
    switch (inner.kind) {
      case ts.SyntaxKind.TrueKeyword: return literal('boolean', 'true', span);
      case ts.SyntaxKind.FalseKeyword: return literal('boolean', 'false', span);
      case ts.SyntaxKind.NullKeyword: return literal('null', 'null', span);
      default: break;
    }
    if (isFunctionNode(inner)) return { ...literal('function', source.shorten(inner, 60), span), constant: true };
    const text = source.shorten(inner);
    if (isAssembledText(inner)) {
      const found = assemble(inner, MAX_STEPS);
      return { kind: 'template', text, span, constant: found.origins.length === 0, pieces: found.pieces, origins: found.origins, properties: null };
    }
    if (ts.isObjectLiteralExpression(inner)) return object(inner, span, text, depth);
    if (ts.isArrayLiteralExpression(inner)) {
      const origins = inner.elements.flatMap((element) => origin(ts.isSpreadElement(element) ? element.expression : element, MAX_STEPS));
      return { kind: 'array', text, span, constant: origins.length === 0, pieces: null, origins: limitedOrigins(origins), properties: null };
    }
    const kind = ts.isIdentifier(inner) ? 'identifier'
      : ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner) ? 'member'
      : ts.isCallExpression(inner) || ts.isNewExpression(inner) ? 'call' : 'other';
    // Look through a variable that was assembled elsewhere in the file.
    const assembled = assembledVariable(inner, MAX_STEPS);
    if (assembled) return { kind, text, span, constant: assembled.origins.length === 0, ...assembled, properties: null };
    const origins = limitedOrigins(origin(inner, MAX_STEPS));
    return { kind, text, span, constant: origins.length === 0, pieces: null, origins, properties: null };
  };

  const object = (node: ts.ObjectLiteralExpression, span: ValueFact['span'], text: string, depth: number, steps = MAX_STEPS): ValueFact => {
    const properties: { name: string; value: ValueFact }[] = [];
    const origins: Origin[] = [];
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) origins.push(...origin(property.expression, steps));
      else if (ts.isPropertyAssignment(property)) {
        if (depth > 0 && properties.length < 24) {
          const value = describe(property.initializer, depth - 1);
          properties.push({ name: nameText(source, property.name), value });
          origins.push(...value.origins);
        } else origins.push(...origin(property.initializer, steps));
      } else if (ts.isShorthandPropertyAssignment(property)) {
        if (depth > 0) properties.push({ name: property.name.text, value: describe(property.name, depth - 1) });
        origins.push(...origin(property.name, steps));
      }
    }
    return {
      kind: 'object', text, span, constant: origins.length === 0, pieces: null, origins: limitedOrigins(origins),
      properties: depth > 0 ? properties : null,
    };
  };

  /** Where an expression's varying parts come from; empty when all of it is fixed. */
  const origin = (node: ts.Expression, steps: number): Origin[] => {
    const inner = unwrap(node);
    if (steps <= 0) return [{ kind: 'unknown', text: source.shorten(inner, 60) }];
    if (ts.isLiteralExpression(inner) || isFunctionNode(inner) || isKeywordLiteral(inner)) return [];
    if (ts.isIdentifier(inner)) return identifierOrigin(inner, steps);
    if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) return memberOrigin(inner, steps);
    if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) return callOrigin(inner, steps);
    if (ts.isConditionalExpression(inner)) return [...(isListed(inner) ? [] : origin(inner.whenTrue, steps - 1)), ...origin(inner.whenFalse, steps - 1)];
    if (ts.isBinaryExpression(inner)) return binaryOrigin(inner, steps);
    // `+x`, `-x`, `!x`: a number or a boolean.
    if (ts.isPrefixUnaryExpression(inner)) return [];
    if (ts.isTemplateExpression(inner)) return assemble(inner, steps).origins;
    if (ts.isArrayLiteralExpression(inner)) return inner.elements.flatMap((each) => origin(ts.isSpreadElement(each) ? each.expression : each, steps - 1));
    if (ts.isObjectLiteralExpression(inner)) return object(inner, [0, 0, 0, 0], '', 0, steps - 1).origins;
    return [{ kind: 'unknown', text: source.shorten(inner, 60) }];
  };

  const binaryOrigin = (node: ts.BinaryExpression, steps: number): Origin[] => {
    if (givesNumber(node)) return [];
    const right = origin(node.right, steps - 1);
    return [...origin(node.left, steps - 1), ...(isFallback(node) ? right.map((each): Origin => ({ ...each, lookedUp: true })) : right)];
  };

  const identifierOrigin = (node: ts.Identifier, steps: number): Origin[] => {
    const text = node.text;
    if (text === 'undefined' || text === 'NaN' || text === 'Infinity' || text === '__dirname' || text === '__filename') return [];
    const declared = scopes.lookup(text, node);
    if (declared === null) return [{ kind: 'unknown', text }];
    if ((declared.kind === 'parameter' || declared.kind === 'const') && isNarrowed(node)) return [];
    switch (declared.kind) {
      case 'import': return [{ kind: 'import', text }];
      case 'parameter': {
        const replaced = inPlaceOf(declared.node, node);
        if (replaced !== null) return origin(replaced, steps - 1);
        const kind = isFromRequest(source, declared.node, declared.path) ? 'request' : 'parameter';
        return [{ kind, text, ...(isBounded(declared.node, declared.path) ? { bounded: true } : {}) }];
      }
      case 'enum': case 'function': case 'class': return [];
      case 'const': case 'let': {
        const value = declared.node.initializer;
        const later = declared.kind === 'let' ? givenBefore(declared.node, node) : [];
        const member = value === undefined || declared.path.length === 0 || later.length > 0 ? null : boundedMember(scopes, value, declared.path);
        if (member !== null) return [member];
        if (declared.kind === 'let' && (!sameFunction(declared.node, node) || (value === undefined && later.length === 0))) return [{ kind: 'variable', text }];
        const found = [...(value === undefined ? [] : origin(value, steps - 1)), ...later.flatMap((each) => origin(each.value, steps - 2))];
        if (value !== undefined && declared.path.some((step) => REQUEST_PARTS.has(step)) && ts.isIdentifier(unwrap(value))
          && REQUEST_ROOTS.test((unwrap(value) as ts.Identifier).text)) return [{ kind: 'request', text }];
        if (found.length > 0 && declared.path.length > 0
            && found.every((each) => each.kind === 'parameter' || each.kind === 'unknown' || (each.kind === 'request' && /\.\w+$/.test(each.text)))) {
          return found.map((each) => ({ kind: each.kind, text: `${each.text}.${declared.path.join('.')}` }));
        }
        return found;
      }
      case 'loop': {
        // The items of a fixed list are fixed.
        const list = listOf(declared.node);
        return list !== undefined && origin(list, steps - 1).length === 0 ? [] : [{ kind: 'variable', text }];
      }
      default: return [{ kind: 'variable', text }];
    }
  };

  const memberOrigin = (node: ts.PropertyAccessExpression | ts.ElementAccessExpression, steps: number): Origin[] => {
    const name = calleeName(source, node);
    const text = name.text;
    if (/^(process\.env|import\.meta\.env)\b/.test(text)) return [{ kind: 'environment', text }];
    if (text.startsWith('this.')) return [{ kind: 'this', text }];
    if (text.startsWith('import.meta')) return [];
    if (name.root === null) {
      let object: ts.Expression = node;
      while (ts.isPropertyAccessExpression(object) || ts.isElementAccessExpression(object)) object = unwrap(object.expression);
      return ts.isCallExpression(object) || ts.isNewExpression(object) ? callOrigin(object, steps - 1) : [{ kind: 'unknown', text }];
    }
    const declared = scopes.lookup(name.root.text, name.root);
    if (declared?.kind === 'enum') return [];
    if (declared?.kind === 'parameter' && name.path.some((step) => REQUEST_PARTS.has(step))
      && (REQUEST_ROOTS.test(name.root.text) || isAnswered(declared.node)))
      return [{ kind: 'request', text, ...chosenHere(text) }];
    if (declared?.kind === 'const' && declared.node.initializer) {
      const value = unwrap(declared.node.initializer);
      if (ts.isObjectLiteralExpression(value) && name.path.length === 1) {
        const property = value.properties.find((each) => ts.isPropertyAssignment(each) && nameText(source, each.name) === name.path[0]);
        if (property && ts.isPropertyAssignment(property)) return origin(property.initializer, steps - 1);
      }
    }
    const member = ts.isPropertyAccessExpression(node) ? boundedMember(scopes, name.root, name.path) : null;
    if (member !== null) return [member];
    const found = origin(name.root, steps - 1).map((each) => (each.kind === 'request' || each.kind === 'environment' ? each : { kind: each.kind, text }));
    return found.map((each) => (each.kind === 'request' ? { ...each, ...chosenHere(`${each.text}.${name.path.join('.')}`) } : each));
  };

  const callOrigin = (node: ts.CallExpression | ts.NewExpression, steps: number): Origin[] => {
    const name = calleeName(source, node.expression);
    const target = name.root ? importTarget(scopes.lookup(name.root.text, name.root), name.path) : null;
    const last = name.path.at(-1) ?? name.root?.text ?? '';
    // Numbers cannot carry an injection; these keep fixed parts fixed.
    if (/^(Number|parseInt|parseFloat|BigInt|Boolean)$/.test(name.text) || name.text.startsWith('Math.')) return [];
    if (/^Buffer\.(from|alloc)$/.test(name.text)) return (node.arguments ?? []).flatMap((argument) => origin(argument, steps - 1));
    if (last === 'get' && name.root !== null && name.path.length === 1 && isFixedMap(name.root, steps)) return [];
    if (GIVES_DIGITS.test(last) && (node.arguments ?? []).length === 0) return [];
    // A base name, a list of placeholders and the elements of a list keep the relevant origins of their parts.
    if (target !== null && /^path(\/|$)/.test(target.module) && last === 'basename') return [{ kind: 'call', text: `${name.text}()` }];
    if (last === 'repeat' && ts.isPropertyAccessExpression(node.expression)) return origin(node.expression.expression, steps - 1);
    if (last === 'fill' && node.arguments?.[0]) return origin(node.arguments[0], steps - 1);
    if (last === 'map' && ts.isPropertyAccessExpression(node.expression)) {
      const callback = node.arguments?.[0];
      if (callback && ts.isArrowFunction(callback) && !ts.isBlock(callback.body)) {
        const changing = origin(callback.body, steps - 1).filter((each) => each.bounded !== true);
        return changing.length === 0 ? [] : limitedOrigins([...origin(node.expression.expression, steps - 1), ...changing]);
      }
    }
    const passesThrough = (target !== null && /^(path|url|util)(\/|$)/.test(target.module)) || RESHAPES_TEXT.test(last);
    if (passesThrough) {
      const parts = (node.arguments ?? []).flatMap((argument) => origin(ts.isSpreadElement(argument) ? argument.expression : argument, steps - 1));
      const object = ts.isPropertyAccessExpression(node.expression) && target === null && !/^(path|Object|String)$/.test(name.root?.text ?? '')
        ? origin(node.expression.expression, steps - 1)
        : [];
      return [...object, ...parts];
    }
    // Checking or escaping an argument yields something new; merely decoding it does not.
    const carried = (node.arguments ?? []).filter((each) => DECODES.test(last) || isRequestItself(each));
    const read = readsRequest(source, scopes, { node, name, last });
    if (carried.length === 0) {
      const object = TAKES_PART.test(last) && ts.isPropertyAccessExpression(node.expression) ? origin(node.expression.expression, steps) : [];
      return read ?? (object.some(({ kind }) => kind === 'request') ? object : [{ kind: 'call', text: `${name.text}()` }]);
    }
    if (/^(safe)?parse(Async)?$/i.test(last) && !/^(JSON|qs|querystring|url|URL|superjson|yaml|YAML)$/.test(name.root?.text ?? ''))
      return [{ kind: 'call', text: `${name.text}()` }];
    const fromRequest = carried.flatMap((argument) => (ts.isSpreadElement(argument) ? [] : origin(argument, steps - 1)))
      .filter((each) => each.kind === 'request');
    return read ?? (fromRequest.length > 0 ? fromRequest : [{ kind: 'call', text: `${name.text}()` }]);
  };

  /** `new Map([['a', 'b']])` in a constant. */
  const isFixedMap = (name: ts.Identifier, steps: number): boolean => {
    const declared = scopes.lookup(name.text, name);
    const made = declared?.kind === 'const' && declared.node.initializer !== undefined ? unwrap(declared.node.initializer) : null;
    return made !== null && ts.isNewExpression(made) && ts.isIdentifier(made.expression) && made.expression.text === 'Map'
      && (made.arguments ?? []).length > 0 && made.arguments!.every((each) => origin(each, steps - 1).length === 0);
  };

  const assembledVariable = (node: ts.Expression, steps: number): Pieces | null => {
    if (!ts.isIdentifier(node) || steps <= 0) return null;
    const declared = scopes.lookup(node.text, node);
    if ((declared?.kind !== 'const' && declared?.kind !== 'let') || declared.path.length > 0 || !declared.node.initializer) return null;
    const value = unwrap(declared.node.initializer);
    const later = declared.kind === 'let' ? givenBefore(declared.node, node) : [];
    if (later.some((each) => each.appends || isAssembledText(unwrap(each.value)))) {
      return joined([textOf(value, steps - 1), ...later.map((each) => textOf(each.value, steps - 2))]);
    }
    if (isAssembledText(value)) return assemble(value, steps - 1);
    if (ts.isConditionalExpression(value) && later.length === 0) return eitherText(value, steps - 1);
    return declared.kind === 'const' && ts.isStringLiteralLike(value) ? { pieces: [value.text], origins: [] } : null;
  };

  /** `known ? 'a' : `${b}/c``: one text behind the other; null where one of them is not put together, or nothing in them varies. */
  const eitherText = ({ whenTrue, whenFalse }: ts.ConditionalExpression, steps: number): Pieces | null => {
    const [first, second] = [whenTrue, whenFalse].map((each) => assembledText(unwrap(each), steps));
    return first && second && [...first.pieces, ...second.pieces].includes(null) ? joined([first, second]) : null;
  };

  /** Fixed and varying pieces of any expression that produces text. */
  const textOf = (node: ts.Expression, steps: number): Pieces =>
    assembledText(unwrap(node), steps) ?? { pieces: [null], origins: origin(unwrap(node), steps) };

  const assembledText = (inner: ts.Expression, steps: number): Pieces | null => {
    if (ts.isStringLiteralLike(inner)) return { pieces: [inner.text], origins: [] };
    return isAssembledText(inner) && steps > 0 ? assemble(inner, steps) : assembledVariable(inner, steps);
  };

  const assemble = (node: ts.Expression, steps: number): Pieces => {
    const pieces: (string | null)[] = [];
    const origins: Origin[] = [];
    const add = (part: ts.Expression): void => {
      const inner = unwrap(part);
      if (ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner)) pieces.push(inner.text);
      else if (isAssembledText(inner) && steps > 0) append(assemble(inner, steps - 1));
      else {
        const through = assembledVariable(inner, steps);
        if (through) append(through);
        else {
          const found = origin(inner, steps - 1);
          pieces.push(null);
          origins.push(...found);
        }
      }
    };
    const append = (found: Pieces): void => {
      pieces.push(...found.pieces);
      origins.push(...found.origins);
    };
    if (ts.isTemplateExpression(node)) {
      pieces.push(node.head.text);
      for (const spanPart of node.templateSpans) {
        add(spanPart.expression);
        pieces.push(spanPart.literal.text);
      }
    } else if (ts.isBinaryExpression(node)) {
      add(node.left);
      add(node.right);
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      add(node.expression.expression);
      node.arguments.forEach((argument) => add(argument));
    }
    return { pieces: pieces.slice(0, 60), origins: limitedOrigins(origins) };
  };

  return { describe, noteAssignment };
}

function literal(kind: ValueFact['kind'], text: string, span: ValueFact['span']): ValueFact {
  return { kind, text, span, constant: true, pieces: null, origins: [], properties: null };
}
