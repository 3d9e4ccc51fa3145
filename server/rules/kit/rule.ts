/** How a rule is declared. One rule per file; the registry is generated from the folder. */
import type * as z from 'zod';
import type { FileFacts } from '../../facts/file-facts.ts';
import type { WorkspaceModel } from '../../graph/model.ts';
import type { Evidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import type { RuleMeta } from '../../findings/rule-meta.ts';
import type { Severity } from '../../findings/severity.ts';
import type { DraftOf, Messages, Report } from './messages.ts';

/** A file rule as the engine sees it, without the types of its messages and options. */
export interface FileRule {
  kind: 'file';
  meta: RuleMeta;
  check(file: FileFacts, report: (draft: Draft) => void, options: unknown): void;
}

export interface GraphRuleInput<Options> {
  model: WorkspaceModel;
  /** Options that apply to a file (nested configurations may differ). */
  optionsFor(path: string): Options;
  evidence: Evidence;
  /**
   * Whether certainly nothing is on the disk under a path, with whatever ending, and nothing is put there when the project is built.
   * @param path relative to the workspace, without an ending or with that of a module
   */
  isVacant(path: string): boolean;
}

/** A workspace rule as the engine sees it, without the types of its messages and options. */
export interface GraphRule {
  kind: 'graph';
  meta: RuleMeta;
  /** `slow` rules compare contents across the whole workspace; while the user types they run after the others. */
  tier: 'fast' | 'slow';
  check(input: GraphRuleInput<unknown>, report: (path: string, draft: Draft) => void): void;
}

/** A rule whose findings come from the engine itself: about suppressions, about rules that failed. */
export interface EngineRule {
  kind: 'engine';
  meta: RuleMeta;
}

export type Rule = FileRule | GraphRule | EngineRule;

/** A rule declaration; messages and options keep their types, so that the compiler checks `check` against them. */
type DeclaredMeta<All extends Messages, Schema> = Omit<RuleMeta, 'messages' | 'options' | 'recommendedFor' | 'convention'> & {
  messages: All;
  options?: Schema;
  recommendedFor?: Readonly<Partial<Record<keyof All & string, Severity>>>;
  convention?: { per: 'files' | 'public-items'; messages?: readonly (keyof All & string)[] };
};

interface DeclaredFileRule<All extends Messages, Schema extends z.ZodType> {
  meta: DeclaredMeta<All, Schema>;
  /** Pure: the same facts and options give the same findings. */
  check(file: FileFacts, report: Report<All>, options: z.output<Schema>): void;
}

interface DeclaredGraphRule<All extends Messages, Schema extends z.ZodType> {
  meta: DeclaredMeta<All, Schema>;
  tier?: GraphRule['tier'];
  /** Pure: the same model, options and evidence give the same findings. */
  check(input: GraphRuleInput<z.output<Schema>>, report: (path: string, draft: DraftOf<All>) => void): void;
}

/**
 * Declares a file rule.
 * @param rule metadata and check; the types of findings and options follow from `meta.messages` and `meta.options`
 */
export function defineFileRule<const All extends Messages, Schema extends z.ZodType = z.ZodType<object>>(rule: DeclaredFileRule<All, Schema>): FileRule {
  // The engine checks both at run time: options against the schema, findings against the messages.
  return { kind: 'file', meta: rule.meta, check: rule.check as unknown as FileRule['check'] };
}

/**
 * Declares a workspace rule.
 * @param rule metadata and check; the types of findings and options follow from `meta.messages` and `meta.options`
 */
export function defineGraphRule<const All extends Messages, Schema extends z.ZodType = z.ZodType<object>>(rule: DeclaredGraphRule<All, Schema>): GraphRule {
  return { kind: 'graph', tier: rule.tier ?? 'fast', meta: rule.meta, check: rule.check as unknown as GraphRule['check'] };
}

/** Declares a rule whose findings come from the engine. @param meta its metadata */
export function defineEngineRule(meta: RuleMeta): EngineRule {
  return { kind: 'engine', meta };
}
