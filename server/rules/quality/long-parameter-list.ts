/**
 * Functions that take more parameters than a caller can keep apart.
 *
 * Bad, because at the place of the call nothing says which value is which, and each new parameter
 * touches every caller. An object with names says it.
 */
import * as z from 'zod';
import type { FileFacts, FunctionFact } from '../../facts/file-facts.ts';
import { isPython } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';
import { GENTLE_OUTSIDE } from '../kit/roles.ts';
import { byFacts } from '../kit/sources.ts';

const options = z.strictObject({
  max: z.number().int().positive().default(5).describe('Most parameters of a function.'),
  maxInjected: z.number().int().positive().default(8).describe('Most parameters of a constructor that keeps each of them: collaborators that are handed in.'),
});

export const rule = defineFileRule({
  meta: {
    id: 'quality/long-parameter-list',
    title: 'Long parameter list',
    severity: 'warning',
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
      what: 'A function with more than five parameters, or a constructor that is handed more than eight collaborators (both configurable).',
      why: 'At the place of the call nothing says which value is which; two of the same type change places unnoticed.',
      fix: 'Gather what belongs together into an object with names. The quick fix does so where all callers are in the file.',
      limits: 'Functions whose signature is not theirs to choose are left alone: overrides, overloads, callbacks typed by their place, methods of a class that implements an interface. Parameters that Python only takes by name are not counted.',
    },
    messages: {
      many: '{name} takes {count} parameters; more than {max} are hard to keep apart where it is called. {advice}',
      injected: 'The constructor of {name} is handed {count} collaborators; more than {max} mean that the class does too much.',
    },
  },
  check(file, report, { max, maxInjected }) {
    for (const fn of file.functions) {
      if (isDictated(file, fn)) continue;
      const injected = fn.kind === 'constructor' && fn.params.every((param) => param.property || param.type !== null) && fn.params.some((param) => param.property);
      const limit = injected ? maxInjected : max;
      // What is given by its name says at the call which it is, and `*args` is handed on.
      const count = fn.params.filter((param) => param.named !== true && !(param.rest && isPython(file))).length;
      if (count <= limit) continue;
      // Most of them have a default and are given by name, if at all.
      const mild = isPython(file) && fn.params.filter((param) => !param.optional && param.named !== true && !param.rest).length <= limit ? { severity: 'info' as const } : {};
      const owner = file.classFacts[fn.owner]?.name ?? '';
      const place = { span: fn.nameSpan, ...mild, about: `${owner}.${fn.name}` };
      if (injected) {
        report({ messageId: 'injected', data: { name: owner || 'this class', count, max: limit }, ...place });
        continue;
      }
      const advice = isPython(file) ? 'Gather what belongs together in a data class, or let them be given by name only.' : 'Gather them in an object.';
      report({
        messageId: 'many',
        data: { name: nameOf(fn, owner), count, max: limit, advice },
        ...place,
        fixes: fn.kind !== 'function' || fn.public ? [] : [{ id: 'options-object', title: 'Gather the parameters in an object' }],
      });
    }
  },
});

/** Someone else chose what it takes: a base class, an interface, the place that it is handed to. */
function isDictated(file: FileFacts, fn: FunctionFact): boolean {
  if ((fn.bodySpan === null && !fn.abstract) || fn.overrides || fn.overload !== 'none' || fn.contextuallyTyped) return true;
  return fn.kind === 'method' && fn.visibility === 'public' && (file.classFacts[fn.owner]?.implements.length ?? 0) > 0;
}

function nameOf(fn: FunctionFact, owner: string): string {
  if (fn.kind === 'constructor') return owner === '' ? 'This constructor' : `The constructor of ${owner}`;
  return fn.name === '' ? 'This function' : fn.name;
}
