/** Settings of a later version. In this one they have no effect, and the user is warned. */
import type { Node } from 'jsonc-parser';
import type { ConfigProblem } from './config.ts';
import { keyNode, type SpanFinder } from './positions.ts';

/** Keys at the top of the file. */
const LATER: readonly string[] = ['tracking', 'gates'];

/**
 * Removes the settings of a later version, so that the rest of the file keeps working.
 * @param root of the document
 * @param value of the document; these keys are removed from it
 * @param spans of the text
 * @returns a warning for each of them
 */
export function takeLaterSettings(root: Node, value: unknown, spans: SpanFinder): ConfigProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return LATER.filter((key) => Object.hasOwn(value, key)).map((key) => {
    delete (value as Record<string, unknown>)[key];
    const message = `"${key}" is not available in this version and has no effect.`;
    return { message, path: [key], span: spans.of(keyNode(root, [], key)!), severity: 'warning' };
  });
}
