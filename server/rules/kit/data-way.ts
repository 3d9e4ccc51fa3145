/** What the rules about data leaks share: the path that the data took, as places beside the finding. */
import type { DataStep, LeakFact } from '../../facts/learning-facts.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import type { FixOffer } from '../../findings/finding.ts';
import type { RuleMeta } from '../../findings/rule-meta.ts';
import type { RelatedOf } from './messages.ts';

/** Texts for the steps; a rule that shows the path includes them in its messages. */
export const WAY = {
  learns: 'Fitted here: {text}',
  splits: 'Rows split here: {text}',
  trains: 'Model trained here: {text}',
  tests: 'Tested here: {text}',
  copies: 'Rows repeated here: {text}',
  chooses: 'The result decides here: {text}',
} as const satisfies Readonly<Record<DataStep['role'], string>>;

/** Wherever models are built. Tests and sample input may do with data what they like. */
export const WHERE_MODELS_ARE: RuleMeta['roles'] = { test: 'off', fixture: 'off', docs: 'off', config: 'off', declaration: 'off' };

/** A leak, with what every rule reports about it. */
export interface Leak {
  leak: LeakFact;
  /** Line of the split, or of the test where nothing is split. */
  line: number;
  place: { span: Span; about: string; related: RelatedOf<typeof WAY>[] };
}

/**
 * The leaks of one kind. Equal names are numbered in order, which edits elsewhere do not change.
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
