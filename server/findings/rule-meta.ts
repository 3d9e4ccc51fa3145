/** A rule's metadata: for the configuration, the score, reports and rule pages. */
import type * as z from 'zod';
import type { FileRole, Language } from '../facts/module-facts.ts';
import type { RuleSources } from './rule-sources.ts';
import type { Severity } from './severity.ts';

/** Where a finding counts in the score. */
export type CriterionId =
  | 'types-and-docs' | 'error-handling' | 'performance'
  | 'data-handling' | 'model-design' | 'reproducibility'
  | 'practices' | 'privacy'
  | 'coverage-and-quality'
  | 'layering' | 'cycles' | 'contracts-and-boundaries' | 'cohesion';

export interface RuleMeta {
  /** `category/kebab-name`, named after the fault. */
  id: string;
  /** A short title for lists: `Import against the layer direction`. */
  title: string;
  severity: Severity;
  /** Severity in the profile `recommended`, where it is milder than `severity`. The profile `guidelines` uses `severity`. */
  recommended?: Severity | 'off';
  /** Milder severities of single messages in the profile `recommended`, by id; none for messages that keep the rule's. */
  recommendedFor?: Readonly<Partial<Record<string, Severity>>>;
  /**
   * A matter of convention: in the profile `recommended` it is not reported in a language in which no clear majority of
   * the project keeps to it. Must not count in the score, because one more departure could end the reports of all.
   */
  convention?: {
    /** What departures are counted against: files with at least one, or single public functions and classes. */
    per: 'files' | 'public-items';
    /** Ids of the messages that it holds for; all by default. */
    messages?: readonly string[];
  };
  /** Severity in files that are not ordinary source; `off` reports nothing there. Roles that are not listed use `severity`. */
  roles: Partial<Record<FileRole, Severity | 'off'>>;
  languages: readonly Language[];
  /** Guideline sections it enforces; findings link to the first: `review §2.1`. */
  guidelines: readonly [string, ...string[]];
  /** Where it counts in the score; null when it does not. */
  criterion: CriterionId | null;
  /** Blocks approval whatever the score is (`review §3.1`). */
  blocker: boolean;
  /** Has a fix for at least one case. */
  fixable: boolean;
  /** The related places of a finding are as much its subject as its own place; absent otherwise. */
  alike?: true;
  /** Options with their defaults; absent when there are none. */
  options?: z.ZodType;
  /** Codes of other tools that it covers; absent when there are none. */
  sources?: RuleSources;
  docs: {
    /** What it finds, in one or two sentences. */
    what: string;
    /** Why that is bad. */
    why: string;
    /** How to fix it. */
    fix: string;
    /** What it cannot detect. */
    limits: string;
  };
  /** Sentences with `{name}` for data. */
  messages: Readonly<Record<string, string>>;
}
