/** What a configuration comes to for one file: which rules run there, how severe they are and with which options. Plain data. */
import type { Severity } from './severity.ts';

export interface RuleSetting {
  severity: Severity;
  /** In the profile `recommended`, milder severities of single messages by id; absent where a configuration chose the severity. */
  milder?: Readonly<Partial<Record<string, Severity>>>;
  options: unknown;
}

export interface FileSettings {
  /** Rules that are off are left out. */
  rules: Readonly<Record<string, RuleSetting>>;
  /** What the project's language settings say about the file; plain data, absent if nothing. */
  language?: unknown;
  /** Equal settings have equal keys, from one run to the next; part of the cache key. */
  key: string;
}
