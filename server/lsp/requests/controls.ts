/** `archwright/controls`: gates and audit log of a folder. */
import { controlsOf } from '../../app/panel/controls.ts';
import { CONTROLS, type Controls, type ControlsParams } from '../../protocol/lsp.ts';
import type { Session } from '../session.ts';
import { answering, requireFolder } from './failure.ts';

/** Evaluates them when somebody asks, and never by itself. */
export function onControls(session: Session): void {
  session.connection.onRequest(CONTROLS, answering(async ({ folder }: ControlsParams): Promise<Controls> => {
    return controlsOf({ folder: requireFolder(session, folder).edited, git: session.trusted });
  }));
}
