/** The identity of a finding: rule, file and what it is about. Independent of line numbers. */
import { createHash } from 'node:crypto';
import type { Finding } from '../findings/finding.ts';

/**
 * Findings of one file with the same rule and subject are distinguished by their order.
 * @param findings all findings of a report, sorted by place
 * @returns a fingerprint for each, in the same order
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = `${finding.ruleId}\n${finding.path}\n${finding.about}`;
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    return createHash('sha256').update(nth === 0 ? identity : `${identity}\n${nth}`).digest('hex').slice(0, 32);
  });
}
