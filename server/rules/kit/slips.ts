/** What the rules about slips report: each looks at some kinds of what the adapter found. */
import type { FileFacts, SlipFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { placeAround } from './exposure.ts';

/** @param Kind of the slips that a rule tells */
export type Slip<Kind extends SlipFact['kind']> = Omit<SlipFact, 'kind'> & { kind: Kind; place: { span: Span; about: string } };

/**
 * @param file with its facts
 * @param kinds of slips
 * @returns each slip of these kinds with the place that a finding needs, in the order in which they were found
 */
export function slipsOf<const Kind extends SlipFact['kind']>(file: FileFacts, kinds: readonly Kind[]): Slip<Kind>[] {
  return (file.slips ?? []).flatMap((slip) => {
    const kind = kinds.find((each) => each === slip.kind);
    return kind === undefined ? [] : [{ ...slip, kind, place: { span: slip.span, about: `${placeAround(file, slip.span)}: ${slip.text}` } }];
  });
}
