/**
 * What Archwright adds to the Language Server Protocol: names and types only. Everything else
 * (diagnostics, code actions, configuration, watched files) is the protocol as it stands.
 */
import type { PanelSnapshot } from './panel.ts';

/** Server → client, notification: all that the panel, views and status bar show. */
export const SNAPSHOT = 'archwright/snapshot';
export type SnapshotParams = PanelSnapshot;

/** Client → server, request: review one folder, or all when `folder` is absent. */
export const REVIEW = 'archwright/review';
export interface ReviewParams {
  /** URI of the workspace folder. */
  folder?: string;
}
export interface ReviewResult {
  folders: { key: string; name: string; total: number | null; grade: string | null; errors: number; warnings: number; infos: number }[];
}

/** Client → server, request: the page of one rule. */
export const EXPLAIN = 'archwright/explain';
export interface ExplainParams {
  ruleId: string;
}
export interface ExplainResult {
  /** Markdown, or null when there is no such rule. */
  markdown: string | null;
}

/** Client → server, request: every rule with what a list needs. */
export const RULES = 'archwright/rules';
export interface RuleSummary {
  id: string;
  title: string;
  guideline: string;
  severity: 'error' | 'warning' | 'info' | 'off';
  fixable: boolean;
}

/** Client → server, request: freeze today's findings of a folder, or one finding by fingerprint. */
export const BASELINE = 'archwright/baseline';
export interface BaselineParams {
  folder: string;
  /** Only this finding; absent freezes all. */
  fingerprint?: string;
}
export interface BaselineResult {
  /** Path of the written file, relative to the folder. */
  path: string;
  count: number;
}

/** Client → server, request: a configuration proposed from what is there. Writes nothing. */
export const PROPOSE_CONFIGURATION = 'archwright/proposeConfiguration';
export interface ProposeParams {
  folder: string;
}
export interface ProposeResult {
  /** Text of `archwright.jsonc`, with comments that explain each choice. */
  text: string;
  /** Path of a configuration that is already there, relative to the folder. */
  existing: string | null;
}

/** Client → server, request: add or take away the git hook of a folder. */
export const HOOKS = 'archwright/hooks';
export interface HooksParams {
  folder: string;
  action: 'install' | 'remove';
}
export interface HooksResult {
  message: string;
}

/** Client → server, request: the newest report of a folder in a format of `archwright review`. */
export const EXPORT_REPORT = 'archwright/exportReport';
export type ExportFormat = 'json' | 'sarif' | 'markdown' | 'html' | 'junit';
export interface ExportReportParams {
  folder: string;
  format: ExportFormat;
}
export interface ExportReportResult {
  content: string;
}

/** Section of the client's settings that the server asks for with `workspace/configuration`. */
export const SETTINGS_SECTION = 'archwright';
export interface EditorSettings {
  enable: boolean;
  /** When a file is judged again. */
  run: 'onType' | 'onSave';
  /** Path of a configuration file, absolute or relative to the folder; empty means `archwright.jsonc`. */
  configPath: string;
  /** Show findings that the baseline holds as hints, or not at all. */
  showBaseline: boolean;
  /** Append each review that is asked for to `logs/project_tracking.csv`; one of opening a folder only where that log exists. */
  trackReviews: boolean;
  python: {
    /** Whether findings of ruff are left out in the editor; `auto` while another extension shows them. */
    hideRuffDoubles: 'auto' | 'always' | 'never';
  };
}

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** False in an untrusted workspace: nothing of the workspace is executed, no git hooks, no plug-ins. */
  trusted: boolean;
  /** The editor has another extension that shows what ruff says. */
  ruffRuns?: boolean;
}

/** Client → server, notification: the user has granted trust. */
export const TRUST_GRANTED = 'archwright/trustGranted';

/** Client → server, notification: another extension that shows what ruff says came or went. */
export const RUFF_RUNS = 'archwright/ruffRuns';
export interface RuffRunsParams {
  runs: boolean;
}

/** Code action kind of the fix-all action, for `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = 'source.fixAll.archwright';

/** Command that a code action may carry and that the client carries out. */
export const CLIENT_COMMANDS = {
  explainRule: 'archwright.explainRule',
  addToBaseline: 'archwright.addToBaseline',
  suppressWithReason: 'archwright.suppressWithReason',
} as const;

/** Argument of `archwright.suppressWithReason`: the client asks for the reason and inserts the comment. */
export interface SuppressArguments {
  uri: string;
  ruleId: string;
  /** Line of the finding, counted from 0. */
  line: number;
  scope: 'next-line' | 'file';
  /** `//` or `#`, as the file's language writes comments. */
  commentPrefix: string;
}

/** Argument of `archwright.addToBaseline`. */
export interface AddToBaselineArguments {
  folder: string;
  fingerprint: string;
}
