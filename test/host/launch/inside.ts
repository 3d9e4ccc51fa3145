/** What suites inside the extension host share: the extension's API, and waiting for something to be so. */
import * as vscode from 'vscode';
import type { ArchwrightApi } from '../../../client/extension.ts';
import type { AnswerTo, Question } from '../../../server/protocol/question.ts';

export type { ArchwrightApi } from '../../../client/extension.ts';

export const EXTENSION_ID = 'archwright.archwright';

/** The running extension's API. @throws when it is not installed. */
export async function archwright(): Promise<ArchwrightApi> {
  const extension = vscode.extensions.getExtension<ArchwrightApi>(EXTENSION_ID);
  if (!extension) throw new Error(`${EXTENSION_ID} is not installed`);
  return await extension.activate();
}

/**
 * Asks until there is an answer.
 *
 * @param what names it in the error.
 * @param ask gives undefined as long as it is not so.
 * @throws when time runs out.
 */
export async function eventually<Result>(what: string, ask: () => Result | undefined | Promise<Result | undefined>, ms = 30_000): Promise<Result> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${ms / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for the first review of every folder. */
export async function reviewed(api: ArchwrightApi): Promise<void> {
  await eventually('the first review', () => {
    const { folders, busy } = api.state();
    return folders.length > 0 && !busy && folders.every(({ versions, problem }) => versions.score !== undefined || problem !== null) ? true : undefined;
  });
}

/** What the first folder's review answers to a question. */
export async function answered<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>> {
  return (await archwright()).ask(firstFolder().uri.toString(), question);
}

/** The first folder of the workspace. */
export function firstFolder(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return folder;
}

/** The file of the workspace with this path. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(firstFolder().uri, path);
}
