/** What a rule reports: data, not text. `words.ts` is the one place that turns it into sentences. */
import type { RequestOf } from '../facts/module-facts.ts';
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

/**
 * What has yet to be known of a finding: whether a request reaches a parameter that the file only shows to be used. Where none does, there is no such
 * finding. Where one does, it takes the place of any other of its rule there, and names the request: its message has a place for it under `from`, and
 * the rule a message `handed`.
 */
export interface Awaited {
  /** The function that takes the value: `run`, `Shell.run`. */
  function: string;
  /** Any of these: position and name of a parameter, and the property that is read from it, if one is. */
  values: readonly { param: number; name: string; part: string | null }[];
  /** There is no finding for these parts of requests. */
  except?: readonly RequestOf[];
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
  /** Settled once the whole workspace is known, and absent from then on. */
  awaits?: Awaited;
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
  /** Whether a request reaches it is for other files to tell. */
  awaits?: Awaited;
}
