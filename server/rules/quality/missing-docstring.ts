/**
 * Public functions and classes without documentation, and documentation that no longer fits.
 *
 * Bad, because whoever calls must read the body to learn what is promised; and a comment that names
 * parameters which are gone tells a reader something false. In a language whose types stand in the
 * code, a sentence is enough. Only documentation that names parameters must name all, and no others.
 */
import type { ClassFact, DocFact, FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import type { FixOffer } from '../../findings/finding.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Results that nobody documents. */
const NOTHING = /^(void|never|undefined|None|this|asserts\b.*|[\w.]+ is .*|(Promise|Effect|Awaitable|Coroutine)<(void|undefined)>)$/;

export const rule = defineFileRule({
  meta: {
    id: 'quality/missing-docstring',
    title: 'Documentation missing or out of date',
    severity: 'warning',
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
      what: 'An exported function, an exported class or a public method of one without a documentation comment (information in TypeScript and JavaScript, a warning in Python), and documentation that names parameters which do not exist or leaves some of them out.',
      why: 'Whoever calls must read the body to learn what is promised. Documentation that is out of date is worse than none: it tells something false.',
      fix: 'Say in a sentence what it does and what a caller must know. The quick fix writes the skeleton, or the missing tags.',
      limits: 'Accessors, constructors, overrides, methods that an interface asks for, and what is marked internal need none. Whether the words are true is not judged.',
    },
    messages: {
      function: '{name} is there for others to call and says nowhere what it does. Document it in a sentence.',
      class: 'The class {name} is there for others to use and says nowhere what it is for. Document it in a sentence.',
      incomplete: 'The documentation of {name} {faults}.',
    },
  },
  check(file, report) {
    const python = file.language === 'python' || file.language === 'notebook';
    const mild = python ? {} : { severity: 'info' as const };
    for (const each of file.classFacts) {
      if (each.documentationDue !== true || isDocumented(each.doc) || (python && (isSettings(each) || isMigration(file)))) continue;
      report({ messageId: 'class', data: { name: each.name }, span: each.nameSpan, about: each.name, ...mild, fixes: offers('Write a skeleton of the documentation') });
    }
    for (const fn of file.functions) {
      const owner = file.classFacts[fn.owner];
      const about = `${owner === undefined ? '' : `${owner.name}.`}${fn.name}`;
      if (isDocumented(fn.doc)) {
        const faults = faultsOf(fn, fn.doc, file);
        const severity = faults.every((each) => each.mild) ? mild : {};
        if (faults.length > 0) report({ messageId: 'incomplete', data: { name: fn.name || 'this function', faults: faults.map((each) => each.words).join(' and ') }, span: fn.nameSpan, about, ...severity, fixes: offers('Complete the documentation') });
      } else if (fn.documentationDue === true && !isMigration(file)) {
        // The base class may stand elsewhere and say it.
        const softer = python && owner !== undefined && owner.extends.length > 0 ? { severity: 'info' as const } : mild;
        report({ messageId: 'function', data: { name: fn.name }, span: fn.nameSpan, about, ...softer, fixes: offers('Write a skeleton of the documentation') });
      }
    }
  },
});

function offers(title: string): FixOffer[] {
  return [{ id: 'doc-skeleton', title }];
}

function isDocumented(doc: DocFact | null): doc is DocFact {
  return doc !== null && !doc.empty;
}

/** `class Meta:` and the like within another class: settings for a framework. */
function isSettings(fact: ClassFact): boolean {
  return /^(Meta|Config|Media|Params|Arguments|Input|Output|DoesNotExist|MultipleObjectsReturned)$/.test(fact.name);
}

/** Written by a program and read by a program. */
function isMigration(file: FileFacts): boolean {
  return /(^|\/)(migrations\/\d{4}_\w+|versions\/[0-9a-f]{6,}_\w*)\.py$/.test(file.path);
}

interface Fault {
  words: string;
  /** A lack, and nothing that misleads. */
  mild: boolean;
}

/** What is wrong with documentation that names parameters or errors; one without tags is never wrong. */
function faultsOf(fn: FunctionFact, doc: DocFact, file: FileFacts): Fault[] {
  if (doc.inherits || doc.deprecated || fn.overload !== 'none' || fn.contextuallyTyped || fn.bodySpan === null) return [];
  const faults: Fault[] = [];
  const add = (words: string, isMild = false): void => void faults.push({ words, mild: isMild });
  const { unknown, missing } = compareParams(fn, doc, file);
  if (unknown.length > 0) add(`names ${unknown.join(', ')}, which ${unknown.length === 1 ? 'is no parameter' : 'are no parameters'}`);
  const unsaid = doc.throws.length === 0 || doc.throws.includes('') ? [] : fn.throws.filter((name) => !doc.throws.some((each) => each.endsWith(name.split('.').at(-1)!)));
  if (missing.length + unsaid.length > 0) add(`leaves out ${[...missing, ...unsaid].join(', ')}`, missing.length === 0);
  if (faults.length === 0 && doc.params.length > 0 && !doc.returns && returnsSomething(fn)) add('names what goes in and not what comes out', true);
  return faults;
}

function compareParams(fn: FunctionFact, doc: DocFact, file: FileFacts): { unknown: string[]; missing: string[] } {
  const named = [...new Set(doc.params.map((each) => each.replace(/^\.+/, '').split('.')[0]!))];
  if (named.length === 0) return { unknown: [], missing: [] };
  const own = fn.params.filter((each) => !each.pattern);
  // A parameter that is taken apart has no name: documentation gives it one, or names its parts. Others take what is not listed.
  const open = fn.params.some((each) => each.rest || each.pattern) || (file.language === 'javascript' && fn.params.length === 0);
  const unknown = open ? [] : named.filter((name) => !own.some((each) => each.name === name) && name !== 'this' && !/^[A-Z]\w?$/.test(name));
  const strangers = named.some((name) => !own.some((each) => each.name === name));
  const missing = own.filter((each) => !each.name.startsWith('_') && !named.includes(each.name) && !(each.rest && strangers)).map((each) => each.name);
  return { unknown, missing };
}

function returnsSomething(fn: FunctionFact): boolean {
  if (!fn.public || !fn.returnsValue || fn.generator || fn.kind === 'constructor') return false;
  return fn.returnType === null || !NOTHING.test(fn.returnType);
}
