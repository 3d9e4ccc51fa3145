/** What the score of a review, or of a part of it, is computed from. */
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { CriterionId } from '../findings/criterion.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { ReportFinding } from '../protocol/report.ts';
import { countFindings, coverageOf, totalsOf } from '../score/count.ts';
import type { ScoredRole, ScoreGraph, ScoreInput, ToolCount } from '../score/input.ts';

/** What is the same for the whole and for each part of a review. */
export interface Scored {
  model: WorkspaceModel;
  evidence: Evidence;
  rulesRun: ScoreInput['rulesRun'];
  /** The criterion in which findings of a rule count. */
  criterionOf: (ruleId: string) => CriterionId | null;
  roleOf: (path: string) => ScoredRole;
}

/** @returns the input for the score of everything that was reviewed */
export function inputOfAll(scored: Scored, findings: readonly ReportFinding[], tools: readonly ToolCount[], unreadFiles: number): ScoreInput {
  const { model, evidence } = scored;
  const modules = [...model.modules.values()].map(({ facts }) => facts);
  return {
    findings: counted(scored, findings),
    totals: totalsOf(modules),
    graph: graphOf(model, modules),
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
  const { model, evidence } = scored;
  const blocks = new Set(modules.map(({ path }) => model.modules.get(path)?.block ?? null));
  return {
    findings: counted(scored, findings),
    totals: { ...totalsOf(modules), tests: null },
    graph: {
      ...graphOf(model, modules),
      // The neighbours of a block decide whether it has boundaries, so the number of all blocks holds for each of them.
      tangledBlocks: model.blockCycles.some(({ members }) => members.some((member) => blocks.has(member))) ? model.blocks.size : 0,
    },
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

function graphOf(model: WorkspaceModel, modules: readonly ModuleFacts[]): ScoreGraph {
  return {
    blocks: model.blocks.size,
    imports: modules.reduce((sum, { path }) => sum + (model.edgesFrom.get(path)?.length ?? 0), 0),
    blockCycles: model.blockCycles.length,
    tangledBlocks: model.blockCycles.reduce((sum, { members }) => sum + members.length, 0),
    moduleCycles: model.moduleCycles.length,
    layers: model.layers.size === 0 ? 'none' : [...model.layers.values()].some(({ inferred }) => inferred) ? 'inferred' : 'configured',
    boundedBlocks: [...model.blocks.values()].filter((block) => block.declared !== null || block.face !== null).length,
  };
}
