/**
 * Calls that do not fit the function they call.
 *
 * Bad, because they raise a TypeError whenever they run: most often a parameter was renamed, added or removed and a seldom used caller was forgotten.
 */
import type { CallShapeFact } from '../../facts/call-shapes.ts';
import { declarationOf } from '../../graph/exports.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { DraftOf } from '../kit/messages.ts';
import { defineGraphRule } from '../kit/rule.ts';
import { mismatchOf, type Mismatch } from '../../text/call-fit.ts';
import { counted } from '../../text/wording.ts';

const messages = {
  'too-many': '{callee}() takes {most} by position and is given {given}, so this call raises a TypeError.',
  'unknown': '{callee}() has no parameter {names}, so this call raises a TypeError.',
  'twice': '{callee}() gets {names} twice, by position and by name, so this call raises a TypeError.',
  'missing': '{callee}() also needs {names}, so this call raises a TypeError.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'quality/call-arguments',
    title: 'Call that does not fit the function',
    severity: 'error',
    recommended: 'warning',
    roles: { fixture: 'off', docs: 'off', declaration: 'off' },
    languages: ['python', 'notebook'],
    guidelines: ['review §1.1', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: {
      pylint: ['too-many-function-args', 'unexpected-keyword-arg', 'no-value-for-parameter', 'redundant-keyword-arg'],
      mypy: ['call-arg'],
    },
    docs: {
      what: 'A call with too many arguments, a name that is no parameter, or without one that has no default.',
      why: 'The call raises a `TypeError` whenever it runs. It is often in code that no test covers, left behind when a function changed.',
      fix: 'Bring the call in line with the function, or the function with its callers.',
      limits:
        'Known are functions and classes of the top level that their file defines once, imported by name or called in the same file, and methods that a '
        + 'class calls on itself. Left alone are calls that unpack arguments, functions with decorators that may change what they take, classes with bases, '
        + 'and calls that wait for the error. The same call is reported once per file.',
    },
    messages,
  },
  check({ model }, report) {
    for (const module of model.modules.values()) {
      for (const shape of module.facts.callShapes ?? []) {
        const takes = shape.takes ?? takenBy(model, module, shape);
        const wrong = takes === null ? null : mismatchOf(takes, shape);
        if (wrong !== null) report(module.path, draft(shape, wrong));
      }
    }
  },
});

function takenBy(model: WorkspaceModel, module: ModuleNode, { callee, from }: CallShapeFact): string | null {
  if (from === undefined) return null;
  const found = declarationOf(model, module, callee, from);
  return found === null ? null : model.modules.get(found.path)?.facts.callables?.find((each) => each.name === found.name)?.takes ?? null;
}

function draft({ callee, positional, place, span }: CallShapeFact, wrong: Mismatch): DraftOf<typeof messages> {
  const about = `${place === '' ? 'file' : place}: ${callee} ${wrong.kind}`;
  if (wrong.kind === 'too-many')
    return { messageId: wrong.kind, data: { callee, most: counted(wrong.most, 'argument', 'arguments'), given: String(positional) }, span, about };
  return { messageId: wrong.kind, data: { callee, names: wrong.names.map((name) => `"${name}"`).join(' and ') }, span, about };
}
