/** The script that worker threads run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from './build-id.ts';
import { PACKAGE_ROOT } from './package-root.ts';

/** The built worker beside the built program; null when the sources run as they are. */
export function workerFile(): string | null {
  const file = join(PACKAGE_ROOT, 'dist/worker.cjs');
  return BUILD !== null && existsSync(file) ? file : null;
}
