/** Reports of any size that look like those of real projects: layers, folders in them, hubs, a tangle, violations, health. */
import type { JsonReport, ReportBlock, ReportEdge, ReportFinding, ReportGraph } from '../../server/protocol/report.ts';
import { finding, report } from '../panel/example.ts';

const LAYERS = ['presentation', 'application', 'domain', 'data', 'platform'] as const;
const AREAS = ['orders', 'users', 'billing', 'catalogue', 'search', 'shipping', 'reports', 'messaging', 'identity', 'pricing', 'inventory', 'audit'];
const NOUNS = ['Service', 'Store', 'Api', 'Jobs', 'Views', 'Rules', 'Events', 'Client', 'Export', 'Import', 'Cache', 'Policy', 'Mapper', 'Queue', 'Forms'];
const RULES: readonly [string, ReportFinding['severity']][] = [
  ['quality/missing-type', 'warning'], ['quality/swallowed-error', 'error'], ['quality/line-length', 'info'], ['architecture/layer-crossing', 'error'],
  ['performance/await-in-loop', 'warning'], ['security/hardcoded-secret', 'error'],
];

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sizes that the panel is looked at with: blocks, and edges between them. */
export const SIZES = { 14: 30, 64: 512, 300: 5000, 5000: 50_000 } as const;

/**
 * A graph with one tangle of a twentieth of its blocks, a cycle of two, and about one edge in fifty against the layers.
 * @param count of blocks @param edges between them, about @param layered false leaves the layers out, as in most real projects
 */
export function graphOfSize(count: number, edges: number, layered = true): ReportGraph {
  const next = numbers(count);
  const pick = (below: number): number => Math.floor(next() * below);
  const layerAt = (at: number): number => Math.floor((at * LAYERS.length) / count);
  const blocks = Array.from({ length: count }, (_, at): ReportBlock => {
    const layer = LAYERS[layerAt(at)]!;
    const area = AREAS[at % AREAS.length]!;
    const round = Math.floor(at / AREAS.length);
    const id = `${area}${NOUNS[round % NOUNS.length]}${round >= NOUNS.length ? Math.floor(round / NOUNS.length) + 1 : ''}`;
    const score = Math.round((55 + 45 * Math.sqrt(next())) * 10) / 10;
    return {
      id, layer: layered ? layer : null, paths: [`src/${layer}/${area}/${id}/**`], files: 1 + Math.floor(40 * next() ** 4),
        state: next() < 0.04 ? 'modified' : 'active',
      version: '0.1.0', dependsOn: [], health: { score, grade: score >= 90 ? 'A' : score >= 80 ? 'B' : 'C' },
    };
  });
  const seen = new Map<string, ReportEdge>();
  const add = (from: number, to: number, kind: ReportEdge['kind'] = 'value'): void => {
    const [a, b] = [blocks[from], blocks[to]];
    if (!a || !b || a === b) return;
    const key = `${a.id} ${b.id}`;
    if (!seen.has(key)) seen.set(key, { from: a.id, to: b.id, imports: 1 + Math.floor(9 * next() ** 3), kind });
  };
  const tangle = Array.from({ length: Math.max(3, Math.round(count / 20)) }, (_, at) => Math.floor(count * 0.45) + at);
  tangle.forEach((from, at) => add(from, tangle[(at + 1) % tangle.length]!));
  add(count - 1, count - 2);
  add(count - 2, count - 1);
  for (let tries = 0; seen.size < edges && tries < edges * 4; tries++) {
    const from = pick(count);
    // A few blocks are used by everybody.
    const to = next() < 0.3 ? count - 1 - pick(Math.max(2, count / 30)) : from + 1 + pick(Math.max(1, count / 3));
    if (to <= from || to >= count) continue;
    if (next() < 0.02) add(to, Math.max(0, from - pick(count / 3)), 'type');
    else add(from, to, next() < 0.15 ? 'type' : 'value');
  }
  return {
    layers: layered ? LAYERS.map((id, at) => ({ id, paths: [`src/${id}/**`], mayUse: LAYERS.slice(at + 1) })) : [],
    blocks,
    edges: [...seen.values()],
    cycles: [tangle.map((at) => blocks[at]!.id), [blocks[count - 1]!.id, blocks[count - 2]!.id]],
    criticalPath: LAYERS.map((_, at) => blocks[Math.floor(((at + 0.5) * count) / LAYERS.length)]!.id),
  };
}

/** A report on such a graph, with about ten findings for each block. */
export function reportOfSize(count: keyof typeof SIZES, layered = true): JsonReport {
  const graph = graphOfSize(count, SIZES[count], layered);
  const next = numbers(count + 1);
  const findings = graph.blocks.flatMap((block) => Array.from({ length: Math.floor(next() ** 2 * 28) }, (_, at): ReportFinding => {
    const [ruleId, severity] = RULES[Math.floor(next() ** 2 * RULES.length)]!;
    return finding({
      ruleId, severity, block: block.id, layer: block.layer, path: `src/${block.layer ?? 'app'}/${block.id}/file${at % 7}.ts`,
      message: `Example of ${ruleId} number ${at}`, blocker: ruleId === 'security/hardcoded-secret' && next() < 0.1, fixable: next() < 0.4,
    });
  }));
  const [cycle] = graph.cycles;
  findings.push(finding({
    ruleId: 'architecture/block-cycle', severity: 'error', block: cycle![0]!, path: `src/domain/${cycle![0]!}/index.ts`,
    message: `Blocks depend on each other: ${cycle!.slice(0, 3).join(' → ')} → … Cheapest to cut: ${cycle![0]!} → ${cycle![1]!} (1 import).`,
  }));
  return report(graph, { findings, files: { typescript: graph.blocks.reduce((sum, { files }) => sum + files, 0), javascript: 0, python: 0, notebook: 0,
    skipped: [] } });
}
