/** The schemas of everything that is written as JSON for other programs, in the form that these read. They are shipped. */
import * as z from 'zod';
import { snapshotSchema } from '../server/blocks/snapshot.ts';
import { progressSchema } from '../server/protocol/progress.ts';
import { blocksSchema, historySchema, impactSchema, interactionsSchema, rollbackSchema } from '../server/report/schemas/blocks.ts';
import { diffSchema } from '../server/report/schemas/diff.ts';
import { auditVerdictSchema, gateSchema } from '../server/report/schemas/gate.ts';
import { graphSchema, reviewSchema } from '../server/report/schemas/review.ts';
import { rulesSchema } from '../server/report/schemas/rules.ts';
import { doneSchema, maturityReportSchema } from '../server/report/schemas/track.ts';
import { logSchema } from '../server/tracking/log-schema.ts';

/** By the command that writes it; its file is `dist/NAME.schema.json`. */
const OUTPUTS: Readonly<Record<string, { schema: z.ZodType; title: string }>> = {
  'review': { schema: reviewSchema, title: 'archwright review --format json' },
  'rules': { schema: rulesSchema, title: 'archwright rules --format json' },
  'graph': { schema: graphSchema, title: 'archwright graph --format json' },
  'graph-audit': { schema: interactionsSchema, title: 'archwright graph --audit --format json' },
  'diff': { schema: diffSchema, title: 'archwright diff --format json' },
  'impact': { schema: impactSchema, title: 'archwright impact --format json' },
  'history': { schema: historySchema, title: 'archwright history --format json' },
  'rollback': { schema: rollbackSchema, title: 'archwright rollback --format json' },
  'blocks': { schema: blocksSchema, title: 'archwright blocks --format json' },
  'gate': { schema: gateSchema, title: 'archwright gate --format json' },
  'track-list': { schema: logSchema, title: 'archwright track list --format json' },
  'track-report': { schema: progressSchema, title: 'archwright track report --format json' },
  'track-done': { schema: doneSchema, title: 'archwright track done --format json' },
  'track-maturity': { schema: maturityReportSchema, title: 'archwright track maturity --format json' },
  'track-audit-verify': { schema: auditVerdictSchema, title: 'archwright track audit verify --format json' },
  'snapshot': { schema: snapshotSchema, title: 'A snapshot of archwright' },
};

/** @returns schemas by name; none of them allows a property that it does not name */
export function outputSchemas(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(OUTPUTS).map(([name, { schema, title }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output' });
    return [name, { $schema, title, ...rest }];
  }));
}
