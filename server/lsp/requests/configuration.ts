/** `archwright/proposeConfiguration`: a configuration from what is there. Writes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { proposeFor } from '../../compose/propose.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { PROPOSE_CONFIGURATION, type ProposeParams, type ProposeResult } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { requireFolder } from './failure.ts';

/** Answers the request for a proposed configuration. */
export function onProposeConfiguration(session: Session): void {
  session.connection.onRequest(PROPOSE_CONFIGURATION, async (params: ProposeParams): Promise<ProposeResult> => {
    const { root } = requireFolder(session, params.folder).session;
    const { text } = await proposeFor(root);
    return { text, existing: existsSync(join(root, CONFIG_FILE)) ? CONFIG_FILE : null };
  });
}
