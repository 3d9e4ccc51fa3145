/**
 * Names that do not follow the conventions of their language.
 *
 * Bad, because the form of a name shows what it is: a class, a function, a constant. Names chosen
 * elsewhere (properties, destructured names, ambient declarations, routes named after HTTP methods)
 * are not reported, and neither are files that consistently use the other convention.
 */
import type { DeclarationFact, DeclarationKind, FileFacts } from '../../facts/file-facts.ts';
import { compareSpans } from '../../text/spans.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

interface Form {
  /** Name in the message. */
  name: string;
  of(words: readonly string[]): string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const CAMEL: Form = { name: 'camelCase', of: (words) => words.map((word, index) => (index === 0 ? word.toLowerCase() : capital(word))).join('') };
const PASCAL: Form = { name: 'PascalCase', of: (words) => words.map((word) => (/^[A-Z]{2,3}$/.test(word) ? word : capital(word))).join('') };
const SNAKE: Form = { name: 'snake_case', of: (words) => words.map((word) => word.toLowerCase()).join('_') };

const KINDS: Readonly<Partial<Record<DeclarationKind, string>>> = {
  variable: 'variable', constant: 'constant', function: 'function', method: 'method', parameter: 'parameter',
  class: 'class', interface: 'interface', type: 'type', enum: 'enum',
};

const VALUES: ReadonlySet<DeclarationKind> = new Set(['variable', 'constant', 'function', 'class', 'namespace']);
const TYPES: ReadonlySet<DeclarationKind> = new Set(['interface', 'type']);

const SNAKE_NAME = /^_*[a-z][a-z0-9]+(_[a-z][a-z0-9]+)+_*$/;
/** Prefixes that are added on purpose. */
const MARK = /^_*(unstable|experimental|deprecated|internal|legacy|unsafe|alpha|beta|raw|original|native|wasm|mock|test|on|use|js|css|html|sql|http)_/;
/** A function with such a name is not a component, decorator or class. */
const VERB =
  /^(Get|Set|Process|Load|Save|Create|Make|Calculate|Compute|Fetch|Send|Read|Write|Update|Delete|Remove|Add|Handle|Parse|Convert|Find|Build|Init)[A-Z][a-z]/;

export const rule = defineFileRule({
  meta: {
    id: 'quality/naming',
    title: 'Unconventional name',
    severity: 'info',
    convention: { per: 'files' },
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §1.1', 'style §9', 'architecture §4.1', 'architecture §10', 'review §5'],
    criterion: null,
    blocker: false,
    fixable: true,
    sources: {
      ruff: byFacts('N802', 'N801', 'N803', 'N806', 'N815', 'N816'),
      eslint: ['camelcase', '@typescript-eslint/naming-convention'],
      pylint: ['invalid-name'],
    },
    docs: {
      what:
        'Names that do not follow the convention of their language: PascalCase for classes, interfaces, types and enums; camelCase for functions, '
        + 'methods, variables and parameters, snake_case in Python; constants may be in capitals.',
      why: 'The form of a name shows what it is. With mixed forms, nobody can guess how a name is spelled.',
      fix: 'Rename it. The quick fix does this for names that only one file uses.',
      limits:
        'Not judged: properties, keys, destructured names, type parameters, enum members, overrides and ambient declarations. Components, decorators, '
        + 'constructors and factories may start with a capital. A file in which nearly all functions, variables and parameters of several words use the '
        + 'other form is left alone: that is its convention.',
    },
    messages: { form: '{kind} {name} is not in {form}. Rename it to {better}.' },
  },
  check(file, report) {
    const python = file.language === 'python' || file.language === 'notebook';
    const values = new Set(file.declarations.filter((each) => VALUES.has(each.kind)).map((each) => each.name));
    const isOtherwise = python ? isCamelThroughout(file) : isSnakeThroughout(file);
    for (const declaration of file.declarations) {
      if (isOtherwise && WORDS.has(declaration.kind)) continue;
      if (declaration.ambient === true || declaration.mirrors === true) continue;
      // A type that belongs to a value has its name.
      if (TYPES.has(declaration.kind) && values.has(declaration.name)) continue;
      const form = python ? wantedInPython(declaration) : wanted(file, declaration);
      const kind = KINDS[declaration.kind];
      if (form === null || kind === undefined) continue;
      const better = renamed(declaration.name, form);
      if (better === declaration.name) continue;
      report({
        messageId: 'form',
        data: { kind: capital(kind), name: declaration.name, form: form.name, better },
        span: declaration.span,
        about: `${kind} ${declaration.name}`,
        fixes: !staysInFile(file, declaration) ? [] : [{ id: 'rename', title: `Rename to ${better}`, data: { to: better } }],
      });
    }
  },
});

/** Kinds that share one form, which a file may choose otherwise. */
const WORDS: ReadonlySet<DeclarationKind> = new Set(['variable', 'constant', 'function', 'method', 'parameter']);
const CAMEL_NAME = /^_*[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/;
/** With fewer names of several words, there is no convention to see. */
const FEWEST = 5;
const NEARLY_ALL = 0.8;

function isSnakeThroughout(file: FileFacts): boolean {
  return isThroughout(file, SNAKE_NAME, CAMEL_NAME);
}

function isCamelThroughout(file: FileFacts): boolean {
  return isThroughout(file, CAMEL_NAME, SNAKE_NAME);
}

/** Nearly all names of several words have this form and not the other: it is the convention here. */
function isThroughout({ declarations }: FileFacts, form: RegExp, other: RegExp): boolean {
  const names = declarations.filter((each) => WORDS.has(each.kind) && each.ambient !== true && each.mirrors !== true).map((each) => each.name);
  const having = names.filter((name) => form.test(name)).length;
  if (having < FEWEST) return false;
  const departing = names.filter((name) => other.test(name) || VERB.test(name)).length;
  return having >= NEARLY_ALL * (having + departing);
}

/** The form that a name should have but does not, or null. */
function wanted(file: FileFacts, declaration: DeclarationFact): Form | null {
  const { name, kind, value, generic } = declaration;
  const isSnake = SNAKE_NAME.test(name) && !MARK.test(name);
  switch (kind) {
    case 'class': case 'enum': case 'interface':
      return /^[_$]*[a-z]/.test(name) || isSnake ? PASCAL : null;
    case 'type':
      return isSnake || (/^[a-z]+[A-Z]/.test(name) && generic !== true) ? PASCAL : null;
    case 'function':
      return isSnake || isVerbWithCapital(file, declaration) ? CAMEL : null;
    case 'constant':
      return isSnake || (value === 'function' && isVerbWithCapital(file, declaration)) ? CAMEL : null;
    case 'method':
      return isSnake || VERB.test(name) ? CAMEL : null;
    case 'variable': case 'parameter':
      return isSnake ? CAMEL : null;
    default:
      return null;
  }
}

/** Components, decorators and factories have names of things; in files with markup even a verb may be one. */
function isVerbWithCapital(file: FileFacts, { name, span }: DeclarationFact): boolean {
  if (!VERB.test(name) || /\.[jt]sx$/.test(file.path)) return false;
  const returns = file.functions.find((each) => compareSpans(each.nameSpan, span) === 0)?.returnType ?? '';
  return !/Decorator\b|Element\b|ReactNode|Component|^typeof |^new |Constructor/.test(returns);
}

/** It cannot be used outside the file, so all uses are known. */
function staysInFile(file: FileFacts, { kind, name, span, topLevel, public: isPublic }: DeclarationFact): boolean {
  if (kind === 'method')
    return (
      name.startsWith('#') || file.functions.some((each) => each.visibility === 'private' && !name.startsWith('_') && compareSpans(each.nameSpan, span) === 0)
    );
  return !isPublic && (!topLevel || file.imports.length + file.exports.length > 0);
}

function wantedInPython({ name, kind, topLevel }: DeclarationFact): Form | null {
  // A type of a C library keeps its name.
  if (/_(t|st|p)$/.test(name)) return null;
  switch (kind) {
    case 'class':
      return /^_*[a-z]/.test(name) || /[a-z]_[a-z]/.test(name) ? PASCAL : null;
    case 'function': case 'method':
      return /^_*[a-z]+[A-Z]|^[A-Z][a-z]+([A-Z][a-z]+)*$/.test(name) &&
        !/^_*(setUp|tearDown|assert|visit|do_|generic_visit|addCleanup|handle[A-Z]|test[A-Z_]|runTest|maxDiff|log[A-Z])/.test(name)
        ? SNAKE
        : null;
    case 'variable': case 'parameter':
      return /^_*[a-z]{2,}[A-Z][a-z]/.test(name) ? SNAKE : null;
    case 'constant':
      return !topLevel && /^_*[a-z]{2,}[A-Z][a-z]/.test(name) ? SNAKE : null;
    default:
      return null;
  }
}

function renamed(name: string, form: Form): string {
  const before = /^[_$]*/.exec(name)![0];
  let end = name.length;
  while (end > before.length && name[end - 1] === '_') end--;
  const [core, after] = [name.slice(before.length, end), name.slice(end)];
  const words = core.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]|\d+/g) ?? [];
  return words.length === 0 ? name : before + form.of(words) + after;
}
