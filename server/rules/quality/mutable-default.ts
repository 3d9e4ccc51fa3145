/**
 * Mutable defaults, and defaults that are computed by a call: evaluated once, when the function is
 * defined, and then shared by all calls.
 *
 * Bad, because a call that changes its default changes it for every later call, and a time or random
 * number that looks new in each call is that of the start. Markers of frameworks, which are meant to
 * be created once (`Depends`, `Query`, `Option`), are not reported.
 */
import type { FileFacts, FunctionFact, LintFact, ParamFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { placeAround } from '../kit/exposure.ts';
import { lintFixes, lintMessages, reportLint } from '../kit/lint.ts';
import { keyword, positional } from '../kit/python.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    B006: {
      by: 'linter', fix: 'Default to None and create it inside', fixId: 'none-default',
      says: 'Mutable default is shared by all calls. Default to None and create it inside the function.',
    },
    B008: {
      by: 'linter', severity: 'warning',
      says: 'This default is computed once, when the function is defined. Default to None and compute it inside.',
    },
    RUF008: { by: 'linter', says: 'Mutable default is shared by all instances. Give it a factory, such as field(default_factory=list).' },
  },
  pylint: ['dangerous-default-value'],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/mutable-default',
    title: 'Mutable default',
    severity: 'error',
    recommended: 'warning',
    // Most calls in defaults give a value that never changes.
    recommendedFor: { B008: 'info', onlyRead: 'info' },
    roles: GENTLE_OUTSIDE,
    languages: ['python', 'notebook'],
    guidelines: ['style §10', 'style §8.1', 'style §3.1', 'review §2.1', 'style §9', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: true,
    sources,
    docs: {
      what:
        'A parameter or dataclass field whose default is a list, a dictionary, a set or another mutable object. As a warning also a default that is the ' +
        'result of a call. In the profile `recommended` a warning only if the function, or the class that it stores it in, ' +
        'changes the value.',
      why:
        'A default is evaluated once, when the function is defined. Changes made by one call are visible to the next, and values that should be new in ' +
        'each call (the time, an id) never are.',
      fix: 'Default to `None` and create the value inside. The quick fix does this.',
      limits:
        "Found by ruff (B006, B008, RUF008); its `# noqa` comments and settings apply. Markers of FastAPI and Typer are accepted, others by ruff's " +
        'setting `extend-immutable-calls`.',
    },
    messages: {
      ...lintMessages(sources),
      onlyRead: 'Mutable default is shared by all calls. Default to None and create it inside the function. ({engine} {code})',
    },
  },
  check(file, report) {
    reportLint(file, sources, report, (fact) => isOnlyRead(file, fact));
    for (const fact of file.lint.filter((each) => isOnlyRead(file, each))) {
      report({
        messageId: 'onlyRead',
        data: { engine: fact.engine, code: fact.code },
        span: fact.span,
        about: `${placeAround(file, fact.span)}: B006`,
        fixes: lintFixes(file, sources, fact.span),
      });
    }
  },
});

/** As long as nobody changes a shared list, nobody notices that it is shared. */
function isOnlyRead(file: FileFacts, { code, span }: LintFact): boolean {
  if (code !== 'B006') return false;
  const isDefault = (each: ParamFact): boolean => each.default !== null && contains(each.default.span, span);
  const holder = file.functions.find(({ params }) => params.some(isDefault));
  const param = holder?.params.find(isDefault);
  if (holder === undefined || param === undefined) return false;
  // Python itself always passes what `__deepcopy__` takes.
  return param.keepsDefault === undefined || holder.name === '__deepcopy__' || isAlwaysGiven(file, holder, param);
}

/** A helper inside of a function, all of whose calls pass a value: its default never comes into use. */
function isAlwaysGiven(file: FileFacts, { name, parent, owner, params }: FunctionFact, param: ParamFact): boolean {
  if (parent < 0 || owner >= 0) return false;
  const at = params.indexOf(param);
  const around = file.functions[parent]!.span;
  const calls = file.calls.filter(({ callee, span }) => callee === name && contains(around, span));
  return calls.length > 0 && calls.every((call) => keyword(call, param.name) !== null || (keyword(call, '*') === null && positional(call).length > at));
}
