/** Bundles a suite for the extension host, which loads CommonJS. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/**
 * @param folder folder of the suite's `*.test.ts`.
 * @returns path of the bundle's entry, which exports `run()`. It lies inside the project so that
 * `mocha` is found from there.
 */
export async function bundleSuite(folder: string): Promise<string> {
  const outdir = path.join(ROOT, '.vscode-host', path.relative(path.join(ROOT, 'test', 'host'), folder).replaceAll(path.sep, '-'));
  rmSync(outdir, { recursive: true, force: true });
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Error(`no test in ${folder}`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [
      { in: path.join(import.meta.dirname, 'suite-entry.ts'), out: 'index' },
      ...tests.map((name) => ({ in: path.join(folder, name), out: name.replace(/\.ts$/u, '') })),
    ],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  return path.join(outdir, 'index.cjs');
}
