/**
 * Functions with too many parameters.
 *
 * Bad, because a call does not show which value is which, and each new parameter touches every
 * caller. An object has names.
 */
import * as z from 'zod';
import type { FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { byFacts } from '../kit/sources.ts';

/** Commands, routes and test fixtures: the framework passes each value by its name. */
const CALLED_BY_NAME = /(^|\.)(command|group|option|argument|callback|get|post|put|patch|delete|head|api_route|websocket|fixture|parametrize)\b(?!\.)/;

const options = z.strictObject({
  max: z.number().int().positive().default(5).describe('Most parameters allowed.'),
  maxInjected: z.number().int().positive().default(8).describe('Most parameters allowed for a constructor that keeps each of them: injected dependencies.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/long-parameter-list',
    title: 'Long parameter list',
    severity: 'warning',
    recommended: 'info',
    roles: { ...GENTLE_OUTSIDE, test: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §9.1'],
    criterion: 'types-and-docs',
    blocker: false,
    fixable: true,
    options,
    sources: {
      ruff: byFacts('PLR0913', 'PLR0917'),
      eslint: ['max-params', '@typescript-eslint/max-params'],
      pylint: ['too-many-arguments', 'too-many-positional-arguments'],
    },
    docs: {
      what: 'A function with more than five parameters, or a constructor with more than eight injected dependencies (both configurable).',
      why: 'A call does not show which value is which; two of the same type can be swapped unnoticed.',
      fix: 'Group related parameters in an object. The quick fix does this if all callers are in the file.',
      limits:
        'Functions that do not choose their signature are not reported: overrides, overloads, typed callbacks, methods of a class that implements an '
        + 'interface, commands of click, Typer and the like. Keyword-only parameters of Python are not counted.',
    },
    messages: {
      many: '{name} takes {count} parameters; the limit is {max}. {advice}',
      injected: 'The constructor of {name} takes {count} dependencies; the limit is {max}. Split the class.',
    },
  },
  check(file, report, { max, maxInjected }) {
    for (const fn of file.functions) {
      if (isDictated(file, fn)) continue;
      const injected =
        fn.kind === 'constructor' && fn.params.every((param) => param.property || param.type !== null) && fn.params.some((param) => param.property);
      const limit = injected ? maxInjected : max;
      // Keyword-only parameters are named in the call, and `*args` is passed on.
      const count = fn.params.filter((param) => param.named !== true && !(param.rest && isPython(file))).length;
      if (count <= limit) continue;
      // Most of them have a default and are passed by name, if at all.
      const mild =
        isPython(file) && fn.params.filter((param) => !param.optional && param.named !== true && !param.rest).length <= limit
          ? { severity: 'info' as const }
          : {};
      const owner = file.classFacts[fn.owner]?.name ?? '';
      const place = { span: fn.nameSpan, ...mild, about: `${owner}.${fn.name}` };
      if (injected) {
        report({ messageId: 'injected', data: { name: owner || 'this class', count, max: limit }, ...place });
        continue;
      }
      const advice = isPython(file) ? 'Group them in a data class or make them keyword-only.' : 'Group them in an object.';
      report({
        messageId: 'many',
        data: { name: nameOf(fn, owner), count, max: limit, advice },
        ...place,
        fixes: fn.kind !== 'function' || fn.public ? [] : [{ id: 'options-object', title: 'Group the parameters in an object' }],
      });
    }
  },
});

/** The signature is chosen elsewhere: by a base class, an interface or a framework. */
function isDictated(file: FileFacts, fn: FunctionFact): boolean {
  if (fn.decorators.some((each) => CALLED_BY_NAME.test(each))) return true;
  if ((fn.bodySpan === null && !fn.abstract) || fn.overrides || fn.overload !== 'none' || fn.contextuallyTyped) return true;
  return fn.kind === 'method' && fn.visibility === 'public' && (file.classFacts[fn.owner]?.implements.length ?? 0) > 0;
}

function nameOf(fn: FunctionFact, owner: string): string {
  if (fn.kind === 'constructor') return owner === '' ? 'This constructor' : `The constructor of ${owner}`;
  return fn.name === '' ? 'This function' : fn.name;
}
