/** The status bar item: grade and points of the folder in focus, progress, problems. */
import * as vscode from 'vscode';
import { gateWords } from '../server/digest/gate.ts';
import { dimensionPoints, dimensionTitle, measuredWords, pointsText } from '../server/digest/score.ts';
import { SETTINGS_SECTION, type EditorSettings } from '../server/protocol/lsp.ts';
import type { FolderState, ScorePart } from '../server/protocol/answers.ts';
import type { ServerConnection } from './server/connection.ts';
import type { StateStore } from './state-store.ts';

/** What the item shows. */
export interface StatusText {
  text: string;
  tooltip: string;
  problem: boolean;
}

/** Creates the item and keeps it up to date. */
export function createStatusBar(states: StateStore, connection: ServerConnection): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('archwright.status', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Archwright';
  let turn = 0;
  const refresh = async (): Promise<void> => {
    const own = ++turn;
    if (!vscode.workspace.getConfiguration(SETTINGS_SECTION).get<EditorSettings['enable']>('enable', true) || !vscode.workspace.workspaceFolders?.length) {
      item.hide();
      return;
    }
    const stopped = connection.state === 'stopped';
    const folder = states.folderInFocus();
    const score = stopped || folder?.versions.score === undefined ? null : await states.ask(folder.key, { kind: 'score' }).catch(() => null);
    // Meanwhile something else may be shown.
    if (own !== turn) return;
    const status = stopped ? STOPPED : statusText(folder, score, states.state.busy || connection.state === 'starting');
    item.text = status.text;
    item.tooltip = new vscode.MarkdownString(status.tooltip);
    item.backgroundColor = status.problem ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.command = stopped ? 'archwright.restartServer' : 'archwright.showScore';
    item.accessibilityInformation = { label: `Archwright: ${status.tooltip.split('\n')[0] ?? ''}`.replaceAll('**', '') };
    item.show();
  };
  const begin = (): void => void refresh();
  begin();
  return vscode.Disposable.from(
    item,
    states.onDidChange(begin),
    connection.onDidChangeState(begin),
    vscode.window.onDidChangeActiveTextEditor(begin),
    vscode.workspace.onDidChangeWorkspaceFolders(begin),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SETTINGS_SECTION}.enable`)) begin();
    }),
  );
}

const STOPPED: StatusText = { text: '$(error) Archwright', tooltip: '**Archwright has stopped.** Click to restart the language server.', problem: true };

/** Text for one folder; pure. */
export function statusText(folder: FolderState | undefined, part: ScorePart | null, busy: boolean): StatusText {
  if (folder?.problem && part === null)
    return { text: '$(warning) Archwright', tooltip: `**${folder.name} cannot be reviewed.** ${folder.problem}`, problem: true };
  const icon = busy ? '$(sync~spin)' : '$(checklist)';
  const score = part?.score;
  if (!folder || !score) {
    return { text: `${icon} Archwright`, tooltip: busy ? 'Reviewing the workspace' : 'Not reviewed yet. Click to open the panel.', problem: false };
  }
  const trouble = folder.problem === null ? [] : [`**${folder.name} has a problem.** ${folder.problem}`, ''];
  const shown = trouble.length > 0 && !busy ? '$(warning)' : icon;
  const problem = trouble.length > 0;
  if (score.total === null)
    return { text: `${shown} not measured`, tooltip: [...trouble, `${folder.name}: not measured. ${score.action}`].join('\n'), problem };
  const blockers = score.blockers.reduce((sum, { count }) => sum + count, 0);
  const total = pointsText(score.total);
  const gate = part?.gate;
  return {
    text: `${shown} ${score.grade ?? ''} ${total}${blockers > 0 ? ` $(circle-slash) ${blockers}` : ''}`,
    tooltip: [
      ...trouble,
      `**${folder.name}: ${score.grade ?? ''}, ${total} of 100.** ${score.action}. ${measuredWords(score)}.`,
      ...(gate === undefined ? [] : ['', `Gate ${gateWords(gate)}.`]),
      '',
      ...score.dimensions.map((dimension) => `- ${dimensionTitle(dimension.id)}: ${dimensionPoints(dimension)}`),
      ...(blockers > 0 ? ['', `${blockers} ${blockers === 1 ? 'finding blocks' : 'findings block'} approval.`] : []),
    ].join('\n'),
    problem,
  };
}
