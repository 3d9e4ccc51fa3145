/**
 * Definitions that a later one of the same name replaces before anybody uses them.
 *
 * Bad, because the first one is dead: a test that never runs, a function of which the other copy is mended, an entry of
 * a dictionary that is not there.
 */
import type { ClassFact, FileFacts, FunctionFact, LintFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { lintMessages, quotedIn } from '../kit/lint.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    F811: { by: 'linter', says: 'Replaces an earlier {name}, which therefore never runs. Rename or remove one of them.' },
    F601: { by: 'linter', says: '{name} stands in this dictionary more than once; the last value replaces the others.' },
  },
  eslint: ['no-dupe-keys', 'no-dupe-class-members', 'no-redeclare', 'no-func-assign'],
  pylint: ['function-redefined', 'duplicate-key'],
  mypy: ['no-redef'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/overwritten-definition',
    title: 'Definition that a later one replaces',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['python'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources,
    docs: {
      what: 'A function, method or test that is defined again under the same name without being used in between, and a key that a dictionary has twice.',
      why: 'The first one is dead. A test that was copied and not renamed never runs, and a value that was set is not there.',
      fix: 'Rename the one that got the wrong name, or remove the one that is not wanted.',
      limits:
        'Found by ruff (F811, F601). Imports are left alone, and so are functions with decorators, which may have handed the first one on (routes, '
        + 'overloads, properties).',
    },
    messages: lintMessages(sources),
  },
  check(file, report) {
    for (const fact of file.lint) {
      const { code, engine, message, span } = fact;
      if (code !== 'F601' && (code !== 'F811' || !(isReplaced(file, file.functions, fact) || isReplaced(file, file.classFacts, fact)))) continue;
      const name = quotedIn(message);
      report({ messageId: code, data: { name, engine }, span, about: `${name}: ${code}` });
    }
  },
});

/** Both are functions, or both classes, and nothing but the name could have led to the first. */
function isReplaced(file: FileFacts, items: readonly (FunctionFact | ClassFact)[], { span }: LintFact): boolean {
  const later = items.find(({ nameSpan }) => contains(nameSpan, span));
  if (later === undefined) return false;
  const earlier = items.findLast((each) => each.name === later.name && ownerOf(each) === ownerOf(later) && each.span[0] < later.span[0]);
  if (earlier === undefined || isRegistered(file, earlier)) return false;
  return earlier.decorators.length === 0 && later.decorators.length === 0 && !isUsedBetween(file, earlier, later);
}

/** The class of a method; a class has none of its own here. */
function ownerOf(item: FunctionFact | ClassFact): number | null {
  return 'owner' in item ? item.owner : null;
}

/** `class User(db.Entity)`: what is derived from a part of an object is mostly kept by that object, whatever its name leads to later. */
function isRegistered({ imports }: FileFacts, earlier: FunctionFact | ClassFact): boolean {
  const local = new Set(imports.flatMap(({ names }) => names.map((each) => each.local)));
  return 'extends' in earlier && earlier.extends.some((base) => /^[a-z_]\w*\./.test(base) && !local.has(base.slice(0, base.indexOf('.'))));
}

/** Inside a function, what stands between the two runs before the second: what it calls by the name is the first. */
function isUsedBetween({ functions, calls }: FileFacts, earlier: FunctionFact | ClassFact, later: FunctionFact | ClassFact): boolean {
  const isLocal = functions.some(({ bodySpan }) => bodySpan !== null && contains(bodySpan, earlier.span) && contains(bodySpan, later.span));
  return isLocal && calls.some(({ callee, span }) => callee === later.name && span[0] > earlier.span[2] && span[2] < later.span[0]);
}
