/**
 * Loops whose work grows with the square of what they run over.
 *
 * Bad, because it is quick with ten items and stands still with ten thousand. Found are searches
 * through a list from outside of the loop, in every turn, and collections that each turn copies as a
 * whole to add one item. Lists of fixed length are short, and left alone.
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
    title: 'Search through a list in every turn',
    severity: 'warning',
    roles: PRODUCTION_ONLY,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['general §6.2', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what: 'A loop that copies a growing list or object in every turn to add to it (a warning), and a loop that looks through another list with `includes`, `indexOf`, `find` or `filter`, in Python with `in`, in every turn (information). In Python also a DataFrame or array that grows by a copy in every turn. A list that two loops sort by exchanging its elements.',
      why: 'Ten times the items take a hundred times as long. It is not seen with test data, and then at the customer\'s.',
      fix: 'Make a `Set` or a `Map` before the loop and ask that. Add to a list with `push`, in Python `append`, and to an object by its key; put tables together once, after the loop.',
      limits: 'How long a list gets cannot be seen; for a handful of items the search is fine. Searches through something that is not certainly a list are only named where they are given a function.',
    },
    messages: {
      member: '{call} looks through the whole list in every turn. With many items, make a set before the loop and ask that.',
      position: '{call} looks through the whole list in every turn. With many items, make a dict of the positions before the loop and ask that.',
      includes: '{call} looks through the whole list in every turn. With many items, make a Set before the loop and ask that.',
      find: '{call} looks through the whole list in every turn. With many items, make a Map by key before the loop and look up in that.',
      copyPython: 'Each turn copies all of {name} to add to it, and the copies take longer with every item. Collect the parts in a list, and put them together after the loop.',
      sort: '{name} is sorted by exchanging its elements, two loops deep. Sort it with one call of sort, which takes far fewer steps.',
      copy: 'Each turn copies all of {name} to add to it. Add to it in place: the copies take longer with every item.',
    },
  },
  check(file, report) {
    for (const loop of file.loops) {
      for (const { what, name, span } of loop.byHand ?? []) if (what === 'sort') report({ messageId: 'sort', data: { name }, span, about: `${placeName(file, loop.function)}: sort ${name}` });
      for (const copy of loop.copies ?? []) report({ messageId: isPython(file) ? 'copyPython' : 'copy', data: { name: copy.name }, span: copy.span, about: `${placeName(file, loop.function)}: ${copy.name}` });
    }
    for (const call of file.calls) {
      if (call.searches === undefined || !runsOverMany(file, call)) continue;
      report({
        messageId: isPython(file) ? (call.name === '__contains__' ? 'member' : 'position') : EQUALITY.test(call.name) ? 'includes' : 'find', data: { call: asWritten(call) }, span: call.calleeSpan,
        about: `${placeName(file, call.function)}: ${call.callee}`, severity: 'info',
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
