import * as vscode from 'vscode';
import { CLIENT_COMMANDS, USES, type UsesParams } from '../../server/protocol/lsp.ts';
import type { Command } from './command.ts';

/** A location as the server sends it. */
interface Place {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** Shows the imports of what a code lens is about, beside the code. */
export const showUses: Command = {
  id: CLIENT_COMMANDS.showUses,
  task: 'show the uses',
  async run({ connection }, argument) {
    const asked = argument as UsesParams | undefined;
    if (typeof asked?.uri !== 'string') throw new Error('nothing was named; use a line over the code');
    const places = await connection.request<Place[]>(USES, asked);
    const locations = places.map(({ uri, range: { start, end } }) => (
      new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character))
    ));
    const { line, character } = asked.position;
    await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(asked.uri), new vscode.Position(line, character), locations);
  },
};
