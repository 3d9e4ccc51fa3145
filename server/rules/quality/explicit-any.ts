/**
 * `any` on interfaces that others use.
 *
 * Bad, because it spreads: whatever comes out of an `any` is unchecked too, in code far away from
 * it. `unknown` says the same ("could be anything") and makes callers look before they leap.
 * Not reported: `any` inside of type arguments and constraints, where inference needs it, and in
 * code that nobody else uses.
 */
import type { AnyFact } from '../../facts/file-facts.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

const WHERE: Readonly<Record<AnyFact['where'], string>> = {
  parameter: 'The parameter', return: 'The result of', property: 'The property', variable: 'The variable', alias: 'The type', assertion: '', 'type-argument': '',
};

export const rule = defineFileRule({
  meta: {
    id: 'quality/explicit-any',
    title: '`any` on a public interface',
    severity: 'warning',
    roles: { test: 'off', fixture: 'off', example: 'off', docs: 'off', script: 'off', config: 'off', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §4.1', 'review §2.1', 'review §3.1', 'architecture §4.2'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: true,
    sources: {
      ruff: byFacts('ANN401'),
      eslint: ['@typescript-eslint/no-explicit-any'],
      mypy: ['explicit-any'],
    },
    docs: {
      what: 'A parameter, result, property, variable or type alias of type `any` (in Python `Any`) that others can reach.',
      why: 'An `any` switches checking off for everything that it touches, also in the code of those who use the interface.',
      fix: 'Name the type. Where it really can be anything, write `unknown`, in Python `object`: those who use it must then look what it is.',
      limits: '`any` in type arguments, constraints and rest parameters of function types is left alone, because inference often needs it there. So is `as any`.',
    },
    messages: { anyPython: '{what} {name} is public and of type Any, which switches checking off for all who use it. Name the type, or write object.', any: '{what} {name} is public and of type any, which switches checking off for all who use it. Name the type, or write unknown.' },
  },
  check(file, report) {
    for (const any of file.anys) {
      const what = WHERE[any.where];
      if (!any.public || what === '' || any.name === '' || isGiven(any) || (isPython(file) && isOpen(any))) continue;
      report({
        messageId: isPython(file) ? 'anyPython' : 'any',
        data: { what, name: any.name },
        span: any.span,
        about: `${any.where} ${any.name}`,
        fixes: [{ id: 'unknown', title: 'Write unknown in the place of any' }],
      });
    }
  },
});

/** Takes or gives whatever there is: values of JSON, and items of a container. */
function isOpen({ where, name }: AnyFact): boolean {
  return where === 'parameter' ? /^(default|json|other|payload|data|obj)$/.test(name) : where === 'return' && /(^|_)(json|loads?|get|pop|setdefault|deserialize|decode)$/.test(name);
}

/** Not chosen here: what the platform passes when a promise fails, what goes unused, marks that exist for the compiler alone. */
function isGiven({ where, name }: AnyFact): boolean {
  // Marked as not for others by its name.
  if (name.endsWith('_')) return true;
  if (where === 'parameter') return name === 'reason' || name.startsWith('_');
  return where === 'property' && name.startsWith('[') && name !== '[key]';
}
