/** What the rules about leaking data share: the way that the data took, as places beside the finding. */
import type { DataStep, LeakFact } from '../../facts/learning-facts.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { Draft, FixOffer, RelatedPlace } from '../../findings/finding.ts';
import type { RuleMeta } from './rule.ts';

/** Words for the steps; a rule that shows the way takes them into its messages. */
export const WAY: Readonly<Record<DataStep['role'], string>> = {
  learns: 'Here it is learned: {text}',
  splits: 'Here the rows are split: {text}',
  trains: 'Here a model is trained on it: {text}',
  tests: 'Here the test is: {text}',
  copies: 'Here rows are repeated: {text}',
  chooses: 'Here the result decides: {text}',
};

/** Wherever models are built; what tests and samples of input do to data is their own matter. */
export const WHERE_MODELS_ARE: RuleMeta['roles'] = { test: 'off', fixture: 'off', docs: 'off', config: 'off', declaration: 'off' };

/** @param path of the file that the leak is in */
export function wayOf(path: string, { steps, span }: LeakFact): RelatedPlace[] {
  return steps.filter((step) => step.span.join() !== span.join()).map((step) => ({ path, span: step.span, messageId: step.role, data: { text: step.text } }));
}

/**
 * Findings for the leaks of one kind. Equal names are told apart by their order, which edits elsewhere do not change.
 * @param file with what learns in it
 * @param kind of leak
 * @param messageId what to say; it may insert `{about}`, `{line}` of the split or test, `{count}` of tests
 * @param report receives the findings
 * @param offer what moves the step behind the split, where there is one
 */
export function reportLeaks(file: FileFacts, kind: LeakFact['kind'], messageId: (leak: LeakFact) => string, report: (draft: Draft) => void, offer?: (leak: LeakFact) => Omit<FixOffer, 'data'> | null): void {
  const seen = new Map<string, number>();
  for (const leak of file.learning?.leaks ?? []) {
    if (leak.kind !== kind) continue;
    const count = (seen.get(leak.about) ?? 0) + 1;
    seen.set(leak.about, count);
    const split = leak.steps.find((step) => step.role === 'splits');
    const offered = split === undefined ? null : offer?.(leak) ?? null;
    const tests = leak.steps.filter((step) => step.role === 'tests');
    report({
      messageId: messageId(leak), data: { about: leak.about, count: tests.length, line: (split ?? tests[0])?.span[0] ?? leak.span[0] },
      span: leak.span, about: count === 1 ? leak.about : `${leak.about} (${count})`, related: wayOf(file.path, leak),
      ...(offered === null ? {} : { fixes: [{ ...offered, data: { split: split!.span } }] }),
    });
  }
}
