/** The state that survives a reload, and how it is read back from an untrusted store. */
import type { PanelTab } from '../server/protocol/panel.ts';
import { storedState } from './vscode-api.ts';

export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface GraphState {
  /** Ids of the closed groups; null until the user changes one. */
  collapsed: string[] | null;
  selected: string | null;
  /** Whether only the selected block and its neighbours are drawn. */
  focused: boolean;
  search: string;
  view: View | null;
}

export interface ScoreState {
  search: string;
  severity: 'all' | 'error' | 'warning' | 'info';
  /** Ids of the rules whose findings are expanded. */
  open: string[];
}

export interface LogState {
  search: string;
  kind: 'all' | 'review' | 'commit';
  sort: string;
  descending: boolean;
}

export interface PanelState {
  version: 1;
  tab: PanelTab;
  folder: string | null;
  graph: Record<string, GraphState>;
  score: ScoreState;
  log: LogState;
}

export const NEW_GRAPH: GraphState = { collapsed: null, selected: null, focused: false, search: '', view: null };

const NEW: PanelState = {
  version: 1,
  tab: 'graph',
  folder: null,
  graph: {},
  score: { search: '', severity: 'all', open: [] },
  log: { search: '', kind: 'all', sort: 'time', descending: true },
};

/** The stored state, or a new one when there is none or it is from another version. */
export function initialState(): PanelState {
  const stored = storedState();
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== 1) return NEW;
  return { ...NEW, ...(stored as PanelState) };
}
