/**
 * Handlers of errors that never run.
 *
 * Bad, because the error takes another way than the code says: past the handler, or into one above it that knows less.
 */
import type { BranchFact, CallFact, FileFacts, HandlerFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { contains } from '../../text/spans.ts';
import { placeAround } from '../kit/exposure.ts';
import { importsAny, isPython } from '../kit/python.ts';
import { CERTAIN_BUT_IN_TESTS } from '../kit/roles.ts';
import { defineFileRule } from '../kit/rule.ts';
import { isKindOf } from './unreachable-handler/kinds.ts';

export const rule = defineFileRule({
  meta: {
    id: 'quality/unreachable-handler',
    title: 'Handler that never runs',
    severity: 'error',
    recommended: 'warning',
    roles: CERTAIN_BUT_IN_TESTS,
    languages: ['typescript', 'javascript', 'python', 'notebook'],
    guidelines: ['style §10', 'style §5.1', 'review §2.1', 'general §8'],
    criterion: 'error-handling',
    blocker: false,
    fixable: false,
    sources: { pylint: ['bad-except-order'], flake8: ['B014'] },
    docs: {
      what:
        'An error handler of Express with three parameters, `.catch()` without a function, a test for a kind of error, or an `except`, below one that '
        + 'takes every error of that kind.',
      why: 'The error takes another way than the code says: past the handler, or into one above it that knows less of it.',
      fix: 'Give the handler of Express its fourth parameter, `catch` a function; ask for the narrower kind first.',
      limits:
        'Kinds are known if they are built in, are declared in the same file, or are called `…Error` below a test for `Error`. An `except` is compared with '
        + 'those of the same `try`.',
    },
    messages: {
      express: 'Express calls a function as error handler only if it takes four parameters, so this one gets no errors. Add "next".',
      catch: '"catch" without a function catches nothing. Give it one, or remove it.',
      order: 'This is never reached: {wide} above takes {narrow} as well. Ask for the narrower kind first.',
    },
  },
  check(file, report) {
    const about = (span: Span, what: string): string => `${placeAround(file, span)}: ${what}`;
    for (const call of file.calls) {
      if (isEmptyCatch(call)) report({ messageId: 'catch', span: call.calleeSpan, about: about(call.span, 'catch') });
      const handler = shortErrorHandler(file, call);
      if (handler !== null) report({ messageId: 'express', span: handler, about: about(call.span, 'use') });
    }
    for (const { span, wide, narrow } of isPython(file) ? excepts(file) : tests(file)) {
      report({ messageId: 'order', data: { wide, narrow }, span, about: about(span, `${wide} > ${narrow}`) });
    }
  },
});

interface Hidden {
  span: Span;
  wide: string;
  narrow: string;
}

/** `.catch()` of a promise that nothing else waits for. */
function isEmptyCatch(call: CallFact): boolean {
  // The name first: arguments are only read from the tree when they are asked for.
  return call.name === 'catch' && call.callee.endsWith('.catch') && call.args.length === 0 && call.result === 'unused';
}

/** @returns the place of a function that was written to handle errors and that Express takes for ordinary middleware */
function shortErrorHandler(file: FileFacts, call: CallFact): Span | null {
  if (call.name !== 'use' || call.args.length === 0 || !importsAny(file, /^express$/)) return null;
  const given = call.args.at(-1)!.span;
  const handler = file.functions.find(({ span }) => span.every((each, at) => each === given[at]));
  const [first] = handler?.params ?? [];
  const takesError = first !== undefined && (/^(err|error|ex|exception)$/.test(first.name) || /(^|\.)\w*Error$/.test(first.type ?? ''));
  return handler?.params.length === 3 && takesError && !handler.params.some(({ rest, pattern }) => rest || pattern) ? handler.nameSpan : null;
}

const TEST = /^(\w+) instanceof ([\w.]+)$/;

/** `if (e instanceof Error) … else if (e instanceof TypeError)`. */
function tests(file: FileFacts): Hidden[] {
  const tested = file.branches.filter(({ condition }) => TEST.test(condition));
  const chosen = tested.filter(({ otherwise }) => otherwise !== true);
  const failed = tested.filter(({ otherwise }) => otherwise === true);
  return chosen.flatMap((branch): Hidden[] => {
    const [, subject = '', narrow = ''] = TEST.exec(branch.condition)!;
    const wide = failed.filter(({ span }) => contains(span, branch.span)).map((each) => kindAsked(each, subject))
      .find((kind) => kind !== null && kind !== narrow && isKindOf(file, narrow, kind));
    const [line, column] = branch.span;
    return wide === undefined || wide === null ? [] : [{ span: [line, column, line, column + 1], wide, narrow }];
  });
}

function kindAsked({ condition }: BranchFact, about: string): string | null {
  const [, subject, kind = ''] = TEST.exec(condition)!;
  return subject === about ? kind : null;
}

/** `except Exception: … except ValueError:` of one `try`, which follow each other without a line between them. */
function excepts(file: FileFacts): Hidden[] {
  const found: Hidden[] = [];
  let above: HandlerFact[] = [];
  for (const handler of file.handlers.filter(({ kind }) => kind === 'catch')) {
    const last = above.at(-1);
    const between = handler.span[0] - (last?.span[2] ?? 0);
    const goesOn = last !== undefined && between >= 0 && between <= 1 && handler.span[1] === last.span[1];
    if (!goesOn) above = [];
    const wide = above.flatMap(({ types }) => types).find((kind) => handler.types.length > 0 && handler.types.every((each) => isKindOf(file, each, kind)));
    if (wide !== undefined) found.push({ span: handler.keywordSpan, wide, narrow: handler.types.join(', ') });
    above.push(handler);
  }
  return found;
}
