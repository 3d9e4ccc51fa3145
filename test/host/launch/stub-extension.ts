/** The extension with the test double in place of its language server. */
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildClient } from '../../../scripts/build-client.ts';
import type { Session } from './session.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Puts the extension together inside the session. @returns its folder. */
export async function stubExtension(session: Session): Promise<string> {
  const folder = path.join(session.folder, 'extension');
  const parts = [
    'package.json', 'package.nls.json', 'package.nls.es.json', 'client/l10n', 'media/icons', 'media/walkthrough', 'dist/panel', 'dist/archwright.schema.json',
  ];
  for (const part of parts) {
    if (existsSync(path.join(ROOT, part))) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  await buildClient(path.join(folder, 'dist'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/host/stub/server.ts'],
    outfile: path.join(folder, 'dist', 'server.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  });
  return folder;
}
