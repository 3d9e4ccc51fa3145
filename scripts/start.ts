/** `npm start [-- PATH]`: builds what is missing and reviews a folder, by default the example workspace. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const named = process.argv[2];
// npm runs scripts in the repository; INIT_CWD is where the user typed.
const folder = named === undefined ? join(ROOT, 'examples/shop') : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
const report = join(ROOT, 'dist/report.html');

function run(args: string[], quiet = false): number {
  return spawnSync(process.execPath, args, { stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit', cwd: ROOT }).status ?? 2;
}

/** When the newest source was changed, in milliseconds. */
function newestSource(): number {
  return ['server', 'client', 'media', 'scripts']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, folder, path)))
    .reduce((newest, path) => Math.max(newest, statSync(path).mtimeMs), 0);
}

if (!existsSync(join(ROOT, 'dist/cli.cjs')) || statSync(join(ROOT, 'dist/cli.cjs')).mtimeMs < newestSource()) {
  process.stderr.write('Building …\n');
  if (run(['--import', 'tsx', join(ROOT, 'scripts/build.ts')]) !== 0) process.exit(2);
}
mkdirSync(dirname(report), { recursive: true });
const status = run([join(ROOT, 'dist/cli.cjs'), 'review', folder]);
if (status === 2) process.exit(2);
run([join(ROOT, 'dist/cli.cjs'), 'review', folder, '--format', 'html', '--output', report, '--quiet'], true);
process.stdout.write(`\nThe same as a page, with the block graph: ${relative(process.env['INIT_CWD'] ?? process.cwd(), report) || report}\n`);
if (named === undefined) process.stdout.write('This was the example in examples/shop. Review your own code: npm start -- PATH\n');
