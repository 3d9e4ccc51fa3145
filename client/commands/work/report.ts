import * as vscode from 'vscode';
import { TRACK, type TrackParams } from '../../../server/protocol/lsp.ts';
import { telling } from './telling.ts';

type Report = Extract<TrackParams['command'], { kind: 'report' }>['report'];

const LABELS: Readonly<Record<Report, string>> = {
  'all': 'All reports',
  'weekly': 'The week',
  'velocity': 'Velocity',
  'completion': 'Completion',
  'cycle-time': 'Cycle time',
  'ai-ml': 'Models',
  'risk': 'Risk',
  'overdue': 'Overdue',
  'kpi': 'Key figures',
  'hotspots': 'Hotspots',
  'coupling': 'Change coupling',
  'ownership': 'Ownership',
};

/** Tells how the work goes, from log and git. Its argument is the kind of a report. */
export const showWorkReport = telling<TrackParams>({
  id: 'archwright.showWorkReport',
  task: 'report on the work',
  doing: 'reporting on the work',
  method: TRACK,
  async ask(_context, folder, argument) {
    const report = isReport(argument) ? argument : await pickReport();
    if (report === undefined) return undefined;
    if (report !== 'weekly' || isReport(argument)) return { params: { folder, command: { kind: 'report', report } } };
    const week = await vscode.window.showInputBox({
      title: vscode.l10n.t('Week of the summary'), placeHolder: vscode.l10n.t('such as 2026-W05; empty for the last whole one'),
    });
    return week === undefined ? undefined : { params: { folder, command: { kind: 'report', report, ...(week.trim() === '' ? {} : { week: week.trim() }) } } };
  },
});

function isReport(argument: unknown): argument is Report {
  return typeof argument === 'string' && Object.hasOwn(LABELS, argument);
}

async function pickReport(): Promise<Report | undefined> {
  const items = Object.entries(LABELS).map(([report, label]) => ({ label: vscode.l10n.t(label), report: report as Report }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Choose a report') }))?.report;
}
