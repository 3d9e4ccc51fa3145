/** The one place where a finding's data becomes a sentence. */
import type { MessageData } from './finding.ts';
import type { RuleMeta } from './rule-meta.ts';

type Speaker = Pick<RuleMeta, 'id' | 'messages'>;

/**
 * @param meta the rule that reports
 * @param messageId key of `meta.messages`
 * @param data values for the placeholders
 * @returns the sentence; throws when the rule has no such message or a placeholder has no value
 */
export function words(meta: Speaker, messageId: string, data: MessageData = {}): string {
  return messageOf(meta, messageId).replace(/\{(\w+)\}/g, (_, name: string) => shown(valueOf(meta, messageId, data, name)));
}

/** Names of facts have `[]` where a key is computed: `rows.[].save`. Nobody writes that, so a reader gets `rows[…].save`. */
function shown(value: string | number): string {
  return String(value).replaceAll('.[]', '[…]');
}

/** Placeholder names by message, so that each message is parsed once, however many findings it has. */
const placeholders = new Map<string, readonly string[]>();

/**
 * Makes sure that `words` will not fail on these values.
 * @param meta the rule that reports
 * @param messageId key of `meta.messages`
 * @param data values for the placeholders
 * @throws when the rule has no such message or a placeholder has no value
 */
export function checkWords(meta: Speaker, messageId: string, data: MessageData = {}): void {
  const message = messageOf(meta, messageId);
  let names = placeholders.get(message);
  if (names === undefined) {
    names = Array.from(message.matchAll(/\{(\w+)\}/g), (match) => match[1]!);
    placeholders.set(message, names);
  }
  for (const name of names) valueOf(meta, messageId, data, name);
}

function messageOf({ id, messages }: Speaker, messageId: string): string {
  const message = Object.hasOwn(messages, messageId) ? messages[messageId] : undefined;
  if (message === undefined) throw new Error(`${id} has no message "${messageId}"`);
  return message;
}

function valueOf({ id }: Speaker, messageId: string, data: MessageData, name: string): string | number {
  const value = data[name];
  if (value === undefined || value === null) throw new Error(`${id}, message "${messageId}": no value for {${name}}`);
  return value;
}
