/** Where the varying parts of an expression come from, and the fixed pieces of assembled text. */
import { limitedOrigins } from '../kit/collected.ts';
import { joined, type Pieces } from '../kit/pieces.ts';
import type { Origin } from '../../facts/file-facts.ts';
import { argumentsOf, calleeName, calleeTarget, functionOf } from './names.ts';
import { REQUEST_ROOT, readFromRequest, requestPart } from './requests.ts';
import { lastOf, type Declared, type Given, type Scopes } from './scopes.ts';
import { beginsWith, isPlainString, isText, piecesOf, stringValue } from './strings.ts';
import { enclosingFunction, isComprehension, part, unwrap, type Node, type Source } from './syntax.ts';

/** How many variables are followed before an origin counts as unknown. */
export const MAX_STEPS = 6;
/** More parts than this of one expression are not examined. */
const MAX_PARTS = 32;
/** Numbers and booleans cannot carry an injection; these calls return nothing else. */
const GIVES_NUMBER = /^(int|float|bool|len|abs|round|ord|hash|id|sum|min|max|complex|isinstance|range)$/;
/** Return their argument in another form. */
const PASSES = new RegExp(
  '^(str|repr|format|strip|lstrip|rstrip|lower|upper|title|capitalize|replace|join|split|rsplit|splitlines|encode|decode|Path|'
  + 'PurePath|PosixPath|joinpath|abspath|normpath|expanduser|expandvars|resolve|absolute|with_suffix|with_name|list|tuple|set|'
  + 'sorted|reversed|dict|bytes|removeprefix|removesuffix|zfill|ljust|rjust|dedent|fspath|get|copy|pop|text|SQL|textwrap)$',
);
/** Decode without checking. */
const DECODES = new RegExp(
  '^(loads|unquote|unquote_plus|(urlsafe_|standard_)?b(16|32|64|85)decode|a85decode|decode(string|bytes)|unhexlify|parse_qsl?|urlparse|urlsplit|urljoin|'
  + 'read|unescape)$',
);
/** Types that allow only numbers, booleans, dates or a few fixed values. */
const BOUNDED_TYPE = new RegExp(
  String.raw`^(?:Optional\[)?(?:(?:int|float|bool|complex|Decimal|date|datetime|timedelta|UUID|uuid\.UUID|datetime\.\w+|\w*Enum)\]?`
  + String.raw`(?:\s*\|\s*None)?|Literal\[.*)$`,
);

