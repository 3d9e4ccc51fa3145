/** The parts of a review that are told as wholes. */
import { tanglesOf } from '../../diagram/tangles.ts';
import { freshOf, severityCounts } from '../../digest/findings.ts';
import type { Answers, BlockFigures, OriginPart, ScorePart } from '../../protocol/answers.ts';
import type { JsonReport, ReportFinding, ReportGraph, ReportOrigin } from '../../protocol/report.ts';
import { localCalendar } from '../../text/calendar.ts';
import { groupedBy } from '../../text/order.ts';

/** So many of the files that could not be read are told by name. */
const NAMED_FILES = 100;
/** Places for each tangle. */
const CUTS = 3;
/** Its findings are at the imports that are cheapest to remove. */
const CYCLE_RULE = 'architecture/block-cycle';

/** What is reviewed, to the day. */
export function originPart({ project, at, commit }: ReportOrigin): OriginPart {
  return { project, day: localCalendar().dayOf(Date.parse(at)), commit };
}

/** The graph without what changes with findings, so that an edit which touches no import leaves it as it is. */
export function graphPart({ graph }: JsonReport): ReportGraph {
  return { ...graph, blocks: graph.blocks.map(({ health: _, ...block }) => block) };
}

/** Health and counts of findings, by block. */
export function figuresPart({ graph, findings }: JsonReport): Answers['figures'] {
  const byBlock = groupedBy(findings, ({ block }) => block ?? '');
  return Object.fromEntries(graph.blocks.map(({ id, health }): [string, BlockFigures] => {
    const own = byBlock.get(id) ?? [];
    return [id, { score: health?.score ?? null, grade: health?.grade ?? null, findings: own.length, fresh: severityCounts(freshOf(own)) }];
  }));
}

/** The score, the gate, and how many findings there are. */
export function scorePart({ score, gate, files: { skipped, ...files }, findings }: JsonReport): ScorePart {
  const fresh = freshOf(findings);
  return {
    score, ...(gate === undefined ? {} : { gate }), files, skipped: { count: skipped.length, first: skipped.slice(0, NAMED_FILES) },
    fresh: severityCounts(fresh), accepted: findings.length - fresh.length,
    rules: Object.fromEntries([...groupedBy(findings, ({ ruleId }) => ruleId)].map(([ruleId, own]) => [ruleId, own.length])),
  };
}

/** Where each tangle of blocks can be cut. */
export function cutsPart({ graph, findings }: JsonReport): Answers['cuts'] {
  const cuts = findings.filter(({ ruleId }) => ruleId === CYCLE_RULE);
  return Object.fromEntries(tanglesOf(graph).map((members): [string, ReportFinding[]] => {
    const isMember = new Set<string | null>(members);
    return [members[0]!, cuts.filter(({ block }) => isMember.has(block)).slice(0, CUTS)];
  }));
}
