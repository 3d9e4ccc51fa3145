import * as vscode from 'vscode';
import { GATE, type GateParams } from '../../../server/protocol/lsp.ts';
import { choicesOf, choose } from './choose.ts';
import { telling } from './telling.ts';

const ALL = '';

/** Evaluates a quality gate, or all of the configuration. Its argument is the name of one. */
export const evaluateGate = telling<GateParams>({
  id: 'archwright.evaluateGate',
  task: 'evaluate the quality gates',
  doing: 'evaluating the quality gates',
  method: GATE,
  async ask(context, folder, argument) {
    if (typeof argument === 'string') return { params: { folder, name: argument } };
    const gates = await choicesOf(context, folder, { kind: 'gates' });
    const all = { id: ALL, title: vscode.l10n.t('All gates'), detail: vscode.l10n.t('those of the configuration') };
    // The gate of every review is always there, as the last one.
    const chosen = gates.length === 1 ? gates[0]!.id : await choose(gates.length > 2 ? [all, ...gates] : gates, vscode.l10n.t('Choose a gate'));
    if (chosen === undefined) return undefined;
    return { params: chosen === ALL ? { folder } : { folder, name: chosen } };
  },
});
