// Installs what the repository needs, then runs a script of it. Plain JavaScript without
// dependencies: it is the first thing that runs on a fresh clone.
// Usage: node scripts/set-up.mjs SCRIPT.ts [ARGUMENTS …]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Archwright needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}

const marker = join(root, 'node_modules/.archwright-installed');
const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  console.error('Installing what Archwright is built with (once) …');
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) {
    console.error('npm could not install the dependencies; see its output above.');
    process.exit(2);
  }
  writeFileSync(marker, lock);
}

const ran = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', script), ...args], {
  stdio: 'inherit',
  cwd: process.cwd(),
  env: { ...process.env, ARCHWRIGHT_ROOT: root },
});
process.exit(ran.status ?? 2);
