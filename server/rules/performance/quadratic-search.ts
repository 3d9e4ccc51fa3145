/**
 * Loops whose work grows with the square of the number of items.
 *
 * Bad, because it is fast with ten items and far too slow with ten thousand. Reported are searches
 * through a list from outside the loop in every iteration, and collections that every iteration copies
 * as a whole to add one item. Lists of fixed length are short, and left alone.
 */
import type { CallFact, FileFacts } from '../../facts/file-facts.ts';
import { placeName } from '../kit/exposure.ts';
import { isPython } from '../kit/python.ts';
import { PRODUCTION_ONLY } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';

const EQUALITY = /^(includes|indexOf|lastIndexOf)$/;

export const rule = defineFileRule({
  meta: {
    id: 'performance/quadratic-search',
    title: 'Quadratic work in a loop',
    severity: 'warning',
    recommended: 'info',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §6.2', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'A loop that copies a growing list or object in every iteration to add to it, and a loop that searches another list with `includes`, `indexOf`, '
        + '`find` or `filter`, in Python with `in`, in every iteration (information). In Python also a DataFrame or array that grows by a copy in every '
        + 'iteration, and a list that two nested loops sort by swapping its elements.',
      why: 'Ten times the items take a hundred times as long. It does not show with test data, only in production.',
      fix:
        'Build a `Set` or a `Map` before the loop and look up in it. Add to a list with `push`, in Python `append`, and to an object by its key; combine '
        + 'tables once, after the loop.',
      limits:
        'The length of a list is not known; for a handful of items the search is fine. A collection that the loop itself uses, such as the text a model '
        + 'continues, is left alone. Searches through something that may not be a list are only reported where they take a function.',
    },
    messages: {
      member: '{call} searches the whole list in every iteration. For many items, build a set before the loop.',
      position: '{call} searches the whole list in every iteration. For many items, build a dict of positions before the loop.',
      includes: '{call} searches the whole list in every iteration. For many items, build a Set before the loop.',
      find: '{call} searches the whole list in every iteration. For many items, build a Map by key before the loop.',
      copyPython: 'Every iteration copies all of {name} to add to it. Collect the parts in a list and combine them after the loop.',
      sort: '{name} is sorted by swapping elements in two nested loops. Call sort instead, which takes far fewer steps.',
      copy: 'Every iteration copies all of {name} to add to it. Add to it in place instead.',
    },
  },
  check(file, report) {
    for (const loop of file.loops) {
      for (const { what, name, span } of loop.byHand ?? [])
        if (what === 'sort') report({ messageId: 'sort', data: { name }, span, about: `${placeName(file, loop.function)}: sort ${name}` });
      for (const copy of loop.copies ?? []) {
        const about = `${placeName(file, loop.function)}: ${copy.name}`;
        report({ messageId: isPython(file) ? 'copyPython' : 'copy', data: { name: copy.name }, span: copy.span, about });
      }
    }
    for (const call of file.calls) {
      if (call.searches === undefined || !runsOverMany(file, call)) continue;
      report({
        messageId: isPython(file) ? (call.name === '__contains__' ? 'member' : 'position') : EQUALITY.test(call.name) ? 'includes' : 'find',
        data: { call: asWritten(call) },
        span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.callee}`,
        severity: 'info',
      });
    }
  },
});

/** Python writes the search as an operator. */
function asWritten(call: CallFact): string {
  return call.name === '__contains__' ? `in ${call.callee.slice(0, -'.__contains__'.length)}` : `${call.callee}()`;
}

/** Over a collection, and not until something is found. */
function runsOverMany(file: FileFacts, call: CallFact): boolean {
  const loop = file.loops[call.loop]!;
  if (loop.kind === 'while' || loop.kind === 'do' || loop.async) return false;
  // A list of fixed things, written in place.
  return !/^\[|^\(\[|^Object\.(keys|entries|values)\(\{/.test(loop.iterable);
}
