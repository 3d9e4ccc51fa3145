/** The whole page: header, tabs, and the current tab. */
import { useEffect, useState } from 'preact/hooks';
import type { FolderState, WorkspaceState } from '../server/protocol/answers.ts';
import { useAnswer } from './answers.ts';
import { GraphTab } from './graph/graph-tab.tsx';
import { listen, send, storeState } from './vscode-api.ts';
import { Icon } from './icon.tsx';
import { LogTab, type LogTabProps } from './log/log-tab.tsx';
import { Notice } from './notice.tsx';
import { ScoreTab } from './score/score-tab.tsx';
import { initialState, NEW_GRAPH, type GraphState, type PanelState } from './state.ts';
import { Origin } from './origin.tsx';
import { TabList, tabPanelProps } from './tabs.tsx';

/** What the extension asked to be shown; `count` tells one request from the next equal one. */
export interface Reveal {
  block: string;
  count: number;
}

const NO_FOLDER: FolderState = { key: '', name: '', problem: null, versions: {} };

/** The page. Holds what is known of the workspace, and what the user chose. */
export function App() {
  const [workspace, setWorkspace] = useState<WorkspaceState | null>(null);
  const [state, setState] = useState<PanelState>(initialState);
  const [reveal, setReveal] = useState<Reveal | null>(null);

  useEffect(() => {
    const stop = listen((message) => {
      if (message.type === 'state') setWorkspace(message.state);
      if (message.type === 'show') {
        setState((now) => ({ ...now, tab: message.tab }));
        const { block } = message;
        if (block !== undefined) setReveal((last) => ({ block, count: (last?.count ?? 0) + 1 }));
      }
    });
    send({ type: 'ready' });
    return stop;
  }, []);
  useEffect(() => storeState(state), [state]);

  const folders = workspace?.folders ?? [];
  const folder = folders.find((one) => one.key === state.folder) ?? folders.find((one) => one.key === workspace?.active) ?? folders[0] ?? null;
  const busy = workspace?.busy ?? false;
  const key = folder?.key ?? '';
  const isReviewed = folder?.versions.score !== undefined;
  const { answer: score } = useAnswer(folder ?? NO_FOLDER, { kind: 'score' });
  const updateGraph = (change: Partial<GraphState>): void =>
    setState((now) => ({ ...now, graph: { ...now.graph, [key]: { ...NEW_GRAPH, ...now.graph[key], ...change } } }));

  const updateLog: LogTabProps['onChange'] = (change) =>
    setState((now) => ({ ...now, log: { ...now.log, ...typeof change === 'function' ? change(now.log) : change } }));

  return (
    <div class="page">
      <header class="page-header">
        <h1 class="for-screen-readers">Archwright{folder ? `: ${folder.name}` : ''}</h1>
        <TabList tab={state.tab} onChange={(tab) => setState((now) => ({ ...now, tab }))} grade={isReviewed && score ? score.score.grade : null} />
        {folder !== null && isReviewed && <Origin key={key} folder={folder} />}
        <div class="page-tools">
          {folders.length > 1 && <FolderPicker folders={folders} chosen={key} onChange={(next) => setState((now) => ({ ...now, folder: next }))} />}
          <button type="button" class="button" disabled={busy} onClick={() => send({ type: 'review' })}>
            <Icon name="refresh" /> {busy ? 'Reviewing…' : 'Review now'}
          </button>
        </div>
        <div class="busy-bar" aria-hidden="true">{busy && <vscode-progress-bar indeterminate />}</div>
      </header>
      <p class="for-screen-readers" role="status" aria-live="polite">
        {workspace === null ? 'Waiting for the first results.' : busy ? 'Review in progress.' : isReviewed ? 'Review finished.' : ''}
      </p>
      <main class="page-main">
        <div class="page-body" {...tabPanelProps(state.tab)}>
          {workspace === null || folder === null ? (
            <Notice kind={workspace === null ? 'loading' : 'no-folder'} />
          ) : (
            <>
              {folder.problem !== null && <Notice kind="problem" text={folder.problem} inline={isReviewed} />}
              {state.tab === 'log' ? (
                <LogTab key={key} folder={folder} state={state.log} onChange={updateLog} />
              ) : !isReviewed ? (
                folder.problem === null && <Notice kind={busy ? 'reviewing' : 'not-reviewed'} />
              ) : state.tab === 'graph' ? (
                <GraphTab
                  key={key} folder={folder} name={folder.name}
                  state={{ ...NEW_GRAPH, ...state.graph[key] }} onChange={updateGraph} reveal={reveal}
                />
              ) : (
                <ScoreTab
                  key={key} folder={folder} state={state.score}
                  onChange={(change) => setState((now) => ({ ...now, score: { ...now.score, ...change } }))}
                />
              )}
            </>
          )}
        </div>
      </main>
    </div>
  );
}

/** Chooses the workspace folder that the page shows. */
function FolderPicker({ folders, chosen, onChange }: { folders: readonly FolderState[]; chosen: string; onChange: (key: string) => void }) {
  return (
    <label class="picker">
      <span>Folder</span>
      <select class="select" value={chosen} onChange={(event) => onChange(event.currentTarget.value)}>
        {folders.map((folder) => (
          <option key={folder.key} value={folder.key}>
            {folder.name}
            {folder.problem !== null ? ' (problem)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
