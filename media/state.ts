/** The state that survives a reload, and how it is read back from an untrusted store. */
import type { EdgeFilter } from '../server/diagram/map/filter.ts';
import type { Focus } from '../server/diagram/map/focus.ts';
import type { Room } from '../server/diagram/map/layout.ts';
import type { Grouping } from '../server/protocol/answers.ts';
import type { PanelTab } from '../server/protocol/panel.ts';
import type { LogGrouping } from '../server/protocol/question.ts';
import { NO_EDITS, type EditHistory } from './log/editing.ts';
import { storedState } from './vscode-api.ts';

export interface View {
  x: number;
  y: number;
  scale: number;
}

export const PICTURES = ['map', 'matrix', 'treemap', 'mermaid'] as const;
export type PictureKind = (typeof PICTURES)[number];

/** The boxes of an edge: keys of blocks or of closed branches. */
export interface ChosenEdge {
  from: string;
  to: string;
}

/** What is shown of the graph besides blocks, states and arrows. */
export const EXTRAS = ['data', 'calls', 'critical', 'bottlenecks'] as const;
export type Extra = (typeof EXTRAS)[number];

/** A cycle that is stepped through; the edge of the step is the chosen one. */
export interface CycleStep {
  /** In import order, without repeating the first. */
  blocks: string[];
  /** The step from this block to the next. */
  at: number;
}

export interface GraphState {
  picture: PictureKind;
  /** Ids of the closed groups; null until the user changes one. */
  collapsed: string[] | null;
  /** At most one of the two is chosen. */
  selected: string | null;
  edge: ChosenEdge | null;
  edges: EdgeFilter;
  shown: Extra[];
  cycle: CycleStep | null;
  /** What the graph was narrowed to, one after the other; the last is shown. Empty for the whole graph. */
  trail: Focus[];
  search: string;
  /** Where the user moved the drawing, and the room that it was laid out for; null fits it to the window. */
  view: View | null;
  room: Room | null;
  /** Whether the details are shown beside the picture. */
  side: boolean;
}

/** Which code findings are listed of: all, or what is new since a point. What was filled in for a point stays when another is chosen. */
export interface FocusState {
  since: 'all' | 'base' | 'commit' | 'day';
  /** A branch, tag or commit. */
  commit: string;
  /** `2026-01-31`; empty for none. */
  day: string;
}

export interface ScoreState {
  search: string;
  severity: 'all' | 'error' | 'warning' | 'info';
  group: Grouping;
  focus: FocusState;
  /** Ids of the groups whose findings are expanded. */
  open: string[];
}

export interface LogState {
  search: string;
  kind: 'all' | 'review' | 'issue';
  sort: string;
  descending: boolean;
  /** Keys of the chosen columns; null before a choice. */
  columns: string[] | null;
  /** How rows are gathered; null when they are not. */
  group: LogGrouping | null;
  /** What is wanted of columns, by their keys; null while columns have no filters. */
  filters: Readonly<Record<string, string>> | null;
  /** What was changed, for undo and redo. */
  edits: EditHistory;
}

export interface PanelState {
  version: 3;
  tab: PanelTab;
  folder: string | null;
  graph: Record<string, GraphState>;
  score: ScoreState;
  log: LogState;
}

export const NEW_GRAPH: GraphState = {
  picture: 'map', collapsed: null, selected: null, edge: null, edges: 'auto', shown: ['critical'], cycle: null, trail: [], search: '',
  view: null, room: null, side: true,
};

const NEW: PanelState = {
  version: 3,
  tab: 'graph',
  folder: null,
  graph: {},
  score: { search: '', severity: 'all', group: 'rule', focus: { since: 'all', commit: 'HEAD', day: '' }, open: [] },
  log: { search: '', kind: 'all', sort: 'time', descending: true, columns: null, group: null, filters: null, edits: NO_EDITS },
};

/** The stored state, or a new one when there is none or it is from another version. */
export function initialState(): PanelState {
  const stored = storedState();
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== 3) return NEW;
  const known = stored as PanelState;
  return { ...NEW, ...known, score: { ...NEW.score, ...known.score }, log: { ...NEW.log, ...known.log } };
}
