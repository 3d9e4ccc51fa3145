/** Where the program lies: the folder that holds `dist/`, `docs/` and `package.json`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The bundled program is CommonJS and knows its folder; the sources are modules and know their address. */
export const PACKAGE_ROOT: string = typeof __dirname === 'string' ? join(__dirname, '..') : join(dirname(fileURLToPath(import.meta.url)), '../..');
