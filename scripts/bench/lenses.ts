/** How long the real server takes to answer what an editor asks by itself: code lenses and their words, and hovers; also right after an edit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import { LspClient } from '../../test/kit/lsp-client.ts';
import { percentile } from './measure.ts';

type Kind = 'lenses' | 'words' | 'hover' | 'lenses behind edit' | 'hover behind edit';

/** Milliseconds by what was asked. */
export type Asked = Record<Kind, number[]>;

/**
 * @param root the workspace
 * @param paths its sources, relative
 * @param count how many files are looked at, spread over the workspace
 * @param env of the server
 */
export async function measureLenses(root: string, paths: readonly string[], count: number, env: Record<string, string>): Promise<Asked> {
  const client = await LspClient.start([root], { env, settings: { trackReviews: false }, follows: 'state' });
  await client.until('the first review', () => client.state?.busy === false && client.state.folders[0]?.versions.score !== undefined, 300_000);
  const asked: Asked = { 'lenses': [], 'words': [], 'hover': [], 'lenses behind edit': [], 'hover behind edit': [] };
  const timed = async <Answer>(kind: Kind, method: string, params: object): Promise<Answer> => {
    const started = performance.now();
    const answer = await client.connection.sendRequest<Answer>(method, params);
    asked[kind].push(performance.now() - started);
    return answer;
  };
  for (let at = 0; at < count; at++) {
    const file = join(root, paths[Math.floor((at * paths.length) / count)]!);
    const textDocument = { uri: pathToFileURL(file).href };
    const text = readFileSync(file, 'utf8');
    const line = text.split('\n').findIndex((each) => / from '[.@]/.test(each));
    const position = { line: Math.max(line, 0), character: (text.split('\n')[line]?.indexOf(" from '") ?? 0) + " from '".length };
    await client.open(file);
    // What the opening asks for is another measurement.
    await client.connection.sendRequest('textDocument/hover', { textDocument, position });
    for (const lens of await timed<CodeLens[]>('lenses', 'textDocument/codeLens', { textDocument })) await timed('words', 'codeLens/resolve', lens);
    await timed<Hover | null>('hover', 'textDocument/hover', { textDocument, position });
    await client.edit(file, `${text}\n// Typed.\n`);
    await timed('lenses behind edit', 'textDocument/codeLens', { textDocument });
    await client.edit(file, text);
    await timed('hover behind edit', 'textDocument/hover', { textDocument, position });
    await client.close(file);
  }
  await client.stop();
  return asked;
}

/** @param asked measured */
export function printLenses(asked: Asked): void {
  for (const [kind, values] of Object.entries(asked))
    console.log(`${kind.padEnd(20)} p50 ${percentile(values, 0.5).toFixed(1)} ms, p95 ${percentile(values, 0.95).toFixed(1)} ms (${values.length} times)`);
}
