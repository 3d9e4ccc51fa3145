/**
 * Messages between the panel's page and the extension. The extension always sends a whole snapshot,
 * never a difference, so a reloaded page needs only the latest one.
 */
import type { JsonReport, ReportRange } from './report.ts';
import type { ReviewEvent } from './tracking.ts';

/** One row of the tracking log, newest last: a review, or an issue at its last change. */
export interface LogRow extends ReviewEvent {
  /** Of an issue, the time is empty where no date is known, and there are no points and counts. */
  kind: 'review' | 'issue';
  /** How far the issue is, such as `In Progress`; empty for a review. */
  status: string;
  /** What the issue is about; empty for a review. */
  summary: string;
  author: string;
}

/** One workspace folder as the panel shows it. */
export interface PanelFolder {
  /** Stable key of the folder (its URI). */
  key: string;
  name: string;
  /** Null until the first review has finished. */
  report: JsonReport | null;
  log: LogRow[];
  /** Why the folder cannot be reviewed, as a sentence. */
  problem: string | null;
}

export interface PanelSnapshot {
  folders: PanelFolder[];
  /** Key of the folder to show first. */
  active: string | null;
  /** True while a review is running. */
  busy: boolean;
}

/** One import statement between two blocks. */
export interface BlockImport {
  /** The importing file. */
  path: string;
  range: ReportRange;
  /** The imported file. */
  to: string;
  /** What is imported by name; empty for a whole module. */
  names: string[];
  typeOnly: boolean;
}

export type PanelTab = 'graph' | 'score' | 'log';

/** From the extension to the page. */
export type ToPanel =
  | { type: 'snapshot'; snapshot: PanelSnapshot }
  | { type: 'show'; tab: PanelTab; block?: string }
  /** The answers to messages of the same types. */
  | { type: 'rules'; rules: { id: string; title: string }[] }
  | { type: 'imports'; folder: string; from: string; to: string; imports: BlockImport[] };

/** From the page to the extension. */
export type FromPanel =
  | { type: 'ready' }
  | { type: 'review' }
  | { type: 'openFile'; folder: string; path: string; range?: ReportRange }
  | { type: 'openBlock'; folder: string; block: string }
  /** Asks for the titles of all rules. */
  | { type: 'rules' }
  /** Asks for the imports from one block to another. */
  | { type: 'imports'; folder: string; from: string; to: string }
  | { type: 'save'; suggestedName: string; mime: 'image/svg+xml' | 'image/png' | 'text/csv'; base64: string }
  | { type: 'explainRule'; ruleId: string };
