/**
 * Conditions that always have the same result, whatever the values in them are.
 *
 * Bad, because one of the branches never runs, and the author thinks that it does. Most come from an operator that binds
 * otherwise than the line reads, or that compares something else than was meant.
 */
import type { FixedConditionFact, LintFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { placeAround } from '../kit/exposure.ts';
import { lintMessages, reportLint } from '../kit/lint.ts';
import { CERTAIN } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import type { RuleSources } from '../../findings/rule-sources.ts';

const sources = {
  ruff: {
    F631: { by: 'linter', says: 'This assertion tests a tuple, which is always true. Remove the parentheses.' },
    F632: { by: 'linter', says: 'Compares by identity with a literal, which holds only by chance. Compare with == or !=.' },
    F634: { by: 'linter', says: 'This condition is a tuple, which is always true. Remove the parentheses.' },
    PLW0129: { by: 'linter', says: 'This assertion tests a text, which is always true. To fail, raise an AssertionError.' },
    PLR0124: { by: 'linter', says: 'Compares a value with itself, so the result is always the same.' },
    SIM222: { by: 'linter', says: 'This part of the condition is always true, so that the rest is never looked at. Compare with each value.' },
  },
  pylint: [
    'literal-comparison', 'assert-on-tuple', 'assert-on-string-literal', 'comparison-with-itself', 'condition-evals-to-constant', 'using-constant-test',
  ],
  eslint: [
    'use-isnan', 'valid-typeof', 'no-unsafe-negation', 'no-constant-condition', 'no-constant-binary-expression', 'no-dupe-else-if', 'no-self-compare',
    'sonarjs/no-identical-expressions', 'sonarjs/no-collection-size-mischeck',
  ],
} as const satisfies RuleSources;

export const rule = defineFileRule({
  meta: {
    id: 'quality/constant-condition',
    title: 'Condition with only one result',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources,
    docs: {
      what:
        'A condition that does not depend on the values in it: compared with `NaN` or with an object made in place, `typeof` compared with a text that it '
        + "never gives, `!a in b`, `kind === 'a' || 'b'`, `a ?? 'x' ? b : c`, a test that stands above in the same `else if` chain, a function of "
        + 'the file or a method of the class that is tested and not called, `if (list.indexOf(x))`, `case \'a\' || \'b\':`, `list.length < 0`, and '
        + '`a.x === a.x`. In Python a tuple or a text that is asserted, `is` with a literal, the length of a list compared with itself.',
      why: 'One of the branches never runs, and whoever wrote it thinks that it does.',
      fix: 'Compare what was meant: `Number.isNaN(x)`, `!(a in b)`, `kind === \'a\' || kind === \'b\'`, `a ?? (x ? b : c)`.',
      limits:
        'Values are not followed: a variable that always holds the same is not found. In Python partly found by ruff. Taken as meant are '
        + 'comparisons of a name with itself, which ask for NaN, and `True or …`, which switches something on.',
    },
    messages: {
      ...lintMessages(sources),
      'nan': '"{text}" compares with NaN, which is equal to nothing. Use Number.isNaN.',
      'fresh-object': '"{text}" compares with an object made right there, which is never the same. Compare its contents.',
      'unknown-type': '"{text}" compares with a text that typeof never gives.',
      'negated-left': '"{text}" negates the left side before it looks. Put parentheses around what is to be negated.',
      'always-true-part': '"{text}" is always true, because a text or number by itself is. Compare with each value.',
      'preferred': '"{text}" is the whole condition of this choice, as ?? binds tighter than the question mark. Put parentheses around what was meant.',
      'asked-before': '"{text}" was already asked above in this chain, so this branch never runs.',
      'uncalled': '"{text}" tests whether the function is there, which it always is. Call it.',
      'position': '"{text}" is also true where nothing is found, as that gives -1. Compare with -1, or use includes.',
      'same-sides': '"{text}" has the same on both sides. Compare with what was meant, or leave one of them out.',
      'case-alternative': '"{text}" is the first of these alone. Write a case for each value.',
      'length': '"{text}" is always the same, as a length is never below 0. Compare with what was meant.',
    },
  },
  check(file, report) {
    const told = file.tests.flatMap(({ tautologies }) => tautologies);
    // `a is not 'x' and a is not 'y'` is one slip.
    const first = (fact: LintFact): boolean => file.lint.find(({ code, span: [line] }) => code === fact.code && line === fact.span[0]) === fact;
    reportLint(file, sources, report, (fact) => !first(fact) || isMeant(fact, file.role === 'test') || told.some((span) => contains(span, fact.span)));
    for (const { kind, text, span } of file.fixedConditions ?? []) {
      // Tests try whether a getter gives the same twice.
      if (kind === 'same-sides' && file.role === 'test' && /[!=]==?/.test(text) && !/&&|\|\|/.test(text)) continue;
      report({ messageId: kind satisfies FixedConditionFact['kind'], data: { text }, span, about: `${placeAround(file, span)}: ${text}` });
    }
  },
});

/** NaN differs from itself, so that a number is compared with itself to find it; tests try `__eq__`, and `True or …` switches something on for now. */
function isMeant({ code, message }: LintFact, isTest: boolean): boolean {
  if (code === 'PLR0124') return isTest || /!=|`\w+ == \w+`/.test(message);
  return code === 'SIM222' && /^Use `(True|False|None)`/.test(message);
}
