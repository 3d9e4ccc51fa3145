/**
 * Tables that are processed row by row.
 *
 * Bad, because every row becomes an object of its own, which is often a hundred times slower than one
 * operation on a whole column. For small tables that are only shown it does not matter, so it is a
 * warning only where the loop calculates, and information elsewhere.
 */
import type { CallFact, FileFacts, LoopFact } from '../../facts/file-facts.ts';
import { contains } from '../../text/spans.ts';
import { placeName } from '../kit/exposure.ts';
import { SOURCE_AND_SCRIPTS } from '../kit/roles.ts';
import { keyword } from '../kit/python.ts';
import { defineFileRule } from '../kit/rule.ts';

/** Writes back into the table, which an operation on a whole column could do. */
const WRITES_BACK = /\.(loc|iloc|at|iat)\b/;
/** The loop has an effect outside for each row, which cannot be done for all rows at once. */
const SPEAKS = new RegExp(
  String.raw`^(print|write|writerow|send|post|put|get|execute|executemany|save|create|add|insert|log|info|debug|warning|echo|`
  + String.raw`publish|upload|download|fetch|commit|append_row|emit|draw|plot|text|annotate|add_\w+|send_\w+|save_\w+|create_\w+|`
  + String.raw`insert_\w+)$`,
);

export const rule = defineFileRule({
  meta: {
    id: 'performance/row-iteration',
    title: 'Table processed row by row',
    severity: 'warning',
    roles: SOURCE_AND_SCRIPTS,
    // How many rows there are is not known, and mostly they are few, or each leads to slower work.
    recommended: 'info',
    languages: ['python', 'notebook'],
    guidelines: ['general §1.2', 'patterns §4.2', 'general §6.1', 'review §2.1', 'style §9'],
    criterion: 'performance',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'A loop over `iterrows()` of a DataFrame (a warning where the loop only calculates, information where it has other effects and in the profile '
        + '"recommended"), and `apply(…, axis=1)` (information). A loop over an index that only counts '
        + 'where two sequences agree (information).',
      why:
        'Every row becomes an object of its own, and types are looked up again for every cell. The same work on whole columns is often a hundred times as '
        + 'fast.',
      fix:
        'Calculate with whole columns (`table["a"] * table["b"]`), use `where`, `map`, `merge` or `groupby`. Where a loop is needed, `itertuples()` or a '
        + 'zip of columns is much cheaper.',
      limits: 'Tables are recognized by these method names, which hardly anything else has. The number of rows is not known.',
    },
    messages: {
      rows: '{call} creates an object for every row. Work on whole columns, or use itertuples(), which is much cheaper.',
      count: 'This loop counts one pair at a time where {pairs}. Use ({pairs}).sum() for arrays, or sum() over zip() for lists.',
      apply: '{call} with axis=1 calls a Python function for every row. Work on whole columns where possible.',
    },
  },
  check(file, report) {
    for (const loop of file.loops) {
      for (const { what, name, span } of loop.byHand ?? [])
        if (what === 'count')
          report({ messageId: 'count', data: { pairs: name }, span, about: `${placeName(file, loop.function)}: ${name}`, severity: 'info' });
    }
    for (const call of file.calls) {
      if (call.name === 'iterrows' && call.args.length === 0) {
        const loop = loopOver(file, call);
        const mild = speaks(file, loop) ? { severity: 'info' as const } : {};
        report({
          messageId: 'rows', data: { call: `${call.callee}()` }, span: call.calleeSpan, about: `${placeName(file, call.function)}: ${call.callee}`, ...mild,
        });
      } else if (call.name === 'apply' && /^(1|columns)$/.test(keyword(call, 'axis')?.text ?? '')) {
        report({
          messageId: 'apply',
          data: { call: `${call.callee}()` },
          span: call.calleeSpan,
          about: `${placeName(file, call.function)}: ${call.callee}`,
          severity: 'info',
        });
      }
    }
  },
});

/** The loop whose rows come from a call. */
function loopOver(file: FileFacts, call: CallFact): number {
  return file.loops.findIndex((loop: LoopFact) => contains(loop.span, call.span) && loop.iterable.includes('iterrows'));
}

function speaks(file: FileFacts, loop: number): boolean {
  return loop >= 0 && file.calls.some((call) => call.loop === loop && SPEAKS.test(call.name) && !WRITES_BACK.test(call.callee));
}
