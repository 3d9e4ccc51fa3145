/** What front ends may know about the program itself. */
import { join } from 'node:path';
import { PACKAGE_ROOT, VERSION } from '../compose/program.ts';

export const PROGRAM = {
  version: VERSION,
  /** The built language server. */
  serverFile: join(PACKAGE_ROOT, 'dist/server.cjs'),
} as const;
