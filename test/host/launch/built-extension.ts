/** The extension as it was built. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The project's folder, whose `dist` holds a whole build. @throws when a part is missing. */
export function builtExtension(): string {
  const missing = ['extension.cjs', 'server.cjs', 'panel/panel.js', 'archwright.schema.json'].filter((part) => !existsSync(path.join(ROOT, 'dist', part)));
  if (missing.length > 0) throw new Error(`dist holds no ${missing.join(', ')}; run "npm run build" first`);
  return ROOT;
}
