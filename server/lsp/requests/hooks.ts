/** `archwright/hooks`: the review before each commit, added or taken away. */
import { GitError } from '../../host/git.ts';
import { installHook, removeHook } from '../../host/git-hooks.ts';
import { HOOKS, type HooksParams, type HooksResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { requireFolder, RequestFailure } from './failure.ts';

/** Answers the request to install or remove git hooks. */
export function onHooks(session: Session): void {
  session.connection.onRequest(HOOKS, async (params: HooksParams): Promise<HooksResult> => {
    const { root } = requireFolder(session, params.folder).session;
    if (!session.trusted) throw new RequestFailure('Git hooks are left alone in an untrusted workspace.');
    try {
      return { message: params.action === 'install' ? await installHook(root) : await removeHook(root) };
    } catch (error) {
      if (error instanceof GitError) throw new RequestFailure(`The hook could not be changed: ${error.message}.`);
      throw error;
    }
  });
}
