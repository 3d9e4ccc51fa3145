/** The one place where a finding's data becomes a sentence. */
import type { MessageData } from '../../findings/finding.ts';
import type { RuleMeta } from './rule.ts';

/**
 * @param meta the rule that speaks
 * @param messageId key of `meta.messages`
 * @param data values for the placeholders
 * @returns the sentence; throws when the rule has no such message or a placeholder has no value
 */
export function words(meta: Pick<RuleMeta, 'id' | 'messages'>, messageId: string, data: MessageData = {}): string {
  const template = meta.messages[messageId];
  if (template === undefined) throw new Error(`${meta.id} has no message "${messageId}"`);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`${meta.id}, message "${messageId}": no value for {${name}}`);
    return String(value);
  });
}
