/** An extension of the name and the settings of Ruff's, which does nothing: enough to be told apart from none. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Session } from './session.ts';

/** Puts it among the session's installed extensions. */
export function installRuffStandIn(session: Session): void {
  const folder = path.join(session.extensions, 'charliermarsh.ruff-1.0.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name: 'ruff',
      publisher: 'charliermarsh',
      version: '1.0.0',
      engines: { vscode: '*' },
      contributes: {
        configuration: { properties: { 'ruff.enable': { type: 'boolean', default: true }, 'ruff.lint.enable': { type: 'boolean', default: true } } },
      },
    }),
  );
}
