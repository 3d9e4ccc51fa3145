/** What a rule says: data, not words. One place (`words.ts`) turns it into sentences. */
import type { Span } from '../facts/span.ts';
import type { Severity } from './severity.ts';

/** A value that a message may insert. */
export type MessageData = Readonly<Record<string, string | number>>;

export interface RelatedPlace {
  path: string;
  span: Span;
  /** Words are made from the rule's messages, like the finding's own. */
  messageId: string;
  data?: MessageData;
}

/** An offer to mend; the language adapter (or the configuration editor) knows how. */
export interface FixOffer {
  /** What is to be done: `import-type`, by the language of the file as far as it knows how; `config/allow`, in the configuration. */
  id: string;
  /** What the user reads in the menu. */
  title: string;
  data?: Readonly<Record<string, unknown>>;
  /** May be applied without looking, by fix-all and on save. */
  safe?: boolean;
}

export interface Finding {
  ruleId: string;
  messageId: string;
  data: MessageData;
  path: string;
  span: Span;
  /**
   * What it is about, in names that survive edits elsewhere: `UserService.save(id)`, `a.ts -> b.ts`.
   * Rule, path and this make the finding's identity in baselines; never a line number.
   */
  about: string;
  related: RelatedPlace[];
  fixes: FixOffer[];
  /** Makes this finding milder than its rule's severity; it never makes one graver than was configured. */
  severity?: Severity;
}

/** What a rule hands to `report`: the rest is filled in. */
export interface Draft {
  messageId: string;
  data?: MessageData;
  span: Span;
  about: string;
  related?: RelatedPlace[];
  fixes?: FixOffer[];
  /** At most this severity: for what is likely and not certain. */
  severity?: Severity;
}
