/**
 * Names that do not follow the conventions of their language.
 *
 * Bad, because the form of a name tells what it stands for before a reader knows the code: a class,
 * a function, a constant. Names that someone else chose (properties, what is taken out of objects,
 * ambient declarations, routes named after HTTP methods) are left alone, and so are files that
 * follow another convention throughout, such as clients written after the form of a service.
 */
import type { DeclarationFact, DeclarationKind, FileFacts } from '../../facts/file-facts.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

interface Form {
  /** As the message calls it. */
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

/** From so many names of two words on, most of them in snake case, a file follows a convention of its own. */
const ENOUGH = 6;
const SNAKE_NAME = /^_*[a-z][a-z0-9]+(_[a-z][a-z0-9]+)+_*$/;
const CAMEL_NAME = /^[_$]*[a-z]+[a-z0-9]*[A-Z]\w*$/;
/** Marks that are put in front of a name on purpose. */
const MARK = /^_*(unstable|experimental|deprecated|internal|legacy|unsafe|alpha|beta|raw|original|native|wasm|mock|test|on|use|js|css|html|sql|http)_/;
/** A function of this name does something: it is no component, decorator or class. */
const VERB = /^(Get|Set|Process|Load|Save|Create|Make|Calculate|Compute|Fetch|Send|Read|Write|Update|Delete|Remove|Add|Handle|Parse|Validate|Check|Convert|Find|Build|Run|Init|Start|Stop|Is|Has|Do)[A-Z][a-z]/;

export const rule = defineFileRule({
  meta: {
    id: 'quality/naming',
    title: 'Name against the convention',
    severity: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §1.1', 'style §9', 'architecture §4.1', 'architecture §10', 'review §5'],
    criterion: null,
    blocker: false,
    fixable: true,
    docs: {
      what: 'Names in another form than their language uses: classes, interfaces, types and enums in PascalCase; functions, methods, variables and parameters in camelCase, in Python in snake_case; constants also in capitals.',
      why: 'The form of a name tells what it stands for before a reader knows the code. Mixed forms take that away, and nobody can guess how a name is spelled.',
      fix: 'Rename it. The quick fix does so for what only its own file uses.',
      limits: 'Properties, keys and names taken out of objects belong to whoever chose them and are not judged, nor are type parameters, members of enums, overrides and ambient declarations. Components, decorators, constructors and factories may be functions with a capital. A file in which most names are in snake case is taken to follow the service that it speaks to.',
    },
    messages: { form: 'The {kind} {name} is not in {form}, as {kinds} are. Rename it to {better}.' },
  },
  check(file, report) {
    const python = file.language === 'python' || file.language === 'notebook';
    const foreign = !python && isSnakeThroughout(file);
    const values = new Set(file.declarations.filter((each) => VALUES.has(each.kind)).map((each) => each.name));
    for (const declaration of file.declarations) {
      if (declaration.ambient === true || declaration.mirrors === true) continue;
      // A type that belongs to a value bears its name.
      if (TYPES.has(declaration.kind) && values.has(declaration.name)) continue;
      const form = python ? wantedInPython(declaration) : wanted(file, declaration, foreign);
      const kind = KINDS[declaration.kind];
      if (form === null || kind === undefined) continue;
      const better = renamed(declaration.name, form);
      if (better === declaration.name) continue;
      report({
        messageId: 'form',
        data: { kind, kinds: kind === 'class' ? 'classes' : `${kind}s`, name: declaration.name, form: form.name, better },
        span: declaration.span,
        about: `${kind} ${declaration.name}`,
        fixes: declaration.public ? [] : [{ id: 'typescript/rename', title: `Rename to ${better}`, data: { to: better } }],
      });
    }
  },
});

/** The form that a name should have and has not, or null. */
function wanted(file: FileFacts, { name, kind, value, generic }: DeclarationFact, foreign: boolean): Form | null {
  const isSnake = SNAKE_NAME.test(name) && !MARK.test(name);
  switch (kind) {
    case 'class': case 'enum': case 'interface':
      return /^[_$]*[a-z]/.test(name) && !foreign ? PASCAL : null;
    case 'type':
      return isSnake && !foreign || (/^[a-z]+[A-Z]/.test(name) && generic !== true) ? PASCAL : null;
    case 'function':
      return (isSnake && !foreign) || isVerbWithCapital(file, name) ? CAMEL : null;
    case 'constant':
      return (isSnake && !foreign) || (value === 'function' && isVerbWithCapital(file, name)) ? CAMEL : null;
    case 'method':
      return (isSnake && !foreign) || VERB.test(name) ? CAMEL : null;
    case 'variable': case 'parameter':
      return isSnake && !foreign ? CAMEL : null;
    default:
      return null;
  }
}

/** Components and decorators are named like things; in files with markup even a verb may be one. */
function isVerbWithCapital(file: FileFacts, name: string): boolean {
  return VERB.test(name) && !/\.[jt]sx$/.test(file.path);
}

function isSnakeThroughout(file: FileFacts): boolean {
  let snake = 0;
  let camel = 0;
  for (const { name } of file.declarations) {
    if (SNAKE_NAME.test(name)) snake++;
    else if (CAMEL_NAME.test(name)) camel++;
  }
  return snake >= ENOUGH && snake > camel;
}

function wantedInPython({ name, kind, topLevel }: DeclarationFact): Form | null {
  switch (kind) {
    case 'class':
      return /^_*[a-z]/.test(name) || /[a-z]_[a-z]/.test(name) ? PASCAL : null;
    case 'function': case 'method':
      return /^_*[a-z]+[A-Z]|^[A-Z][a-z]+([A-Z][a-z]+)*$/.test(name) && !/^(setUp|tearDown|assert|visit_|do_)/.test(name) ? SNAKE : null;
    case 'variable': case 'parameter':
      return /^_*[a-z]{2,}[A-Z][a-z]/.test(name) ? SNAKE : null;
    case 'constant':
      return !topLevel && /^_*[a-z]{2,}[A-Z][a-z]/.test(name) ? SNAKE : null;
    default:
      return null;
  }
}

function renamed(name: string, form: Form): string {
  const [, before = '', core = '', after = ''] = /^([_$]*)(.*?)(_*)$/.exec(name)!;
  const words = core.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]|\d+/g) ?? [];
  return words.length === 0 ? name : before + form.of(words) + after;
}
