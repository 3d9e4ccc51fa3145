/** How far an outsider controls a value that reaches a dangerous call; shared by all rules about injection. */
import type { CallFact, FileFacts, FunctionFact, FunctionIndex, Origin, ParamFact, ValueFact } from '../../facts/file-facts.ts';
import type { Severity } from '../../findings/severity.ts';
import type { Span } from '../../facts/span.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { contains } from '../../text/spans.ts';
import { enclosing } from './enclosing.ts';
import type { DraftRest } from './messages.ts';
import { isPython } from './python.ts';

export interface Exposure {
  /** `error` for request data and parameters of public functions; `warning` where control is only likely. */
  severity: Severity;
  /** The decisive origin, for the message. */
  from: Origin;
  /** It demonstrably comes from outside: a request, or an argument that a framework takes out of one. */
  outside: boolean;
  /** The value is combined with fixed text; otherwise it is passed on as a whole. */
  assembled: boolean;
}

/** Values from the platform or the operator: the program's own arguments, folders and settings. */
const OWN = new RegExp(
  String.raw`^(process\.(execPath|argv|argv0|pid|platform|arch|version|versions|cwd|env)\b|os\.\w+|import\.meta\b|require\.resolve|`
  + String.raw`fileURLToPath|path\.(sep|delimiter)|Date\.now|performance\.now|randomUUID|crypto\.random|sys\.(executable|argv|prefix|`
  + String.raw`base_prefix|platform|version\w*|stdin)\b|os\.(getpid|getcwd|path|sep|name)\b|tempfile\.|uuid\.|time\.|datetime\.|Path\.(home|`
  + String.raw`cwd)|getpass\.|__)`,
);
/** The object of a request itself, or the program that it was sent to: no part that its sender wrote. */
const WHOLE_REQUEST = /^_?(req|request|ctx|context|c|event)(\.app\b.*)?$/i;
/** @returns whether the sender of a request wrote it: a part of the request, and not the object itself */
export function isPartOfRequest({ kind, text }: Origin): boolean {
  return kind === 'request' && !WHOLE_REQUEST.test(text);
}

const CONSTANT_NAME = /(^|\.)_*[A-Z][A-Z0-9_]+$/;

export interface ExposureOptions {
  /** Calls that make a value harmless for this sink: `escapeId()`. */
  cleans?: RegExp;
}

/** Origins that an outsider may control. */
export function openOrigins(value: ValueFact, { cleans }: ExposureOptions = {}): Origin[] {
  return value.origins.filter((origin) => {
    if (origin.bounded === true || origin.kind === 'literal' || origin.kind === 'environment' || origin.kind === 'import') return false;
    if (origin.kind !== 'request' && (OWN.test(origin.text) || CONSTANT_NAME.test(origin.text))) return false;
    return origin.kind !== 'call' || cleans?.test(origin.text) !== true;
  });
}

/**
 * @param file the facts that the value is part of
 * @param value what reaches the sink
 * @param at the function in which it does
 * @param options what else the rule counts as clean
 * @returns null for values that are fixed, bounded, cleaned, or from the program's own settings
 */
export function exposureOf(file: FileFacts, value: ValueFact, at: FunctionIndex, options: ExposureOptions = {}): Exposure | null {
  if (value.constant || value.kind === 'function') return null;
  // A text that is called `request` may be a module or an address that is asked for.
  const open = throughCallers(file, openOrigins(value, options), at, options)
    .map((origin) => (origin.kind === 'request' && !isPartOfRequest(origin) ? { ...origin, kind: 'parameter' as const } : origin));
  const assembled = value.pieces?.some((piece) => piece !== null && piece.trim() !== '') ?? false;
  const request = open.find((origin) => origin.kind === 'request') ?? open.find((origin) => origin.kind === 'parameter' && isHandedIn(file, origin, at));
  if (request) return { severity: 'error', from: request, outside: true, assembled };
  const parameter = open.find((origin) => origin.kind === 'parameter');
  if (parameter) return { severity: isCallable(file, at) ? 'error' : 'warning', from: parameter, outside: false, assembled };
  const [first] = open;
  return first === undefined ? null : { severity: 'warning', from: first, outside: false, assembled };
}

/** Frameworks call such functions with parts of a request: FastAPI, Flask, NestJS. */
const ROUTE = /(^|\.)(get|post|put|patch|delete|head|route|websocket|api_route|view_config|expose|Get|Post|Put|Patch|Delete|All)$/;

/**
 * A parameter of a function that handles requests, by its decorator or by its first parameter: `view(request, name)`.
 * @param file with the function
 * @param origin that may be one
 * @param at the function in which it reaches the sink
 */
