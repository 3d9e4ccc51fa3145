/** The schemas of what is told of blocks: `blocks`, `history`, `rollback`, `impact` and `graph --audit`, each with `--format json`. */
import * as z from 'zod';
import type { JsonBlocks } from '../../protocol/blocks.ts';
import type { BlockHistory } from '../../protocol/history.ts';
import type { ImpactReport } from '../../protocol/impact.ts';
import type { InteractionsReport } from '../../protocol/interactions.ts';
import type { RollbackPlan } from '../../protocol/rollback.ts';
import { blockChange, blockState, bump, count, interfaceChange, range, schemaOf, texts } from './shapes.ts';

const text = z.string().nullable();
const figure = z.number().nullable();
const day = z.iso.date().nullable();

const health = z.strictObject({
  score: figure, grade: text, tests: count, coverage: figure, findings: z.strictObject({ error: count, warning: count, info: count }),
  instability: figure, abstractness: figure, distance: figure, churn: figure, hotspot: figure, busFactor: figure,
  changesWith: z.array(z.strictObject({ block: z.string(), degree: z.number() })).nullable(), changedAt: day, reviewedAt: day,
});
const checklistItem = z.strictObject({
  id: z.string(), title: z.string(), done: z.boolean().nullable(), evidence: z.string(), by: text, at: day, expired: z.boolean(),
});
const block = z.strictObject({
  id: z.string(), layer: text,
  contract: z.strictObject({
    responsibility: text, input: text, output: text, dependencies: texts.nullable(), source: z.enum(['configuration', 'contract']).nullable(),
  }),
  state: blockState, version: z.string(), health, checklist: z.array(checklistItem),
  decisions: z.array(z.strictObject({ number: z.int(), title: z.string(), status: z.string(), path: z.string() })),
});

export const blocksSchema = schemaOf<JsonBlocks>()(z.strictObject({ schemaVersion: z.literal(1), blocks: z.array(block) }));

const version = z.strictObject({
  commit: z.string(), at: z.string(), subject: z.string(), id: z.string(), renamedFrom: z.string().exactOptional(), version: z.string(),
  change: blockChange, bump, interface: z.array(interfaceChange),
});

export const historySchema = schemaOf<BlockHistory>()(z.strictObject({
  schemaVersion: z.literal(1), block: z.string(), versions: z.array(version), complete: z.boolean(),
}));

const tests = z.strictObject({
  run: texts, of: count, always: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  commands: z.array(z.strictObject({ runner: z.string(), command: z.string() })),
});

export const impactSchema = schemaOf<ImpactReport>()(z.strictObject({
  schemaVersion: z.literal(1), changed: z.strictObject({ files: texts, blocks: texts }),
  affected: z.array(z.strictObject({
    block: z.string(), depth: count, kind: z.enum(['value', 'type']), path: texts, risk: z.enum(['high', 'medium', 'low']), why: z.string(),
  })),
  tests,
}));

const rehearsal = z.strictObject({
  passed: z.boolean(), from: z.string(),
  commands: z.array(z.strictObject({
    command: texts, outcome: z.enum(['passed', 'failed', 'timed-out', 'not-run']), exitCode: z.int().nullable(), signal: text, durationMs: count, output: texts,
  })),
  tests, linked: texts, notes: texts, recorded: z.strictObject({ by: z.string(), at: z.iso.date() }).nullable(), durationMs: count,
});

export const rollbackSchema = schemaOf<RollbackPlan>()(z.strictObject({
  schemaVersion: z.literal(1), block: z.string(), to: z.strictObject({ name: z.string(), commit: z.string() }),
  files: z.strictObject({ restore: texts, remove: texts }), interface: z.array(interfaceChange), bump, affected: texts, applied: z.boolean(), undo: text,
  rehearsal: rehearsal.nullable(),
}));

const interaction = z.strictObject({
  from: z.string(), to: z.string(), kind: z.enum(['call', 'construction', 'inheritance', 'type', 'data', 'unknown']), count,
  allowedBy: z.array(z.enum(['layers', 'dependsOn', 'contract', 'face'])), refusedBy: texts,
  places: z.array(z.strictObject({ path: z.string(), range, name: text, target: z.string() })),
});

export const interactionsSchema = schemaOf<InteractionsReport>()(z.strictObject({ schemaVersion: z.literal(1), interactions: z.array(interaction) }));
