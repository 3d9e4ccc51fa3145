/** What the rules about leaking data share: the way that the data took, as places beside the finding. */
import type { DataStep, LeakFact } from '../../facts/learning-facts.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { RuleMeta } from '../../findings/rule-meta.ts';
import type { RelatedOf } from './messages.ts';

/** Words for the steps; a rule that shows the way takes them into its messages. */
export const WAY = {
  learns: 'Here it is learned: {text}',
  splits: 'Here the rows are split: {text}',
  trains: 'Here a model is trained on it: {text}',
  tests: 'Here the test is: {text}',
  copies: 'Here rows are repeated: {text}',
  chooses: 'Here the result decides: {text}',
} as const satisfies Readonly<Record<DataStep['role'], string>>;

/** Wherever models are built; what tests and samples of input do to data is their own matter. */
export const WHERE_MODELS_ARE: RuleMeta['roles'] = { test: 'off', fixture: 'off', docs: 'off', config: 'off', declaration: 'off' };

/** A leak with what every rule reports of it. */
export interface Leak {
  leak: LeakFact;
  /** Line of the split, or of the test where nothing is split. */
  line: number;
  place: { span: Span; about: string; related: RelatedOf<typeof WAY>[] };
}

/**
 * The leaks of one kind. Equal names are told apart by their order, which edits elsewhere do not change.
 * @param file with what learns in it
 * @param kind of leak
 */
export function leaksOf(file: FileFacts, kind: LeakFact['kind']): Leak[] {
  const seen = new Map<string, number>();
  return (file.learning?.leaks ?? []).filter((leak) => leak.kind === kind).map((leak) => {
    const count = (seen.get(leak.about) ?? 0) + 1;
    seen.set(leak.about, count);
    const { about, span, steps } = leak;
    const at = steps.find((step) => step.role === 'splits') ?? steps.find((step) => step.role === 'tests');
    return { leak, line: at?.span[0] ?? span[0], place: { span, about: count === 1 ? about : `${about} (${count})`, related: wayOf(file.path, leak) } };
  });
}

function wayOf(path: string, { steps, span }: LeakFact): RelatedOf<typeof WAY>[] {
  return steps.filter((step) => step.span.join() !== span.join()).map((step) => ({ path, span: step.span, messageId: step.role, data: { text: step.text } }));
}

/**
 * The offer to move a step behind the split, where there is one.
 * @param leak that the step causes
 * @param role of the step
 * @param isMovable tells by its text
 * @param offer what moves it
 */
export function behindSplit({ steps }: LeakFact, role: DataStep['role'], isMovable: RegExp, offer: Pick<FixOffer, 'id' | 'title'>): FixOffer[] {
  const split = steps.find((step) => step.role === 'splits');
  return split !== undefined && steps.some((step) => step.role === role && isMovable.test(step.text)) ? [{ ...offer, data: { split: split.span } }] : [];
}
