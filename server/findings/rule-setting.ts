/** What a configuration comes to for one file: which rules run there, how severe they are and with which options. Plain data. */
import type { Severity } from './severity.ts';

export interface RuleSetting {
  severity: Severity;
  /**
   * Milder severities of single messages, by id, in the profile `recommended`, where drafts may be milder as well;
   * absent where a configuration chose the severity.
   */
  milder?: Readonly<Partial<Record<string, Severity>>>;
  options: unknown;
}

export interface FileSettings {
  /** Rules that are off are left out. */
  rules: Readonly<Record<string, RuleSetting>>;
  /** What the project's language settings say about the file; plain data, absent if nothing. */
  language?: unknown;
  /** The facts need an outline; absent where they do not. */
  outlined?: true;
  /** Equal settings have equal keys, from one run to the next; part of the cache key. */
  key: string;
}
