/**
 * Calls of asynchronous functions whose result is dropped, tested or used although nobody waited for it.
 *
 * Bad, because a coroutine that is not awaited never runs, a promise always counts as true, and its errors arrive after the `try` that
 * was written for them has ended. Only calls are judged of which the files show which function they lead to, and that it is asynchronous.
 */
import type { ModuleFacts, UnawaitedFact } from '../../facts/module-facts.ts';
import { declarationOf } from '../../graph/exports.ts';
import type { ModuleNode, WorkspaceModel } from '../../graph/model.ts';
import type { DraftOf } from '../kit/messages.ts';
import { isPython } from '../kit/python.ts';
import { defineGraphRule } from '../kit/rule.ts';

const messages = {
  dropped: '{callee}() only makes a coroutine, and nobody awaits it: it never runs. Await it, or hand it to the event loop.',
  unheard: 'Nobody waits for {callee}(), so this `try` ends before it can fail, and the `catch` never sees its errors. Add `await`.',
  condition: '{callee}() is not awaited, and the promise that it returns always counts as true. Add `await`.',
  conditionPython: '{callee}() is not awaited, and the coroutine that it returns always counts as true. Add `await`.',
  each: '{callee}() does not wait for its callback: this `try` ends before that can fail, and the `catch` never sees its errors. Loop with `for`.',
  answer: '{callee}() takes the promise that its callback returns for the answer, and that always counts as true. Await the answers first.',
  value: '{callee}() is not awaited: the promise that it returns has no {use}. Add `await`.',
  valuePython: '{callee}() is not awaited: the coroutine that it returns has no {use}. Add `await`.',
} as const;

export const rule = defineGraphRule({
  meta: {
    id: 'quality/missing-await',
    title: 'Missing await',
    severity: 'error',
    recommended: 'warning',
    // A test whose coroutine never runs tests nothing.
    roles: { fixture: 'off', example: 'info', docs: 'off', config: 'info', declaration: 'off' },
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['review §2.1', 'style §9', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: {
      eslint: ['@typescript-eslint/no-floating-promises', '@typescript-eslint/no-misused-promises'],
      mypy: ['unused-coroutine'],
    },
    docs: {
      what:
        'A call of an asynchronous function that is not awaited where only its result makes sense. In Python: a call that is a statement of its own, a '
        + 'condition, or read like the value. In TypeScript and JavaScript: a condition; a statement in a `try` with a `catch`, in an asynchronous function, '
        + 'unless the called function catches its errors itself; and in JavaScript a property that is read from the promise. Also an asynchronous callback '
        + 'of `filter`, `find`, `some` or `every`, and of `forEach` in such a `try`.',
      why:
        'A coroutine that nobody awaits never runs. A promise always counts as true, so the condition decides nothing. Errors of a promise that nobody waits '
        + 'for arrive after the `try` has ended: the `catch` never sees them, and Node.js stops the process.',
      fix:
        'Add `await`. To go on without waiting on purpose, say so: `void save().catch(report)`, in Python `asyncio.create_task(save())` with the task kept.',
      limits:
        'Only functions are known that are declared `async` in the same file, at the top level of a file from which they are imported by name, or in the same '
        + 'class or a base class in the same file. Functions with unknown decorators and methods of other objects are left alone, as are promises that '
        + 'nobody waits for outside of a `try`, those of which a comment says that they are meant to go on by themselves, and those of functions that are '
        + 'called more than once and never awaited.',
    },
    messages,
  },
  check({ model }, report) {
    const found: Found[] = [];
    for (const module of model.modules.values()) {
      for (const fact of module.facts.unawaited ?? []) {
        const of = functionOf(model, module, fact);
        if (of !== null) found.push({ module, fact, of });
      }
    }
    const meant = meantToGoOn(found);
    for (const { module, fact, of } of found) if (fact.kind !== 'unheard' || !meant.has(of)) report(module.path, draft(module.facts, fact));
  },
});

interface Found {
  module: ModuleNode;
  fact: UnawaitedFact;
  /** File and name of the function. */
  of: string;
}

/** Functions that are called more than once, and never awaited: nobody is to wait for them. */
function meantToGoOn(found: readonly Found[]): ReadonlySet<string> {
  const files = new Map<string, Map<string, NonNullable<UnawaitedFact['habit']>>>();
  for (const { module, fact: { habit }, of } of found) {
    if (habit === undefined) continue;
    const known = files.get(of) ?? new Map<string, NonNullable<UnawaitedFact['habit']>>();
    files.set(of, known.set(module.path, habit));
  }
  return new Set([...files].flatMap(([of, habits]) => {
    const all = [...habits.values()];
    return all.every(({ heard }) => !heard) && all.reduce((sum, { dropped }) => sum + dropped, 0) > 1 ? of : [];
  }));
}

function draft(file: ModuleFacts, { kind, callee, use, span, place }: UnawaitedFact): DraftOf<typeof messages> {
  const about = `${place === '' ? 'file' : place}: ${callee} ${kind}`;
  if (kind === 'value') return { messageId: isPython(file) ? 'valuePython' : kind, data: { callee, use }, span, about };
  if (kind === 'condition') return { messageId: isPython(file) ? 'conditionPython' : kind, data: { callee }, span, about };
  return { messageId: kind, data: { callee }, span, about };
}

/** The function that is called, if it is asynchronous. One of the same file is; one that is imported has to be looked up where it is declared. */
function functionOf(model: WorkspaceModel, module: ModuleNode, { kind, callee, from }: UnawaitedFact): string | null {
  if (from === undefined) return `${module.path} ${callee}`;
  const found = declarationOf(model, module, callee, from);
  const fact = found === null ? undefined : model.modules.get(found.path)?.facts.asyncFunctions?.find((each) => each.name === found.name);
  return found === null || fact === undefined || (kind === 'unheard' && fact.catches === true) ? null : `${found.path} ${fact.name}`;
}
