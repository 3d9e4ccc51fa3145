/** What the score of a review, or of a part of it, is computed from. */
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { CriterionId } from '../findings/rule-meta.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { ReportFinding } from '../protocol/report.ts';
import { countFindings, coverageOf, totalsOf } from '../score/count.ts';
import type { ScoredRole, ScoreGraph, ScoreInput, ToolCount } from '../score/input.ts';

/** What is the same for the whole and for each part of a review. */
export interface Scored {
  model: WorkspaceModel;
  /** What the model says of the whole; every part shares it but for its own imports and its own tangle. */
  graph: ScoreGraph;
  /** Blocks that are in a tangle. */
  tangled: ReadonlySet<string>;
  evidence: Evidence;
  rulesRun: ScoreInput['rulesRun'];
  /** The criterion in which findings of a rule count. */
  criterionOf: (ruleId: string) => CriterionId | null;
  roleOf: (path: string) => ScoredRole;
}

/** @returns the input for the score of everything that was reviewed */
export function inputOfAll(scored: Scored, findings: readonly ReportFinding[], tools: readonly ToolCount[], unreadFiles: number): ScoreInput {
  const { model, graph, evidence } = scored;
  const modules = [...model.modules.values()].map(({ facts }) => facts);
  return {
    findings: counted(scored, findings),
    totals: totalsOf(modules),
    graph,
    evidence: { coverage: coverageOf(evidence, modules), tests: evidence.tests, tools },
    rulesRun: scored.rulesRun,
    unreadFiles,
  };
}

/**
 * The input for the score of some files: their findings, sizes, imports and coverage. Results of tests and
 * the number of tests belong to the whole, and so do messages of other tools and files that could not be read.
 */
export function inputOfPart(scored: Scored, findings: readonly ReportFinding[], modules: readonly ModuleFacts[]): ScoreInput {
  const { model, graph, tangled, evidence } = scored;
  const isTangled = modules.some(({ path }) => tangled.has(model.modules.get(path)?.block ?? ''));
  return {
    findings: counted(scored, findings),
    totals: { ...totalsOf(modules), tests: null },
    // The neighbours of a block decide whether it has boundaries, so the number of all blocks holds for each of them.
    graph: { ...graph, imports: importsOf(model, modules.map(({ path }) => path)), tangledBlocks: isTangled ? graph.blocks : 0 },
    evidence: { coverage: coverageOf(evidence, modules), tests: null, tools: [] },
    rulesRun: scored.rulesRun,
    unreadFiles: 0,
  };
}

function counted({ criterionOf, roleOf }: Scored, findings: readonly ReportFinding[]): ScoreInput['findings'] {
  return countFindings(findings.map(({ ruleId, severity, path, baseline, blocker }) => ({
    ruleId, criterion: criterionOf(ruleId), severity, role: roleOf(path), baseline, blocker,
  })));
}

/** Imports of these files from other files of the workspace. */
function importsOf(model: WorkspaceModel, paths: Iterable<string>): number {
  let sum = 0;
  for (const path of paths) sum += model.edgesFrom.get(path)?.length ?? 0;
  return sum;
}

/** The blocks of all tangles; a block is in one at most. */
export function tangledBlocks({ blockCycles }: WorkspaceModel): Set<string> {
  return new Set(blockCycles.flatMap(({ members }) => members));
}

/** What the score takes from the graph of everything. */
export function graphOfAll(model: WorkspaceModel): ScoreGraph {
  return {
    blocks: model.blocks.size,
    imports: importsOf(model, model.modules.keys()),
    blockCycles: model.blockCycles.length,
    tangledBlocks: tangledBlocks(model).size,
    moduleCycles: model.moduleCycles.length,
    layers: model.layers.size === 0 ? 'none' : [...model.layers.values()].some(({ inferred }) => inferred) ? 'inferred' : 'configured',
    boundedBlocks: [...model.blocks.values()].filter((block) => block.declared !== null || block.face !== null).length,
  };
}