const CONVERSION = /%(?:\(\w+\))?[-# +0]*(?:[1-9]\d*)?(?:\.\d+)?[a-zA-Z]/g;
export interface Origins {
  /** Empty when all of it is fixed. */
  of(node: Node, steps: number): Origin[];
  /** Assembled text: an f-string, `+`, `%`, `format`, `join`. */
  isAssembled(node: Node): boolean;
  assemble(node: Node, steps: number): Pieces;
  /** What the text in a variable was assembled from; null for anything else. */
  assembledVariable(node: Node, steps: number): Pieces | null;
}

export function createOrigins(source: Source, scopes: Scopes): Origins {
  const text = (node: Node): string => source.textOf(node);
  const unknown = (node: Node): Origin[] => [{ kind: 'unknown', text: source.shorten(node, 60) }];

  const of = (node: Node, steps: number): Origin[] => {
    const inner = unwrap(node, true);
    source.steps.take();
    if (isPlainString(inner)) return [];
    if (steps <= 0) return unknown(inner);
    switch (inner.type) {
      case 'integer': case 'float': case 'true': case 'false': case 'none': case 'ellipsis':
      case 'lambda': case 'comparison_operator': case 'not_operator':
        return [];
      case 'identifier':
        return identifier(inner, steps);
      case 'attribute':
      case 'subscript':
        return member(inner, steps);
      case 'call':
        return call(inner, steps);
      case 'conditional_expression':
        return (isListed(inner) ? [inner.children[2]] : [inner.children[0], inner.children[2]]).flatMap((child) => (child ? of(child, steps - 1) : []));
      case 'string':
      case 'concatenated_string':
        return assemble(inner, steps).origins;
      case 'keyword_argument':
      case 'pair':
        return of(part(inner, 'value') ?? inner.children.at(-1)!, steps);
      case 'binary_operator': case 'boolean_operator': case 'unary_operator': case 'list': case 'tuple':
      case 'set': case 'dictionary': case 'list_splat': case 'dictionary_splat': case 'expression_list':
        // The first values are enough for a table of hundreds.
        return inner.children.slice(0, MAX_PARTS).flatMap((child) => of(child, steps - 1));
      case 'named_expression':
        return of(part(inner, 'value')!, steps);
      default:
        break;
    }
    // `[f(x) for x in xs]` has the origins of `f(x)`; those of the list only if they show through.
    if (isComprehension(inner) && part(inner, 'body')) return of(part(inner, 'body')!, steps - 1);
    return unknown(inner);
  };

  /** `name if name in COLUMNS else 'id'`. */
  const isListed = ({ children: [chosen, condition] }: Node): boolean =>
    chosen?.type === 'identifier' && condition?.type === 'comparison_operator' && condition.tokens[0] === 'in' && text(condition.children[0]!) === text(chosen);

  const identifier = (node: Node, steps: number): Origin[] => {
    const name = text(node);
    if (/^__(file|name|doc|package)__$/.test(name)) return [];
    const declared = scopes.lookup(name, node);
    if (declared === null) return [{ kind: 'unknown', text: name }];
    switch (declared.kind) {
      case 'import': return [{ kind: 'import', text: name }];
      case 'parameter': return parameter(declared, name);
      case 'function': case 'class': return [];
      case 'variable': return variable(declared, node, name, steps);
      case 'loop': {
        // An item is of the same kind as its list; a count is a number.
        if (declared.iterable === null) return [{ kind: 'variable', text: name }];
        const found = of(declared.iterable, steps - 1);
        return found.map((each) => ({
          ...each, text: each.kind === 'request' ? each.text : name,
          kind: each.kind === 'parameter' || each.kind === 'call' || each.kind === 'unknown' ? 'variable' : each.kind,
        }));
      }
      default: return [{ kind: 'variable', text: name }];
    }
  };

  const parameter = (declared: Declared & { kind: 'parameter' }, name: string): Origin[] => {
    if (/^(self|cls)$/.test(name)) return [{ kind: 'this', text: name }];
    if (REQUEST_ROOT.test(name)) return [{ kind: 'request', text: name }];
    return [{ kind: 'parameter', text: name, ...(isBounded(source, declared) ? { bounded: true as const } : {}) }];
  };

  const variable = (declared: Declared & { kind: 'variable' }, node: Node, name: string, steps: number): Origin[] => {
    source.steps.take(declared.values.length);
    const earlier = declared.values.filter((each) => isBefore(each, node));
    const global = enclosingFunction(declared.node) === null && enclosingFunction(node) !== null;
    if (earlier.length === 0 || earlier.some((each) => each.value === null) || (global && declared.values.length > 1))
      return [{ kind: 'variable', text: name }];
    return limitedOrigins(lastOf(earlier).flatMap((each) => of(each.value!, steps - 1)));
  };

  const member = (node: Node, steps: number): Origin[] => {
    const name = calleeName(source, node);
    const whole = name.text.replace(/\.\[\]/g, '[…]');
    if (/^os\.environ\b/.test(name.text)) return [{ kind: 'environment', text: whole }];
    if (name.root === null) {
      let object = node;
      while (object.type === 'attribute' || object.type === 'subscript')
        object = unwrap(part(object, 'object') ?? part(object, 'value') ?? object.children[0]!, true);
      return object.type === 'call' ? call(object, steps) : of(object, steps - 1);
    }
    const root = text(name.root);
    const declared = scopes.lookup(root, name.root);
    const requested = requestPart(source, scopes, name, node);
    if (requested !== null) return requested;
    if (/^(self|cls)$/.test(root)) return [{ kind: 'this', text: whole }];
    if (declared?.kind === 'class' || declared?.kind === 'function') return [];
    if (declared?.kind === 'import')
      return /^os$/.test(declared.specifier) && declared.imported === 'environ' ? [{ kind: 'environment', text: whole }] : [{ kind: 'import', text: whole }];
    // A table of fixed values gives fixed values.
    const table = declared?.kind === 'variable' && declared.values.length === 1 ? declared.values[0]!.value : null;
    if (table && unwrap(table).type === 'dictionary' && of(table, steps - 1).length === 0) return [];
    return of(name.root, steps).map((each) => (each.kind === 'request' || each.kind === 'environment' ? each : { ...each, text: whole }));
  };

  const call = (node: Node, steps: number): Origin[] => {
    const callee = functionOf(node);
    const name = calleeName(source, callee);
    const target = calleeTarget(source, scopes, callee);
    const last = name.path.at(-1) ?? (name.root ? text(name.root) : '');
    const here: Origin = { kind: 'call', text: `${name.text}()` };
    const full = target === null ? name.text : `${target.module}.${target.member}`;
    if (name.path.length === 0 && GIVES_NUMBER.test(last)) return [];
    if (/^os\.(getenv|environ\.get)$/.test(full)) return [{ kind: 'environment', text: `${name.text}()` }];
    if (full === 'os.path.basename' || full === 'os.path.dirname')
      return last === 'basename' ? [here] : argumentsOf(source, node).positional.flatMap((each) => of(each, steps - 1));
    if (isAssembled(node)) return assemble(node, steps).origins;
    const requested = readFromRequest(source, scopes, node, callee, name);
    if (requested !== null) return requested;
    const { positional, keywords } = argumentsOf(source, node);
    const given = (): Origin[] => [...positional, ...keywords.map((each) => each.value)].flatMap((each) => of(each, steps));
    const object = callee.type === 'attribute' && target === null ? part(callee, 'object') : null;
    if (object !== null && PASSES.test(last)) {
      const own = of(object, steps - 1);
      if (own.some((each) => each.kind === 'request' || each.kind === 'environment')) return own;
      return last === 'get' || last === 'pop' || last === 'copy'
        ? own
        : [...own, ...(last === 'join' || last === 'replace' || last === 'joinpath' ? given() : [])];
    }
    if (PASSES.test(last) && (object === null || target !== null) && last !== 'get') return given();
    if (object !== null) {
      const own = of(object, steps - 1).filter((each) => each.kind === 'request');
      if (own.length > 0) return own;
    }
    if (!DECODES.test(last)) return [here];
    const handed = given().filter((each) => each.kind === 'request');
    return handed.length > 0 ? handed : [here];
  };

  const isAssembled = (node: Node): boolean => {
    const inner = unwrap(node);
    if (isText(inner)) return !isPlainString(inner);
    if (inner.type === 'binary_operator') {
      const [left, right] = inner.children;
      if (left === undefined || right === undefined) return false;
      return inner.tokens[0] === '%' ? isText(unwrap(left)) : inner.tokens[0] === '+' && (holdsText(left) || holdsText(right));
    }
    if (inner.type !== 'call') return false;
    const callee = functionOf(inner);
    const object = callee.type === 'attribute' ? part(callee, 'object') : null;
    if (object === null || (!isText(unwrap(object)) && !isAssembled(unwrap(object)))) return false;
    const method = text(part(callee, 'attribute')!);
    // `'… NAME …'.replace('NAME', name)` inserts as well.
    return /^(format|format_map)$/.test(method) ? isText(unwrap(object)) : method === 'replace' && replacedBy(node) !== null;
  };

  /** The fixed text that `.replace(fixed, value)` looks for, and the value; null for other arguments. */
  const replacedBy = (call: Node): { fixed: string; value: Node } | null => {
    const { positional: [from, to] } = argumentsOf(source, call);
    const fixed = from !== undefined && isPlainString(unwrap(from)) ? stringValue(source, unwrap(from)) : '';
    return fixed === '' || to === undefined || isPlainString(unwrap(to)) ? null : { fixed, value: to };
  };

  const holdsText = (node: Node): boolean => {
    const inner = unwrap(node);
    return isText(inner) || isAssembled(inner);
  };

  const assembledVariable = (node: Node, steps: number): Pieces | null => {
    if (node.type !== 'identifier' || steps <= 0) return null;
    const declared = scopes.lookup(text(node), node);
    if (declared?.kind !== 'variable') return null;
    if (enclosingFunction(declared.node) !== enclosingFunction(node) && declared.values.length > 1) return null;
    const given = lastOf(declared.values.filter((each) => isBefore(each, node)));
    const earlier = given.slice(Math.max(0, given.findLastIndex((each) => each.value !== null && beginsWith(source, each.value, text(node)))));
    const [first] = earlier;
    if (first === undefined || earlier.some((each) => !each.whole || each.value === null)) return null;
    if (earlier.length === 1 && unwrap(first.value!).type === 'conditional_expression') return eitherText(unwrap(first.value!), steps - 1);
    if (!earlier.some((each) => each.appends || isAssembled(each.value!)) && !(earlier.length === 1 && isPlainString(unwrap(first.value!)))) return null;
    const isTextual = ({ value }: Given): boolean => isText(unwrap(value!)) || isAssembled(value!);
    // `url = address_of(page)`, `url += f"&{key}"`: whatever came first, text is added to it.
    const isExtended = earlier.length > 1 && earlier.slice(1).every((each) => each.appends && isTextual(each));
    if (!isExtended && !earlier.every((each) => isTextual(each) || each.appends)) return null;
    return joined(earlier.map((each) => textual(each.value!, steps - 1)));
  };

  /** `"a" if known else f"{b}/c"`: one text behind the other; null where one of them is not put together. */
  const eitherText = (node: Node, steps: number): Pieces | null => {
    const branches = [unwrap(node.children[0]!), unwrap(node.children[2]!)];
    const isPut = branches.some(isAssembled) && branches.every((each) => isText(each) || isAssembled(each));
    return isPut ? joined(branches.map((each) => textual(each, steps))) : null;
  };

  /** Fixed and varying pieces of any expression that produces text. */
  const textual = (node: Node, steps: number): Pieces => {
    const inner = unwrap(node);
    if (isPlainString(inner)) return { pieces: [stringValue(source, inner)], origins: [] };
    if (inner.type === 'integer' || inner.type === 'float') return { pieces: [text(inner)], origins: [] };
    if (isAssembled(inner) && steps > 0) return assemble(inner, steps);
    return assembledVariable(inner, steps) ?? { pieces: [null], origins: of(inner, steps - 1) };
  };

  const assemble = (node: Node, steps: number): Pieces => {
    const inner = unwrap(node);
    let found: Pieces[];
    if (isText(inner)) found = piecesOf(source, inner)
      .map((piece) => (typeof piece === 'string' ? { pieces: [piece], origins: [] } : textual(piece, steps - 1)));
    else if (inner.type === 'binary_operator' && inner.tokens[0] === '%') {
      const fixed = stringValue(source, unwrap(inner.children[0]!)).split(CONVERSION);
      const given = unwrap(inner.children[1]!);
      const values = given.type === 'tuple' ? given.children : [given];
      // `%d` takes only numbers, which carry no injection.
      const conversions = [...stringValue(source, unwrap(inner.children[0]!)).matchAll(CONVERSION)].map((match) => match[0].at(-1)!);
      const open = conversions.length === values.length ? values.filter((_, at) => !/[dioxXeEfFgGc]/.test(conversions[at]!)) : values;
      found = [{ pieces: fixed.flatMap((piece, at) => (at === 0 ? [piece] : [null, piece])), origins: open.flatMap((value) => of(value, steps - 1)) }];
    } else if (inner.type === 'call') {
      const object = part(functionOf(inner), 'object')!;
      const { positional, keywords } = argumentsOf(source, inner);
      const fixed = textual(object, steps - 1);
      const replaced = text(part(functionOf(inner), 'attribute')!) === 'replace' ? replacedBy(inner) : null;
      const given = replaced === null ? [...positional, ...keywords.map((each) => each.value)] : [replaced.value];
      const hole = replaced?.fixed ?? /\{[^{}]*\}/;
      const pieces = fixed.pieces.flatMap((piece) => (piece === null ? [null] : piece.split(hole).flatMap((each, at) => (at === 0 ? [each] : [null, each]))));
      found = [{ pieces, origins: [...fixed.origins, ...given.flatMap((value) => of(value, steps - 1))] }];
    } else found = inner.children.map((child) => textual(child, steps - 1));
    return joined(found);
  };

  return { of, isAssembled, assemble, assembledVariable };
}

/** Of the same function only what ends before: in `url = f"{url}?a"` the variable is still what it was. */
function isBefore({ at, value }: Given, use: Node): boolean {
  return (value === null ? at.start < use.start : value.end <= use.start) || enclosingFunction(at) !== enclosingFunction(use);
}

/** The written type or the default allows only numbers, booleans or a few strings. */
function isBounded(source: Source, { type, default: given }: Declared & { kind: 'parameter' }): boolean {
  if (type !== null)
    return BOUNDED_TYPE.test(source.textOf(type));
  return given !== null && /^(integer|float|true|false)$/.test(given.type);
}
