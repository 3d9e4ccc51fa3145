/** The schemas of `review --format json` and of the graph in it, which `graph --format json` writes alone. */
import * as z from 'zod';
import type { JsonReport, ReportGraph } from '../../protocol/report.ts';
import { gateResult } from './gate.ts';
import { blockState, count, edge, range, schemaOf, texts } from './shapes.ts';

const severity = z.enum(['error', 'warning', 'info']);
const reasons = z.array(z.strictObject({ path: z.string(), reason: z.string() }));

const graph = {
  layers: z.array(z.strictObject({ id: z.string(), paths: texts, mayUse: texts })),
  blocks: z.array(z.strictObject({
    id: z.string(), layer: z.string().nullable(), paths: texts, files: count, state: blockState, version: z.string(), dependsOn: texts,
    health: z.strictObject({ score: z.number().nullable(), grade: z.string().nullable() }).exactOptional(),
  })),
  edges: z.array(edge), cycles: z.array(texts), criticalPath: texts,
};

const criterion = z.strictObject({
  id: z.string(), points: z.number(), max: z.number(), measured: z.boolean(),
  lost: z.array(z.strictObject({ cause: z.string(), count: z.number(), points: z.number() })), reason: z.string(),
});
const score = z.strictObject({
  formulaVersion: z.int().min(1), total: z.number().min(0).max(100).nullable(), measuredMax: z.number(), grade: z.string().nullable(), action: z.string(),
  approved: z.boolean(),
  dimensions: z.array(z.strictObject({
    id: z.enum(['code-quality', 'ai-ml', 'security', 'testing', 'architecture']), points: z.number(), max: z.number(), criteria: z.array(criterion),
  })),
  worstFiles: z.array(z.strictObject({ path: z.string(), score: z.number() })),
  blockers: z.array(z.strictObject({ ruleId: z.string(), count })),
});
const finding = z.strictObject({
  ruleId: z.string(), severity, message: z.string(), path: z.string(), range, block: z.string().nullable(), layer: z.string().nullable(),
  guideline: z.string(), fixable: z.boolean(), blocker: z.boolean(), baseline: z.boolean(), fingerprint: z.string(),
  related: z.array(z.strictObject({ path: z.string(), range, message: z.string() })),
});
const origin = z.strictObject({
  project: z.string(), at: z.iso.datetime(), commit: z.strictObject({ hash: z.string(), branch: z.string().nullable(), changed: z.boolean() }).nullable(),
});
const toolMessage = z.strictObject({
  code: z.string(), ruleId: z.string().nullable(), criterion: z.string().nullable(), severity, path: z.string(), line: z.int(), message: z.string(),
  why: z.enum(['already-found', 'told-twice', 'rule-off', 'allowed', 'measured-otherwise', 'no-criterion']).nullable(),
});
const evidence = z.strictObject({
  coverage: z.string().nullable(), tests: z.string().nullable(),
  tools: z.array(z.strictObject({
    tool: z.string(), path: z.string(), read: count, counted: count, alreadyFound: count, toldTwice: count, notCounted: count, outside: count,
    olderThan: count, complete: z.boolean(), messages: z.array(toolMessage),
  })),
  problems: reasons,
});

export const graphSchema = schemaOf<ReportGraph & { schemaVersion: 1 }>()(z.strictObject({ schemaVersion: z.literal(1), ...graph }));

export const reviewSchema = schemaOf<JsonReport>()(z.strictObject({
  schemaVersion: z.literal(1), tool: z.strictObject({ name: z.literal('archwright'), version: z.string() }),
  origin: origin.exactOptional(),
  files: z.strictObject({ typescript: count, javascript: count, python: count, notebook: count, skipped: reasons }),
  score, gate: gateResult.exactOptional(), findings: z.array(finding), evidence: evidence.exactOptional(),
  graph: z.strictObject(graph), durationMs: z.number().min(0),
}));
