/** Messages between the panel's page and the extension. The page is told what there is and in which version, and asks for what it shows. */
import type { WorkspaceState } from './answers.ts';
import type { Controls } from './controls.ts';
import type { EditIssueParams, EditIssueResult } from './edits.ts';
import type { LogFilter, Question } from './question.ts';
import type { ReportRange } from './report.ts';

export type PanelTab = 'graph' | 'score' | 'log';

/** From the extension to the page. */
export type ToPanel =
  | { type: 'state'; state: WorkspaceState }
  | { type: 'show'; tab: PanelTab; block?: string }
  /** The answer to a message of the same type. */
  | { type: 'rules'; rules: { id: string; title: string }[] }
  /** The answer to `ask`; without `answer`, the one that the page has still holds. */
  | { type: 'answer'; id: number; version: string; answer?: unknown }
  /** The answer to `editIssue`; a refusal says in words why nothing was changed. */
  | { type: 'edited'; id: number; result: EditIssueResult | { refusal: string } }
  /** The answer to `controls`. */
  | { type: 'controls'; folder: string; controls: Controls | { problem: string } }
  /** There is no answer to `ask`. */
  | { type: 'failed'; id: number; reason: string };

/** From the page to the extension. */
export type FromPanel =
  | { type: 'ready' }
  | { type: 'review' }
  | { type: 'openFile'; folder: string; path: string; range?: ReportRange }
  | { type: 'openBlock'; folder: string; block: string }
  /** Asks for the titles of all rules. */
  | { type: 'rules' }
  /** Asks about a folder; `known` is the version of the answer that the page keeps. */
  | { type: 'ask'; id: number; folder: string; question: Question; known?: string }
  /** Changes fields of an issue in the tracking log. */
  | { type: 'editIssue'; id: number } & EditIssueParams
  /** Asks for gates and audit log. */
  | { type: 'controls'; folder: string }
  | { type: 'save'; suggestedName: string; mime: 'image/svg+xml' | 'image/png'; base64: string }
  /** Saves rows of the log as CSV. */
  | { type: 'saveLog'; folder: string; suggestedName: string; filter: LogFilter }
  | { type: 'explainRule'; ruleId: string };