export function isHandedIn(file: FileFacts, origin: Origin, at: FunctionIndex): boolean {
  const fn = file.functions[holderOf(file, origin.text, at)];
  if (fn === undefined) return false;
  if (fn.decorators.some((each) => ROUTE.test(each))) return true;
  if (isResolver(file, fn)) return true;
  // A view of Django is mostly given keys as numbers, by what its route says.
  if (ROUTE_KEY.test(origin.text)) return false;
  const [first] = passedParams(fn);
  return isPython(file) && VIEWS.test(file.path) && first?.name === 'request' && (first.type === null || REQUEST_TYPE.test(first.type))
    && (fn.owner < 0 ? !file.calls.some(({ callee }) => callee === fn.name) : /^(get|post|put|patch|delete|head|dispatch)$/.test(fn.name));
}

/** Holds what the routes of Django and of frameworks like it call; helpers elsewhere are called by views, with values of their own. */
const VIEWS = /(^|\/|_)(views?|apis?|handlers?|endpoints?|routes?|routers?|controllers?|pages?|admin)(_\w+)?(\.py$|\/)/;

const ROUTE_KEY = /^(\w+_)?(pk|id)$/;

/** Of a framework; `CompletionRequest` is the data of a project's own. */
const REQUEST_TYPE = /^['"]?(\w+\.)*(Http|WSGI|ASGI)?Request(\[.*\])?['"]?$/;

const GRAPHQL = /^(graphene|strawberry|ariadne)(\.|$)/;

/** GraphQL in Python passes what a query asks for behind its own `info`: `def resolve_ping(root, info, host)`. */
function isResolver(file: FileFacts, { params }: FunctionFact): boolean {
  return isPython(file) && params.slice(0, 2).some(({ name }) => name === 'info') && file.imports.some(({ specifier }) => GRAPHQL.test(specifier));
}

/** Numbers by their name, in code without types. */
const NUMBER_NAME = new RegExp(
  String.raw`^(pid|port|count|size|limit|offset|index|idx|num\w*|n|i|k|page|width|height|timeout|seconds|minutes|hours|days|`
  + String.raw`\w*_?(count|num|idx|pid|port))$`,
  'i',
);

/** A type of the project's own for what it has listed or numbered itself: `AdministrationId`, `SortDirection`. */
const CHOSEN_TYPE = /^[A-Z]\w*(Id|Key|Kind|Type|Status|Enum|Direction|Locale|Code)$/;

/**
 * Whoever calls a public function chooses the value: an argument without a default, as it was passed. That its callers
 * pass foreign text is likely, not certain.
 * @param file with the function
 * @param from what reaches the sink
 * @param at the function in which it does
 */
function isGiven(file: FileFacts, { kind, text }: Origin, at: FunctionIndex): boolean {
  if (kind !== 'parameter' || file.language === 'notebook' || file.role !== 'source' || NUMBER_NAME.test(text)) return false;
  const holder = holderOf(file, text, at);
  const param = file.functions[holder]?.params.find(({ name }) => name === text);
  return param !== undefined && param.default === null && !CHOSEN_TYPE.test(param.type ?? '') && isCallable(file, holder);
}

/**
 * How much of a finding is left in the profile `recommended`: all of it when the value comes from outside. What callers of
 * a public function pass may be an error there, but never blocks.
 * @param file with the call
 * @param call the sink
 * @param exposure of the value that reaches it
 * @param left severities there: of what callers pass (`info` when that is no different from the rest), and of all else
 */
export function judgeGiven(
  file: FileFacts, call: CallFact, exposure: Exposure, left: { ofCallers: Severity; otherwise: Severity },
): Pick<DraftRest, 'recommended' | 'blocks'> {
  if (exposure.outside) return {};
  if (left.ofCallers === 'info' || !isGiven(file, exposure.from, call.function)) return { recommended: left.otherwise };
  return { blocks: false, ...(left.ofCallers === 'error' ? {} : { recommended: left.ofCallers }) };
}

/**
 * The function around a place that declares a parameter.
 * @param file with the functions
 * @param text of what is read, that begins with the name: `body.url`
 * @param at the function of the place
 * @returns -1 where none does
 */
export function holderOf(file: FileFacts, text: string, at: FunctionIndex): FunctionIndex {
  const root = /^[\w$]+/.exec(text)?.[0];
  for (const index of enclosing(file, at)) if (file.functions[index]!.params.some((param) => param.name === root)) return index;
  return -1;
}

/** Constants and literals aside, what is inserted into text: `${x}`, `{x}` of an f-string, `+ x`, `% x`. */
const INSERTED = /\$\{([^{}]+)\}|(?<!\$)\{([\w.[\]'"()]+)(?:![rsa])?(?::[^{}]*)?\}|(?:\+|['"`]\s*%(?:\s*\()?)\s*([A-Za-z_$][\w.$]*)|^([A-Za-z_$][\w.$]*)\s*\+/g;

/**
 * What to call a value in a message: the request it comes from, else something that the reader sees in the code.
 * @param value that reaches the sink
 * @param exposure of it
 */
export function nameOf(value: ValueFact, { from }: Pick<Exposure, 'from'>): string {
  const shown = /^[\w$.]*[\w$]/.exec(from.text)?.[0] ?? from.text;
  const isShown = new RegExp(`(?<![\\w$])${escapePattern(shown)}(?![\\w$])`).test(value.text);
  // What a variable was put together from stands further up.
  if (from.kind === 'request' || isShown || (value.kind === 'identifier' && value.pieces !== null)) return from.text;
  if (value.kind === 'identifier' || value.kind === 'member' || value.kind === 'call')
    return value.text.length > 60 ? `${value.text.slice(0, 59)}…` : value.text;
  const inserted = [...value.text.matchAll(INSERTED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? match[4])!.trim());
  return inserted.find((each) => !CONSTANT_NAME.test(each)) ?? from.text;
}

/**
 * Looks at what callers in the file pass for parameters of private functions: fixed values close an origin, request
 * data takes its place; anything else leaves the parameter as it is.
 * @param file the facts that the origins are part of
 * @param origins that reach the sink
 * @param at the function in which they do
 * @param options what else the rule counts as clean
 */
export function throughCallers(file: FileFacts, origins: readonly Origin[], at: FunctionIndex, options: ExposureOptions = {}): Origin[] {
  return origins.flatMap((origin) => {
    const passed = origin.kind === 'parameter' ? passedFor(file, origin.text, at) : null;
    if (passed === null) return [origin];
    const found = passed.flatMap((value) => openOrigins(value, options));
    const requests = found.filter((each) => each.kind === 'request');
    return found.length === 0 ? [] : requests.length > 0 ? requests : [origin];
  });
}

const passed = new WeakMap<FileFacts, ReadonlySet<string>>();

/** The text of everything that the file passes to a call. */
function argumentsOf(file: FileFacts): ReadonlySet<string> {
  let texts = passed.get(file);
  if (texts === undefined) passed.set(file, (texts = new Set(file.calls.flatMap(({ args }) => args.map(({ text }) => text)))));
  return texts;
}

/** What callers in the file pass for a parameter; null when others can call the function, or the file does not show all calls. */
function passedFor(file: FileFacts, text: string, at: FunctionIndex): ValueFact[] | null {
  const root = /^[\w$]+/.exec(text)?.[0];
  const fn = file.functions[holderOf(file, text, at)];
  if (fn === undefined || fn.public || fn.name === '' || fn.decorators.length > 0) return null;
  const owner = fn.owner < 0 ? null : file.classFacts[fn.owner]!.name;
  const own = owner === null ? [fn.name] : [`this.${fn.name}`, `self.${fn.name}`, `cls.${fn.name}`, `${owner}.${fn.name}`];
  const calls = file.calls.filter((call) => call.name === fn.name && own.includes(call.callee));
  // Passed on as a value, it has callers that the file does not show.
  if (calls.length === 0 || own.some((name) => argumentsOf(file).has(name))) return null;
  // Python passes the object itself first, which callers do not write.
  const params = fn.params.filter((param, index) => index > 0 || !/^(self|cls)$/.test(param.name));
  const position = params.findIndex((param) => param.name === root);
  const values = calls.map((call) => call.args[position]);
  return values.every((value): value is ValueFact => value !== undefined && value.keywords !== true) ? values : null;
}

/** The function at a place, or one around it, is public. */
export function isCallable(file: FileFacts, at: FunctionIndex): boolean {
  for (const index of enclosing(file, at)) if (file.functions[index]!.public) return !isCalledByTests(file.functions[index]!);
  return false;
}

/** pytest hands over what a table in the file or a fixture holds, wherever the test lies. */
function isCalledByTests({ name, decorators }: FunctionFact): boolean {
  return /^test_/.test(name) || decorators.some((each) => /(^|\.)(parametrize|fixture)\b/.test(each));
}

/** Name of the nearest named function; it survives edits elsewhere, so identities can use it. */
export function placeName(file: FileFacts, at: FunctionIndex): string {
  for (const index of enclosing(file, at)) {
    const fn = file.functions[index]!;
    if (fn.name !== '') return qualifiedName(file, fn);
  }
  return 'module';
}

/** Name of the innermost function around a place, for identities that survive edits elsewhere. */
export function placeAround(file: FileFacts, span: Span): string {
  return placeName(file, file.functions.findLastIndex((each) => contains(each.span, span)));
}

/** @returns `name`, or `Class.name` for a method */
export function qualifiedName(file: FileFacts, { name, owner }: FunctionFact): string {
  return owner < 0 ? name : `${file.classFacts[owner]?.name ?? ''}.${name}`;
}

/** The parameters that callers pass: Python's methods are handed their object beside them. */
export function passedParams({ params }: FunctionFact): ParamFact[] {
  return params.filter(({ name }) => !/^(self|cls)$/.test(name));
}

/** True for a call of something that was imported from one of the modules. */
export function isFrom(call: CallFact, modules: RegExp, members: RegExp): boolean {
  return call.module !== null && modules.test(call.module) && members.test((call.member ?? '').replace(/^(default|promises)\./, ''));
}

/** A property of an object argument, or null. */
export function propertyOf(value: ValueFact | undefined, name: string): ValueFact | null {
  return value?.properties?.find((property) => property.name === name)?.value ?? null;
}
