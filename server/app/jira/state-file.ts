/** The file that remembers issues and what was not answered, beside the log. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../host/replace-file.ts';
import { readSyncState, syncStateText, type SyncState } from '../../jira/sync-state.ts';
import { Failure } from '../failure.ts';

export const STATE_FILE = 'logs/jira_sync.json';

/**
 * @param root absolute path of the folder
 * @param site address of the site, without a slash at its end
 * @returns what is remembered; nothing when there is no file
 * @throws {Failure} for a file that cannot be used: going on without it could create issues twice
 */
export async function readState(root: string, site: string, project: string): Promise<SyncState> {
  let text: string;
  try {
    text = await readFile(join(root, STATE_FILE), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { host: site, project, issues: new Map(), pending: [] };
    throw new Failure(`Cannot read "${STATE_FILE}" (${code ?? String(error)}).`);
  }
  const state = readSyncState(text);
  if (state === null) throw new Failure(`${STATE_FILE} is damaged, or holds a conflict of a merge. Mend it, or take it from git; nothing was sent.`);
  if (state.host !== site || state.project !== project)
    throw new Failure(`${STATE_FILE} is about the project ${state.project} at ${state.host}, and not ${project} at ${site}. `
      + 'Rename it to begin anew; nothing was sent.');
  return state;
}

/** When this returns, the state is on the disk. @param before fails when it must not be written any more */
export async function writeState(root: string, state: SyncState, before: () => Promise<void>): Promise<void> {
  await replaceFile(join(root, STATE_FILE), syncStateText(state), { durable: true, before });
}
