/** What the rules about faults of training report: each looks at one kind of what the adapter found. */
import type { FileFacts, TrainingFaultFact } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { placeAround } from './exposure.ts';

/**
 * @param file with its facts
 * @param kind of fault
 * @returns each fault with the place that a finding needs, in source order
 */
export function trainingFaults(file: FileFacts, kind: TrainingFaultFact['kind']): (TrainingFaultFact & { place: { span: Span; about: string } })[] {
  return (file.trainingFaults ?? []).filter((fault) => fault.kind === kind)
    .map((fault) => ({ ...fault, place: { span: fault.span, about: `${placeAround(file, fault.span)}: ${fault.text}` } }));
}
