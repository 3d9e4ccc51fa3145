/**
 * Archwright's additions to the Language Server Protocol: names and types only. Everything else
 * (diagnostics, code actions, configuration, watched files) is the standard protocol.
 */
import type { WorkspaceState } from './answers.ts';
import type { AnswerTo, Question } from './question.ts';

/**
 * Files in git's own folder that change when a commit is made, another one is checked out or a branch moves, as patterns. The
 * server asks the client to watch them, and they are no files of the workspace.
 */
export const GIT_MOVES = '{HEAD,packed-refs,logs/HEAD,refs/heads/**,refs/remotes/**}';

/** Server → client, notification, to clients that follow the state: the folders and the version of each of their parts. */
export const STATE = 'archwright/state';
export type StateParams = WorkspaceState;

/** Client → server, request: a part of what is known of a folder, or a page of a list. */
export const ASK = 'archwright/ask';
export interface AskParams<Asked extends Question = Question> {
  /** URI of the workspace folder. */
  folder: string;
  question: Asked;
  /** Version of the answer that the client keeps. */
  known?: string;
}
export interface AskResult<Asked extends Question = Question> {
  version: string;
  /** Left out when it is the one that the client keeps. */
  answer?: AnswerTo<Asked>;
}

/** Client → server, request: change fields of an issue in the tracking log, all or none. */
export const EDIT_ISSUE = 'archwright/editIssue';
export type { EditIssueParams, EditIssueResult } from './edits.ts';

/** Client → server, request: gates and audit log of a folder, evaluated now. */
export const CONTROLS = 'archwright/controls';
export interface ControlsParams {
  folder: string;
}
export type { Controls } from './controls.ts';

/**
 * Client → server, requests: a command of the terminal, carried out in a trusted workspace only. `SYNC` and `AUDIT` may hold secrets,
 * which are used for that one request.
 */
export const GATE = 'archwright/gate';
export const DIFF = 'archwright/diff';
export const TRACK = 'archwright/track';
export const AUDIT = 'archwright/audit';
export const SYNC = 'archwright/sync';
/** Client → server, request: what can be named in one of these commands. */
export const CHOICES = 'archwright/choices';
export type {
  AuditParams, Choice, ChoicesParams, DiffParams, GateParams, JiraCredentials, SyncParams, Told, ToldDocument, ToldSync, TrackParams,
} from './commands.ts';

/** Client → server, request: where others use what a code lens is about. Answered with locations. */
export const USES = 'archwright/uses';
export type { UsesParams } from './uses.ts';

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

/** Client → server, request: every rule, with the fields a list needs. */
export const RULES = 'archwright/rules';
export interface RuleSummary {
  id: string;
  title: string;
  guideline: string;
  severity: 'error' | 'warning' | 'info' | 'off';
  fixable: boolean;
}

/** Client → server, request: accept the current findings of a folder, or one finding by fingerprint. */
export const BASELINE = 'archwright/baseline';
export interface BaselineParams {
  folder: string;
  /** Accept only this finding; if absent, accept all. */
  fingerprint?: string;
}
export interface BaselineResult {
  /** Path of the written file, relative to the folder. */
  path: string;
  count: number;
}

/** Client → server, request: propose a configuration based on the folder's contents. Does not write anything. */
export const PROPOSE_CONFIGURATION = 'archwright/proposeConfiguration';
export interface ProposeParams {
  folder: string;
}
export interface ProposeResult {
  /** Text of `archwright.jsonc`, with comments that explain each choice. */
  text: string;
  /** Path of the existing configuration, relative to the folder. */
  existing: string | null;
}

/** Client → server, request: add or remove the git hook of a folder. */
export const HOOKS = 'archwright/hooks';
export interface HooksParams {
  folder: string;
  action: 'install' | 'remove';
}
export interface HooksResult {
  message: string;
}

/** Client → server, request: the latest report of a folder, in a format of `archwright review`. */
export const EXPORT_REPORT = 'archwright/exportReport';
export type ExportFormat = 'json' | 'sarif' | 'markdown' | 'html' | 'junit';
export interface ExportReportParams {
  folder: string;
  format: ExportFormat;
}
export interface ExportReportResult {
  content: string;
}

/** Section of the client's settings that the server requests with `workspace/configuration`. */
export const SETTINGS_SECTION = 'archwright';
export interface EditorSettings {
  enable: boolean;
  /** When a file is judged again. */
  run: 'onType' | 'onSave';
  /** Path of a configuration file, absolute or relative to the folder; empty means `archwright.jsonc`. */
  configPath: string;
  /** Show baseline findings as hints, or not at all. */
  showBaseline: boolean;
  /** Log each requested review; reviews on opening a folder only if there is a log. */
  trackReviews: boolean;
  codeLens: {
    /** Show how many blocks and tests use a block or what it exports. */
    enable: boolean;
  };
  python: {
    /** Whether the editor hides ruff findings; `auto` while another extension shows them. */
    hideRuffDoubles: 'auto' | 'always' | 'never';
  };
}

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** False in an untrusted workspace: nothing of the workspace is executed, no git hooks, no plug-ins. */
  trusted: boolean;
  /** The editor has another extension that shows ruff's findings. */
  ruffRuns?: boolean;
  /** The client is to be told of the state of the folders. */
  followsState?: boolean;
  /** The client runs the commands below itself, those of links in hovers and of code lenses included; without it, the server answers these. */
  runsCommands?: boolean;
}

/** Client → server, notification: the user has granted trust. */
export const TRUST_GRANTED = 'archwright/trustGranted';

/** Client → server, notification: another extension that shows ruff's findings came or went. */
export const RUFF_RUNS = 'archwright/ruffRuns';
export interface RuffRunsParams {
  runs: boolean;
}

/** Code action kind of the fix-all action, for `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = 'source.fixAll.archwright';

/** Commands that a code action, a code lens or a link may carry and that the client carries out. */
export const CLIENT_COMMANDS = {
  explainRule: 'archwright.explainRule',
  addToBaseline: 'archwright.addToBaseline',
  suppressWithReason: 'archwright.suppressWithReason',
  showBlock: 'archwright.showBlock',
  showUses: 'archwright.showUses',
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
