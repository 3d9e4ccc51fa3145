/** What `track sync` tells in an editor. */
import { hasToken, HOST_VARIABLE, TOKEN_VARIABLE, type Environment } from '../../jira-client/site.ts';
import type { SyncParams, ToldSync } from '../../protocol/commands.ts';
import { stoppedWords, syncWords, writeSync } from '../../report/tracking/sync.ts';
import { showable } from '../../text/plain-text.ts';
import { Failure } from '../failure.ts';
import { syncLog } from '../jira/sync.ts';
import type { CommandFolder } from './folder.ts';

/**
 * @param signal aborted when nobody wants to wait for the rest
 * @param environment of this process, whose token comes before the one that was sent along
 * @throws {Failure} when nothing can be done
 */
export async function tellSync(
  { root, configuration }: CommandFolder, { apply, overwrite, credentials }: SyncParams, signal?: AbortSignal, environment: Environment = process.env,
): Promise<ToldSync> {
  const isOwn = hasToken(environment);
  if (!isOwn && credentials === undefined) {
    throw new Failure('There is no token for Jira. "Archwright: Set Jira Credentials" keeps one in VS Code; '
      + `or set ${HOST_VARIABLE} and ${TOKEN_VARIABLE} in the environment that VS Code is started from.`);
  }
  const sync = await syncLog({ root, configuration, apply, overwrite, environment, kept: credentials, progress: () => undefined, signal });
  const { create, update, failed, conflicts } = sync.counts;
  const from = isOwn ? `the environment (${TOKEN_VARIABLE}); it comes before one that VS Code keeps` : 'VS Code';
  return {
    headline: showable([`${syncWords(sync)}.`, stoppedWords(sync) ?? ''].join(' ').trim()),
    holds: sync.stopped === null && failed === 0 && conflicts === 0,
    document: { name: apply ? 'sync' : 'sync-plan', text: `${writeSync(sync, 'markdown', false)}\nThe token is that of ${from}.\n`, use: 'page' },
    pending: create + update > 0,
    conflicts: sync.rows.filter(({ differences }) => differences.some(({ standing }) => standing === 'conflict')).map(({ row }) => row),
  };
}
