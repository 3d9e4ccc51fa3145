/** How a rule is declared. One rule, one file; the registry is generated from the folder. */
import type * as z from 'zod';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { FileRole, Language } from '../../facts/module-facts.ts';
import type { WorkspaceModel } from '../../graph/model.ts';
import type { CriterionId } from '../../findings/criterion.ts';
import type { Evidence } from '../../findings/evidence.ts';
import type { Severity } from '../../findings/severity.ts';
import type { Draft } from '../../findings/finding.ts';

export interface RuleMeta<Options = unknown> {
  /** `category/kebab-name`, naming the bad thing. */
  id: string;
  /** A few words for lists: `Import against the layer direction`. */
  title: string;
  severity: Severity;
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
  options?: z.ZodType<Options>;
  docs: {
    /** What it finds, one or two sentences. */
    what: string;
    /** Why that is bad. */
    why: string;
    /** How to mend it. */
    fix: string;
    /** What it cannot see, honestly. */
    limits: string;
  };
  /** Sentences with `{name}` for data. */
  messages: Readonly<Record<string, string>>;
}

export interface FileRule<Options = unknown> {
  kind: 'file';
  meta: RuleMeta<Options>;
  /** Pure: the same facts and options give the same drafts. */
  check(file: FileFacts, report: (draft: Draft) => void, options: Options): void;
}

export interface GraphRuleInput<Options> {
  model: WorkspaceModel;
  /** Options that hold for a file (a nested configuration may differ). */
  optionsFor(path: string): Options;
  evidence: Evidence;
}

export interface GraphRule<Options = unknown> {
  kind: 'graph';
  meta: RuleMeta<Options>;
  /** `slow` rules compare contents over the whole workspace and run after the others while typing. */
  tier: 'fast' | 'slow';
  check(input: GraphRuleInput<Options>, report: (path: string, draft: Draft) => void): void;
}

/** A rule whose findings the engine makes itself: about suppressions, about rules that failed. */
export interface EngineRule {
  kind: 'engine';
  meta: RuleMeta;
}

export type Rule = FileRule | GraphRule | EngineRule;

/** Declares a rule of one file. @param rule metadata and check */
export function defineFileRule<Options = unknown>(rule: Omit<FileRule<Options>, 'kind'>): FileRule {
  return { kind: 'file', ...rule } as FileRule;
}

/** Declares a rule of the whole workspace. @param rule metadata and check */
export function defineGraphRule<Options = unknown>(rule: Omit<GraphRule<Options>, 'kind' | 'tier'> & { tier?: 'fast' | 'slow' }): GraphRule {
  return { kind: 'graph', tier: 'fast', ...rule } as GraphRule;
}

/** Declares a rule whose findings the engine makes. @param meta its metadata */
export function defineEngineRule(meta: RuleMeta): EngineRule {
  return { kind: 'engine', meta };
}
