/**
 * Public functions and classes without documentation, and documentation that is out of date.
 *
 * Bad, because callers must read the body to learn what is promised, and documentation that names
 * parameters which are gone is wrong. Types say the rest, so one sentence is enough. Only
 * documentation that lists parameters must list all of them, and no others.
 */
import type { ClassFact, DocFact, FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { importsAny, isPython } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Return types that need no documentation. */
const NOTHING = /^(void|never|undefined|None|this|asserts\b.*|[\w.]+ is .*|(Promise|Effect|Awaitable|Coroutine)<(void|undefined)>)$/;

const SKELETON = 'Add a documentation skeleton';

export const rule = defineFileRule({
  meta: {
    id: 'quality/missing-docstring',
    title: 'Missing or outdated documentation',
    severity: 'warning',
    // Whether to document everything is a convention; documentation that is wrong misleads everywhere.
    recommendedFor: { function: 'info', class: 'info', incomplete: 'info', wrongInside: 'info' },
    convention: { per: 'public-items', messages: ['function', 'class'] },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['architecture §4.2', 'style §10', 'style §9', 'architecture §10', 'review §2.1', 'review §5', 'general §8'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: true,
    sources: {
      ruff: byFacts('D103', 'D102', 'D101', 'D417'),
      eslint: [
        'require-jsdoc', 'valid-jsdoc', 'jsdoc/require-jsdoc', 'jsdoc/require-description',
        'jsdoc/require-param', 'jsdoc/require-returns',
      ],
      pylint: ['missing-function-docstring', 'missing-class-docstring', 'missing-param-doc', 'missing-return-doc', 'missing-raises-doc'],
    },
    docs: {
      what:
        'An exported function, an exported class or a public method without documentation (information in TypeScript and JavaScript, a warning in '
        + 'Python), and documentation that names parameters which do not exist or omits some.',
      why: 'Callers must read the body to learn what is promised. Outdated documentation is worse than none.',
      fix: 'Write a sentence on what it does and what a caller must know. The quick fix adds a skeleton or the missing tags.',
      limits:
        'Accessors, constructors, overrides, methods required by an interface, and what is marked internal need no documentation; in TypeScript neither '
        + 'do methods of a class with a base class, which may document them. Whether the text is true is not judged.',
    },
    messages: {
      function: '{what} {name} has no documentation.',
      class: '{what} {name} has no documentation.',
      wrongInside: 'The documentation of {name} {faults}.',
      wrong: 'The documentation of {name} {faults}.',
      incomplete: 'The documentation of {name} {faults}.',
    },
  },
  check(file, report) {
    const python = isPython(file);
    const mild = python ? {} : { severity: 'info' as const };
    for (const each of file.classFacts) {
      if (each.documentationDue !== true || isDocumented(each.doc) || (python && (isSettings(each) || isMigration(file)))) continue;
      report({
        messageId: 'class',
        data: { what: python ? 'Public class' : 'Exported class', name: each.name },
        span: each.nameSpan,
        about: each.name,
        ...mild,
        fixes: offers(SKELETON),
      });
    }
    for (const fn of file.functions) {
      const owner = file.classFacts[fn.owner];
      const about = `${owner === undefined ? '' : `${owner.name}.`}${fn.name}`;
      if (isDocumented(fn.doc)) {
        const faults = faultsOf(fn, fn.doc, file);
        const severity = faults.every((each) => each.mild) ? mild : {};
        if (faults.length === 0) continue;
        // What a property gives may be called, with the parameters that are documented.
        const misleads = fn.public && !fn.doc.internal && file.language !== 'notebook' && !OLD_VERSION.test(file.path)
          && !faults.some((each) => each.parts) && !fn.decorators.some((each) => /property$/.test(each));
        const messageId = !faults.some((each) => each.wrong) ? 'incomplete' : misleads ? 'wrong' : 'wrongInside';
        const data = { name: fn.name || 'this function', faults: faults.map((each) => each.words).join(' and ') };
        // What the text says of a parameter that is gone may be true of something else: only its author can take it away.
        const fixes = faults.every((each) => each.wrong) ? [] : offers('Complete the documentation');
        report({ messageId, data, span: fn.nameSpan, about, ...severity, fixes });
      } else if (fn.documentationDue === true && !isMigration(file) && !mayInherit(fn, owner, python)) {
        // The base class may be elsewhere and be documented.
        const softer = python && owner !== undefined && owner.extends.length > 0 ? { severity: 'info' as const } : mild;
        report({ messageId: 'function', data: { what: kindOf(fn, python), name: fn.name }, span: fn.nameSpan, about, ...softer, fixes: offers(SKELETON) });
      }
    }
  },
});

function kindOf(fn: FunctionFact, python: boolean): string {
  if (fn.kind === 'method') return 'Public method';
  return python ? 'Public function' : 'Exported function';
}

function offers(title: string): FixOffer[] {
  return [{ id: 'doc-skeleton', title }];
}

function isDocumented(doc: DocFact | null): doc is DocFact {
  return doc !== null && !doc.empty;
}

/** `class Meta:` and the like inside another class: settings for a framework. */
function isSettings(fact: ClassFact): boolean {
  return /^(Meta|Config|Media|Params|Arguments|Input|Output|DoesNotExist|MultipleObjectsReturned)$/.test(fact.name);
}

/** A version of its own that is kept beside the current one: `shop_v3.1.0/shop/orders.py`. */
const OLD_VERSION = /(^|\/)[\w-]+[_-]v\d+(\.\d+)+\/|(^|\/)(legacy|deprecated|archived?|old)\/|[._-](backup|bak|old)\.\w+$/;

/** Database migrations. */
function isMigration(file: FileFacts): boolean {
  return /(^|\/)(migrations\/\d{4}_\w+|versions\/[0-9a-f]{6,}_\w*)\.py$/.test(file.path);
}

/** In JavaScript, a method without a comment shows the one of the method that it overrides, which may be in another file. */
function mayInherit(fn: FunctionFact, owner: ClassFact | undefined, python: boolean): boolean {
  return !python && fn.kind === 'method' && (owner?.extends.length ?? 0) > 0;
}

interface Fault {
  words: string;
  /** It says something false. */
  wrong: boolean;
  /** Incomplete, but not misleading. */
  mild: boolean;
  /** The names may be those of the parts of a parameter, or another word for it. */
  parts: boolean;
}

/** Holds several values, which documentation likes to list: options, or what a request brings. */
const HOLDER = new RegExp(
  String.raw`^(req|request|ctx|event|\w*([oO]ptions|[oO]pts|[pP]ayload|[pP]rops|[pP]arams|[sS]ettings|[cC]onfig|[iI]nput|[aA]rgs|[dD]ata|[cC]ontext)|`
  + String.raw`\w*_(dict|map)|init|kwargs)$`,
);
/** Reads options from the command line, which its documentation lists instead of parameters. */
const READS_OPTIONS = /^(add_argument|add_option|parse_args|parse_known_args|ArgumentParser|add_parser)$/;
/** Written as a type in front of the name, in an older manner. */
const TYPE_FIRST = /^(string|number|boolean|object|array|function|mixed|int|bool|float|str|bytes|list|dict|tuple|set)$/;
/** Number of names in a message. */
const MOST_NAMES = 3;
/** Begin a remark. */
const REMARK = /^(notes?|warnings?|examples?|see|references?|todo|caution|important|hint|tip)$/i;

/** What is wrong with documentation that lists parameters or errors; without tags it is never wrong. */
function faultsOf(fn: FunctionFact, doc: DocFact, file: FileFacts): Fault[] {
  // `@register.tag`: what is documented is the tag, whose arguments the function reads from its text.
  if (fn.decorators.some((each) => /(^|\.)register\.tag\b/.test(each))) return [];
  if (doc.inherits || doc.deprecated || fn.overload !== 'none' || fn.contextuallyTyped || fn.bodySpan === null) return [];
  const faults: Fault[] = [];
  const add = (words: string, isMild = false, wrong = false, parts = false): void => void faults.push({ words, mild: isMild, wrong, parts });
  const { unknown, missing } = compareParams(fn, doc, file);
  if (unknown.length > 0) {
    const parts = missing.some((name) => HOLDER.test(name)) || describesAnswer(fn, unknown) || listsParts(fn, doc) || isBare(unknown, doc)
      || namesTogether(unknown, fn, missing) || isOtherWord(unknown, fn, doc, file)
      || unknown.every((name) => fn.params.some(({ type }) => hasMember(type, name)));
    add(`names ${inWords(unknown)}, which ${unknown.length === 1 ? 'is not a parameter' : 'are not parameters'}`, false, true, parts);
  }
  const unsaid =
    doc.throws.length === 0 || doc.throws.includes('') ? [] : fn.throws.filter((name) => !doc.throws.some((each) => each.endsWith(name.split('.').at(-1)!)));
  if (missing.length + unsaid.length > 0) add(`omits ${inWords([...missing, ...unsaid])}`, missing.length === 0);
  if (faults.length === 0 && doc.params.length > 0 && !doc.returns && returnsSomething(fn)) add('does not describe the return value', true);
  return faults;
}

/**
 * Calls one parameter by another word: the plural or a longer form of its name, or, where arguments are passed by position,
 * whatever stands in its place.
 */
function isOtherWord(unknown: readonly string[], fn: FunctionFact, doc: DocFact, file: FileFacts): boolean {
  const byPosition = !isPython(file) && doc.params.length === fn.params.length;
  const isAlmost = (name: string): boolean => !isPython(file) && fn.params.some((each) => each.name === `${name}s` || name === `${each.name}s`);
  return unknown.every((name) => {
    if (isAlmost(name) || fn.params.some((each) => isSlipOfPlural(each.name, name))) return true;
    const own = fn.params.filter(({ name: each }) => !/^(self|cls)$/.test(each))[doc.params.indexOf(name)]?.name;
    if (own === undefined || doc.params.includes(own)) return false;
    const [short, long] = [bare(own), bare(name)].map((each) => each.toLowerCase()).sort((a, b) => a.length - b.length) as [string, string];
    if (short === long) return false;
    return byPosition || (long.startsWith(short) && short.length > 2);
  });
}

/** `metrics_list` for `metric_list`: nobody looks for another parameter. */
function isSlipOfPlural(name: string, said: string): boolean {
  const bareOf = (text: string): string => text.replace(/s(?=_|$)/g, '');
  return name !== said && name.includes('_') && bareOf(name) === bareOf(said);
}

/** One word for several parameters of one type: `points` for `a` and `b`. */
function namesTogether(unknown: readonly string[], fn: FunctionFact, missing: readonly string[]): boolean {
  const types = new Set(fn.params.filter(({ name }) => missing.includes(name)).map(({ type }) => type));
  return unknown.length === 1 && unknown[0]!.endsWith('s') && missing.length > 1 && types.size === 1;
}

/** A function that takes nothing and documents several names: the keys of what it gives. */
function describesAnswer({ params }: FunctionFact, unknown: readonly string[]): boolean {
  return params.length === 0 && unknown.length > 1;
}

/** Nothing but names is left of them, which say nothing wrong about what is there. */
function isBare(unknown: readonly string[], doc: DocFact): boolean {
  return unknown.every((name) => doc.bareParams?.includes(name) === true);
}

/** Lists some parts of a parameter under its name (`@param opts.keep`), and may leave out the name for others. */
function listsParts(fn: FunctionFact, doc: DocFact): boolean {
  return fn.params.some(({ name }) => doc.params.some((each) => each.startsWith(`${name}.`)));
}

function inWords(names: readonly string[]): string {
  return names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}

/** A method for others to write: what its documentation names besides is what theirs may take. */
function isTemplateOf(fn: FunctionFact, named: readonly string[]): boolean {
  const [startLine, startColumn, endLine, endColumn] = fn.bodySpan ?? [0, 0, 0, 0];
  const isEmpty = fn.codeLines === 0 || (startLine === endLine && endColumn - startColumn <= '{ }'.length);
  return fn.owner >= 0 && (isEmpty || (fn.abstract && named.some((name) => /^(args|kwargs)$/.test(bare(name)))));
}

/** Describes a route, whose parameters are what a client sends: those that the function reads from its request. */
const ROUTE = /(^|\.)(route|get|post|put|patch|delete)$/;

/** Chooses between functions of one name, whose parameters it documents as well. */
const DISPATCHES = /(^|\.)singledispatch(method)?$/;

/** FastAPI takes the parameters of a route from those of its function. */
function describesRoute(fn: FunctionFact, file: FileFacts): boolean {
  return isPython(file) && fn.decorators.some((each) => ROUTE.test(each)) && !importsAny(file, /^(fastapi|starlette|ninja|litestar)(\.|$)/);
}

function compareParams(fn: FunctionFact, doc: DocFact, file: FileFacts): { unknown: string[]; missing: string[] } {
  if (describesRoute(fn, file) || fn.decorators.some((each) => DISPATCHES.test(each))) return { unknown: [], missing: [] };
  // `first/last` stands for two, `can_*` for all that begin so.
  // A number is none: `:param 1:` speaks of a field that is called so elsewhere.
  const all = doc.params.flatMap((each) => each.replace(/<\w+>$/, '*').split('/')).filter((each) => !/^\d/.test(each)).flatMap((each) => (
    /\w\*$/.test(each) ? fn.params.map(({ name }) => name).filter((name) => name.startsWith(each.slice(0, -1))) : [each]));
  const named = [...new Set(all.map((each) => each.replace(/^\.+/, '').split('.')[0]!))];
  // The documentation of a setter describes the property.
  if (named.length === 0 || fn.kind === 'setter' || (fn.params.length === 0 && readsOptions(fn, file))) return { unknown: [], missing: [] };
  const own = fn.params.filter((each) => !each.pattern);
  // A destructured parameter has no name: documentation gives it one, or names its parts. Rest parameters take what is not listed.
  const open = fn.readsArguments === true || fn.params.some((each) => each.rest || each.pattern)
    || (file.language === 'javascript' && fn.params.length === 0) || isTemplateOf(fn, named);
  if (named.some((name) => TYPE_FIRST.test(name) && !own.some((each) => each.name === name))) return { unknown: [], missing: [] };
  // An underscore says that a parameter is not used; its documentation may leave it out. What receives a method is no parameter.
  const isKnown = (name: string): boolean => own.some((each) => plain(each.name) === plain(name)) || isOfInner(name, fn, file)
    || /^(self|cls)$/.test(name) || fn.receiver === name || fn.paramsInComments?.includes(name) === true;
  // Without a name, the description stands in its place: `@param {String} Raw contents`.
  // In Python a class begins a line that goes on from the one before, and `None` says that there are no parameters.
  const isText = (name: string): boolean => REMARK.test(name) || (/^[A-Z]/.test(name) && !own.some((each) => /^[A-Z]/.test(each.name)));
  // A decorator may take arguments of its own.
  const isOfDecorator = (name: string): boolean => fn.decorators.length > 0 && /^(args|kwargs)$/.test(bare(name));
  const unknown = open ? [] : named.filter((name) => !isKnown(name) && !isOfDecorator(name) && name !== 'this' && !/^[A-Z]\w?$/.test(name) && !isText(name));
  const strangers = named.some((name) => !own.some((each) => plain(each.name) === plain(name)));
  const inAnyCase = new Set(named.map((name) => name.toLowerCase()));
  const missing = own.filter((each) => !each.name.startsWith('_') && !inAnyCase.has(each.name.toLowerCase()) && !(each.rest && strangers))
    .map((each) => each.name);
  return { unknown, missing };
}

/** A part of a parameter whose type is written out: `node` for `arg: { node: Node }`. */
function hasMember(type: string | null, name: string): boolean {
  return type?.startsWith('{') === true && new RegExp(`[{;,\\s]${escapePattern(name)}\\??:`).test(type);
}

/** `chatid` for `chatId` misleads nobody. */
function plain(name: string): string {
  return bare(name).toLowerCase();
}

function bare(name: string): string {
  return name.replace(/^_+/, '');
}

/** A parameter of the function that is made inside and given back. */
function isOfInner(name: string, fn: FunctionFact, file: FileFacts): boolean {
  return file.functions.some((inner) => file.functions[inner.parent] === fn && inner.params.some((each) => each.name === name));
}

function readsOptions(fn: FunctionFact, file: FileFacts): boolean {
  return file.calls.some((call) => file.functions[call.function] === fn && READS_OPTIONS.test(call.name));
}

function returnsSomething(fn: FunctionFact): boolean {
  if (!fn.public || !fn.returnsValue || fn.generator || fn.kind === 'constructor') return false;
  return fn.returnType === null || !NOTHING.test(fn.returnType);
}
