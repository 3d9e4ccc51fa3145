/** What a rule says about itself: for the configuration, the score, reports and pages. */
import type * as z from 'zod';
import type { FileRole, Language } from '../facts/module-facts.ts';
import type { CriterionId } from './criterion.ts';
import type { RuleSources } from './rule-sources.ts';
import type { Severity } from './severity.ts';

export interface RuleMeta {
  /** `category/kebab-name`, naming the bad thing. */
  id: string;
  /** A few words for lists: `Import against the layer direction`. */
  title: string;
  severity: Severity;
  /** Severity in the profile `recommended`, where it is milder than `severity`, which the profile `guidelines` uses. */
  recommended?: Severity | 'off';
  /** Milder severities of single messages in the profile `recommended`, by id; none for messages that keep the rule's. */
  recommendedFor?: Readonly<Partial<Record<string, Severity>>>;
  /** Severity in files that are not ordinary source; `off` keeps silent there. Unnamed roles use `severity`. */
  roles: Partial<Record<FileRole, Severity | 'off'>>;
  languages: readonly Language[];
  /** Sections that it enforces, the one that findings link to first: `review §2.1`. */
  guidelines: readonly [string, ...string[]];
  /** Where it counts in the score; null when it does not. */
  criterion: CriterionId | null;
  /** Stops approval whatever the score is (`review §3.1`). */
  blocker: boolean;
  /** Has at least one fix for at least one case. */
  fixable: boolean;
  /** Options with defaults; absent when it has none. */
  options?: z.ZodType;
  /** Codes of other tools that it answers; absent when there are none. */
  sources?: RuleSources;
  docs: {
    /** What it finds, one or two sentences. */
    what: string;
    /** Why that is bad. */
    why: string;
    /** How to fix it. */
    fix: string;
    /** What it cannot see, honestly. */
    limits: string;
  };
  /** Sentences with `{name}` for data. */
  messages: Readonly<Record<string, string>>;
}
