/**
 * `any` in public interfaces.
 *
 * Bad, because it spreads: everything that comes out of an `any` is unchecked too. `unknown` also
 * accepts anything but makes callers check. Not reported: `any` in type arguments and constraints,
 * where inference needs it, and in code that is not public.
 */
import type { AnyFact } from '../../facts/file-facts.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { byFacts } from '../kit/sources.ts';

/** Beginning of the message, by place; empty for places that are not reported. */
const WHERE: Readonly<Record<AnyFact['where'], (name: string) => string>> = {
  parameter: (name) => `Public parameter ${name} is`,
  return: (name) => `Public function ${name} returns`,
  property: (name) => `Public property ${name} is`,
  variable: (name) => `Public variable ${name} is`,
  alias: (name) => `Public type ${name} is`,
  assertion: () => '',
  'type-argument': () => '',
};

export const rule = defineFileRule({
  meta: {
    id: 'quality/explicit-any',
    title: '`any` in a public interface',
    severity: 'warning',
    recommended: 'info',
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
      what: 'A public parameter, return value, property, variable or type alias of type `any` (`Any` in Python).',
      why: '`any` turns off type checking for everything it touches, including the code of those who use the interface.',
      fix: 'Name the type. If it really can be anything, use `unknown` (`object` in Python), so that callers have to check.',
      limits:
        '`any` in type arguments, constraints and rest parameters of function types is not reported, because inference often needs it there. Neither is '
        + '`as any`.',
    },
    messages: {
      any: '{what} any, which turns off type checking for callers. Name the type or use unknown.',
      anyPython: '{what} Any, which turns off type checking for callers. Name the type or use object.',
    },
  },
  check(file, report) {
    for (const any of file.anys) {
      const what = WHERE[any.where](any.name);
      if (!any.public || what === '' || any.name === '' || isGiven(any) || (isPython(file) && isOpen(any))) continue;
      report({
        messageId: isPython(file) ? 'anyPython' : 'any',
        data: { what },
        span: any.span,
        about: `${any.where} ${any.name}`,
        fixes: [{ id: 'unknown', title: 'Replace any with unknown', unsure: true }],
      });
    }
  },
});

/** Takes or returns arbitrary values: JSON, items of a container. */
function isOpen({ where, name }: AnyFact): boolean {
  return where === 'parameter'
    ? /^(default|json|other|payload|data|obj)$/.test(name)
    : where === 'return' && /(^|_)(json|loads?|get|pop|setdefault|deserialize|decode)$/.test(name);
}

/** Not chosen here: the reason of a rejected promise, unused parameters, marks for the compiler alone. */
function isGiven({ where, name }: AnyFact): boolean {
  // Private by its name.
  if (name.endsWith('_')) return true;
  if (where === 'parameter') return name === 'reason' || name.startsWith('_');
  return where === 'property' && name.startsWith('[') && name !== '[key]';
}
