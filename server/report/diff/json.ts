/** A comparison as JSON. Keys are always in the order of the contract, so that outputs can be compared line by line. */
import type { DiffBlock, DiffEdge, DiffInterfaceChange, DiffState, JsonDiff } from '../../protocol/diff.ts';

/** @returns indented JSON with a final line break */
export function toDiffJson({ schemaVersion, from, to, bump, blocks, edges, cycles, layers, findings, score }: JsonDiff): string {
  const ordered: JsonDiff = {
    schemaVersion, from: orderedState(from), to: orderedState(to), bump, blocks: blocks.map(orderedBlock),
    edges: { added: edges.added.map(orderedEdge), removed: edges.removed.map(orderedEdge) },
    cycles: { added: cycles.added, removed: cycles.removed },
    layers: { added: layers.added, removed: layers.removed, changed: layers.changed },
    findings: { added: findings.added, removed: findings.removed }, score: { from: score.from, to: score.to },
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedState({ kind, name, commit }: DiffState): DiffState {
  return { kind, name, commit };
}

function orderedBlock({ id, renamedFrom, change, bump, version, interface: changes, affected }: DiffBlock): DiffBlock {
  const { from, to, proposed, enough } = version;
  return {
    id, ...(renamedFrom === undefined ? {} : { renamedFrom }), change, bump, version: { from, to, proposed, enough },
    interface: changes.map(orderedChange), affected,
  };
}

function orderedChange({ kind, name, path, range, effect, certainty, message, before, after, proof }: DiffInterfaceChange): DiffInterfaceChange {
  const { start, end } = range;
  return {
    kind, name, path, range: { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
    effect, certainty, message, before, after, proof,
  };
}

function orderedEdge({ from, to, imports, kind }: DiffEdge): DiffEdge {
  return { from, to, imports, kind };
}
