import type { SecretFact } from '../facts/file-facts.ts';

/** What a finder returns: a stretch of text that holds a secret, by offsets. */
export interface Candidate {
  start: number;
  /** One past the last character of the value. */
  end: number;
  /** What it is, in words. */
  kind: string;
  /** Number of leading characters that are a published vendor prefix and may be shown. */
  shown: number;
  confidence: 'high' | 'medium';
  /** As in `SecretFact`. */
  doubt?: SecretFact['doubt'];
  /** As in `SecretFact`. */
  proof?: SecretFact['proof'];
  /** As in `SecretFact`. */
  commented?: SecretFact['commented'];
  /** The name it is assigned to if the finder has read it, else null: looked up from the position. */
  name: string | null;
}

/**
 * Keeps one of several candidates for the same text: the certain one, then the longer, then the first.
 * @param candidates in any order
 * @returns without overlaps, by position
 */
export function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  const rank = ({ confidence, proof }: Candidate): number => (confidence === 'high' ? 1 : 0) + (proof === 'issued' ? 1 : 0);
  const byWorth = [...candidates].sort((a, b) => rank(b) - rank(a) || (b.end - b.start) - (a.end - a.start) || a.start - b.start);
  const byPosition = byWorth.map((candidate, worth) => ({ candidate, worth })).sort((a, b) => a.candidate.start - b.candidate.start || a.worth - b.worth);
  const kept: { candidate: Candidate; worth: number }[] = [];
  for (const next of byPosition) {
    // Only the last kept ones can reach into the next, since those before it do not overlap each other.
    let wins = true;
    while (wins && kept.length > 0) {
      const last = kept[kept.length - 1]!;
      if (last.candidate.end <= next.candidate.start) break;
      if (last.worth < next.worth) wins = false;
      else kept.pop();
    }
    if (wins) kept.push(next);
  }
  return kept.map((entry) => entry.candidate);
}
