/** Commands of the terminal that a client runs in a folder, a request for each family, and what all of them answer. */
import * as z from 'zod';
import { REPORT_KINDS } from './progress.ts';
import { DOCUMENT_KINDS } from './scrum.ts';

const folder = z.string();
const text = z.string().max(1000);
/** A private key takes some hundred characters, a token of Jira fewer. */
const secret = z.string().max(20_000);

/** The parameters of `archwright/gate`; without a name, all gates of the configuration. */
export const gateSchema = z.strictObject({ folder, name: text.optional() });
export type GateParams = z.infer<typeof gateSchema>;

/** The parameters of `archwright/diff`: a folder, a revision or a snapshot to compare with; without one, what `archwright diff` takes. */
export const diffSchema = z.strictObject({ folder, from: text.optional() });
export type DiffParams = z.infer<typeof diffSchema>;

/** The parameters of `archwright/track`. */
export const trackSchema = z.strictObject({
  folder,
  command: z.discriminatedUnion('kind', [
    /** Without a week, that of the weekly summary is the last whole one. */
    z.strictObject({ kind: z.literal('report'), report: z.enum(['all', ...REPORT_KINDS]), week: text.optional() }),
    /** A story needs the key of its issue; without a sprint, it is the latest. */
    z.strictObject({ kind: z.literal('document'), document: z.enum(DOCUMENT_KINDS), key: text.optional(), sprint: text.optional() }),
    z.strictObject({ kind: z.literal('maturity') }),
    z.strictObject({ kind: z.literal('done'), key: text }),
    z.strictObject({ kind: z.literal('tick'), key: text, item: text, remove: z.boolean() }),
  ]),
});
export type TrackParams = z.infer<typeof trackSchema>;

/** The parameters of `archwright/audit`. A key is private, in PEM, and used where the environment of the server has none. */
export const auditSchema = z.strictObject({
  folder,
  command: z.discriminatedUnion('kind', [
    /** Without an origin, the log has the name of the folder. */
    z.strictObject({ kind: z.literal('start'), origin: text.optional() }),
    /** Checkpoints are paths of files that were kept elsewhere. */
    z.strictObject({ kind: z.literal('verify'), checkpoints: z.array(text).max(100), key: secret.optional() }),
    z.strictObject({ kind: z.literal('checkpoint'), git: z.enum(['note', 'tag']).optional(), key: secret.optional() }),
    z.strictObject({ kind: z.literal('report'), key: secret.optional() }),
  ]),
});
export type AuditParams = z.infer<typeof auditSchema>;

/** A site of Jira, and the token that is for it alone. Without an address, the token is a personal access token. */
export const jiraCredentialsSchema = z.strictObject({ host: text, email: text, token: secret });
export type JiraCredentials = z.infer<typeof jiraCredentialsSchema>;

/** The parameters of `archwright/sync`; the credentials are used where the environment of the server has no token. */
export const syncSchema = z.strictObject({
  folder, apply: z.boolean(), overwrite: z.array(text).max(10_000), credentials: jiraCredentialsSchema.optional(),
});
export type SyncParams = z.infer<typeof syncSchema>;

/** What a command tells: a sentence with the figure that matters, and all that it rests on. */
export interface Told {
  headline: string;
  /** Whether what was asked about holds; null where that is no question. */
  holds: boolean | null;
  document: ToldDocument | null;
}

export interface ToldDocument {
  /** Of the page or file, without its ending. */
  name: string;
  /** Markdown. */
  text: string;
  /** A page is read; a draft is filled in by people and saved where they like. */
  use: 'page' | 'draft';
}

export interface ToldSync extends Told {
  /** Whether there is anything to create or to update. */
  pending: boolean;
  /** Keys of rows that both sides changed. */
  conflicts: string[];
}

/** The parameters of `archwright/choices`: what can be named in a command. */
export const choicesSchema = z.strictObject({
  folder,
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('gates') }),
    z.strictObject({ kind: z.literal('issues') }),
    z.strictObject({ kind: z.literal('sprints') }),
    /** Items of the definition of done that a person can tick, or has ticked. */
    z.strictObject({ kind: z.literal('items'), key: text }),
  ]),
});
export type ChoicesParams = z.infer<typeof choicesSchema>;

export interface Choice {
  /** As commands name it. */
  id: string;
  title: string;
  detail: string;
  /** A person ticked it. */
  ticked?: boolean;
}
