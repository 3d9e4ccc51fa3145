import type { SecretFact } from '../facts/file-facts.ts';
import { LineIndex } from './line-index.ts';

/**
 * Masks secrets in a text before it is kept or shown.
 * @param text the text that the facts were taken from
 * @param facts what `scanSecrets` found in it
 * @returns a text of the same length and lines, each secret replaced by asterisks
 */
export function maskSecrets(text: string, facts: readonly Pick<SecretFact, 'span'>[]): string {
  if (facts.length === 0) return text;
  const lines = new LineIndex(text);
  const stretches = facts
    .map((fact) => ({ start: lines.offset(fact.span[0], fact.span[1]), end: lines.offset(fact.span[2], fact.span[3]) }))
    .sort((a, b) => a.start - b.start);
  let masked = '';
  let done = 0;
  for (const { start, end } of stretches) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    // Line ends stay, so that nothing after a private key moves.
    masked += text.slice(done, from) + text.slice(from, end).replace(/[^\r\n]/g, '*');
    done = end;
  }
  return masked + text.slice(done);
}
