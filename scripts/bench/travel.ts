/** How many bytes the real server sends about a review, beside the diagnostics: when a workspace opens, and after an edit that brings a finding. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PART_OF, type WorkspaceState } from '../../server/protocol/answers.ts';
import type { AskResult } from '../../server/protocol/lsp.ts';
import type { Question } from '../../server/protocol/question.ts';
import { RawClient } from '../../test/kit/raw-client.ts';
import type { Probe } from './typing.ts';

const page = { offset: 0, limit: 100 };

/** What is asked by what is open in the editor. */
const LOOKS: Readonly<Record<string, readonly Question[]>> = {
  'status bar and score': [{ kind: 'score' }],
  'panel at the graph': [{ kind: 'score' }, { kind: 'graph' }, { kind: 'figures' }, { kind: 'cuts' }],
  'panel at the findings': [{ kind: 'score' }, { kind: 'groups', by: 'rule', ...page }, { kind: 'findings', rule: 'quality/swallowed-error', ...page }],
  'panel at the log': [
    { kind: 'score' }, { kind: 'trend' }, { kind: 'log', search: '', rows: 'all', sort: 'time', descending: true, fields: [], ...page },
  ],
};

export interface Travel {
  look: string;
  opening: number;
  edit: number;
}

/**
 * @param root the workspace
 * @param target path of the file that is edited, relative
 * @param probe what is typed
 * @returns bytes by what is open, the least first; an editor that asks for nothing gets nothing
 */
export async function measureTravel(root: string, target: string, probe: Probe): Promise<Travel[]> {
  const client = await RawClient.start(root);
  await client.rest();
  const uri = pathToFileURL(join(root, target)).href;
  const text = readFileSync(join(root, target), 'utf8');
  client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  await client.rest();
  const pushed = (from: number): number =>
    client.heard.slice(from).filter(({ method }) => method.startsWith('archwright/')).reduce((sum, { bytes }) => sum + bytes, 0);
  const state = (): WorkspaceState => client.heard.findLast(({ method }) => method === 'archwright/state')!.params as WorkspaceState;
  const folder = (): WorkspaceState['folders'][number] => state().folders[0]!;
  const ask = async (question: Question, known?: string): Promise<{ bytes: number; version: string }> => {
    const answer = await client.ask('archwright/ask', { folder: folder().key, question, ...(known === undefined ? {} : { known }) });
    return { bytes: Buffer.byteLength(JSON.stringify(answer)), version: (answer.result as AskResult).version };
  };
  const opened = pushed(0);
  const before = folder().versions;
  const first = new Map<Question, { bytes: number; version: string }>();
  for (const question of Object.values(LOOKS).flat()) first.set(question, await ask(question));
  const at = client.heard.length;
  client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: probe.withFault(text) }] });
  await client.rest();
  const edited = pushed(at);
  const again = new Map<Question, number>();
  for (const [question, { version }] of first) {
    const part = PART_OF[question.kind];
    again.set(question, before[part] === folder().versions[part] ? 0 : (await ask(question, version)).bytes);
  }
  await client.stop();
  return Object.entries(LOOKS).map(([look, questions]) => ({
    look,
    opening: opened + questions.reduce((sum, question) => sum + first.get(question)!.bytes, 0),
    edit: edited + questions.reduce((sum, question) => sum + again.get(question)!, 0),
  }));
}

/** @param all measured */
export function printTravel(all: readonly Travel[]): void {
  for (const { look, opening, edit } of all)
    console.log(`sent, ${look.padEnd(22)} ${(opening / 1000).toFixed(1)} kB on opening, ${(edit / 1000).toFixed(1)} kB an edit`);
}
