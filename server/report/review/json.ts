/** The JSON report. Keys are always in the order of the contract, so that reports can be compared line by line. */
import type { GateCondition, GateResult } from '../../protocol/gates.ts';
import type {
  JsonReport,
  ReportBlock,
  ReportCriterion,
  ReportDimension,
  ReportEdge,
  ReportEvidence,
  ReportFinding,
  ReportGraph,
  ReportLayer,
  ReportOrigin,
  ReportRange,
  ReportScore,
  ReportTool,
  ReportToolMessage,
} from '../../protocol/report.ts';

/** @returns the report as indented JSON with a final line break */
export function toJson(report: JsonReport): string {
  const { schemaVersion, tool, origin, files, score, gate, findings, evidence, graph, durationMs } = report;
  const ordered: JsonReport = {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    ...(origin === undefined ? {} : { origin: orderedOrigin(origin) }),
    files: {
      typescript: files.typescript, javascript: files.javascript, python: files.python, notebook: files.notebook,
      skipped: files.skipped.map(({ path, reason }) => ({ path, reason })),
    },
    score: orderedScore(score),
    ...(gate === undefined ? {} : { gate: orderedGate(gate) }),
    findings: findings.map(orderedFinding),
    ...(evidence === undefined ? {} : { evidence: orderedEvidence(evidence) }),
    graph: orderedGraph(graph),
    durationMs,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedOrigin({ project, at, commit }: ReportOrigin): ReportOrigin {
  return { project, at, commit: commit === null ? null : { hash: commit.hash, branch: commit.branch, changed: commit.changed } };
}

function orderedScore({ formulaVersion, total, measuredMax, grade, action, approved, dimensions, worstFiles, blockers }: ReportScore): ReportScore {
  return {
    formulaVersion, total, measuredMax, grade, action, approved,
    dimensions: dimensions.map(orderedDimension),
    worstFiles: worstFiles.map(({ path, score }) => ({ path, score })),
    blockers: blockers.map(({ ruleId, count }) => ({ ruleId, count })),
  };
}

/** A gate with its keys in the order of the contract. */
export function orderedGate({ name, passed, conditions }: GateResult): GateResult {
  return {
    name, passed,
    conditions: conditions.map(({ metric, operator, threshold, value, passed: holds, source, reason }): GateCondition => ({
      metric, operator, threshold, value, passed: holds, source, reason,
    })),
  };
}

function orderedDimension({ id, points, max, criteria }: ReportDimension): ReportDimension {
  return { id, points, max, criteria: criteria.map(orderedCriterion) };
}

function orderedCriterion({ id, points, max, measured, lost, reason }: ReportCriterion): ReportCriterion {
  return { id, points, max, measured, lost: lost.map(({ cause, count, points: taken }) => ({ cause, count, points: taken })), reason };
}

function orderedRange({ start, end }: ReportRange): ReportRange {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

function orderedFinding(finding: ReportFinding): ReportFinding {
  const { ruleId, severity, message, path, range, block, layer, guideline, fixable, blocker, baseline, fingerprint, related } = finding;
  return {
    ruleId, severity, message, path, range: orderedRange(range), block, layer, guideline, fixable, blocker, baseline, fingerprint,
    related: related.map((place) => ({ path: place.path, range: orderedRange(place.range), message: place.message })),
  };
}

function orderedEvidence({ coverage, tests, tools, problems }: ReportEvidence): ReportEvidence {
  return { coverage, tests, tools: tools.map(orderedTool), problems: problems.map(({ path, reason }) => ({ path, reason })) };
}

function orderedTool({ tool, path, read, counted, alreadyFound, toldTwice, notCounted, outside, olderThan, complete, messages }: ReportTool): ReportTool {
  return {
    tool,
    path,
    read,
    counted,
    alreadyFound,
    toldTwice,
    notCounted,
    outside,
    olderThan,
    complete,
    messages: messages.map(({ code, ruleId, criterion, severity, path: file, line, message, why }): ReportToolMessage => ({
      code,
      ruleId,
      criterion,
      severity,
      path: file,
      line,
      message,
      why,
    })),
  };
}

/** The graph with its keys in the order of the contract. */
export function orderedGraph({ layers, blocks, edges, cycles, criticalPath }: ReportGraph): ReportGraph {
  return {
    layers: layers.map(({ id, paths, mayUse }): ReportLayer => ({ id, paths, mayUse })),
    blocks: blocks.map(({ id, layer, paths, files, state, version, dependsOn, health }): ReportBlock => ({
      id, layer, paths, files, state, version, dependsOn, ...(health === undefined ? {} : { health: { score: health.score, grade: health.grade } }),
    })),
    edges: edges.map(({ from, to, imports, kind }): ReportEdge => ({ from, to, imports, kind })),
    cycles,
    criticalPath,
  };
}
