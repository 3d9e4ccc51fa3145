/** What a rule reports: data, not text. `words.ts` is the one place that turns it into sentences. */
import type { Span } from '../facts/span.ts';
import type { Severity } from './severity.ts';

/** A value that can be inserted into a message. */
export type MessageData = Readonly<Record<string, string | number>>;

export interface RelatedPlace {
  path: string;
  span: Span;
  /** Its text comes from the rule's messages, like that of the finding itself. */
  messageId: string;
  data?: MessageData;
}

/** An offered fix; the language adapter (or the configuration editor) knows how to apply it. */
export interface FixOffer {
  /** Id of the fix: `import-type` is resolved by the file's language, if it supports it; `config/allow` edits the configuration. */
  id: string;
  /** Title in the menu. */
  title: string;
  data?: Readonly<Record<string, unknown>>;
  /** Safe to apply without review, by fix-all and on save. */
  safe?: boolean;
  /**
   * Only other files tell whether it applies, at a cost that a review does not pay: editors offer it where it does, and the finding does not count
   * as fixable.
   */
  unsure?: boolean;
}

export interface Finding {
  ruleId: string;
  messageId: string;
  data: MessageData;
  path: string;
  span: Span;
  /**
   * What the finding is about, in names that survive edits elsewhere: `UserService.save(id)`, `a.ts -> b.ts`.
   * Together with rule and path it identifies the finding in baselines; never a line number.
   */
  about: string;
  related: RelatedPlace[];
  fixes: FixOffer[];
  /** Lowers this finding below the rule's severity; it never raises it above the configured one. */
  severity?: Severity;
  /** The same in the profile `recommended` alone, unless a configuration chose the severity. */
  recommended?: Severity;
  /** Likely, but not certain enough to stop a change: no blocker, even as an error of a rule that blocks. */
  blocks?: false;
}

/** What a rule passes to `report`: the rest is filled in. */
export interface Draft {
  messageId: string;
  data?: MessageData;
  span: Span;
  about: string;
  related?: RelatedPlace[];
  fixes?: FixOffer[];
  /** At most this severity: for findings that are likely but not certain. */
  severity?: Severity;
  /** At most this severity in the profile `recommended`: for findings that are true, but that few maintainers would act on. */
  recommended?: Severity;
  /** False for findings that are likely but not certain enough to stop a change. */
  blocks?: false;
}
