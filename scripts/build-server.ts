/** Bundles the programs that run in Node: the command line, the language server, the worker. */
import { createHash } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Stands for the build's mark until the bundle's own content is known. */
const PLACEHOLDER = 'ARCHWRIGHT_BUILD_MARK_PLACEHOLDER';

/**
 * @param outDir folder that receives `cli.cjs`, `server.cjs`, `worker.cjs` and piscina's `worker.js`
 * @throws esbuild's BuildFailure, which names file and line
 */
export async function buildServer(outDir: string, options: { minify?: boolean } = {}): Promise<void> {
  const common: BuildOptions = {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: options.minify ?? false,
    // Names of classes and functions stay: errors name them.
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
    define: { ARCHWRIGHT_BUILD: JSON.stringify(PLACEHOLDER) },
    sourcemap: false,
  };
  await build({
    ...common,
    entryPoints: { server: 'server/lsp/main.ts', worker: 'server/worker.ts' },
    outdir: outDir,
    outExtension: { '.js': '.cjs' },
  });
  await build({ ...common, entryPoints: { cli: 'server/cli/main.ts' }, outdir: outDir, outExtension: { '.js': '.cjs' }, banner: { js: '#!/usr/bin/env node' } });
  // Piscina starts its threads from a file of this name beside the bundle.
  await build({ ...common, entryPoints: { worker: 'node_modules/piscina/dist/worker.js' }, outdir: outDir });
  await writeFile(path.join(outDir, 'package.json'), '{ "type": "commonjs" }\n');
  await markBuild(outDir);
  await chmod(path.join(outDir, 'cli.cjs'), 0o755);
}

/** Puts a hash of the worker into all bundles: results of another build are never taken from the cache. */
async function markBuild(outDir: string): Promise<void> {
  const files = ['cli.cjs', 'server.cjs', 'worker.cjs'].map((name) => path.join(outDir, name));
  const mark = createHash('sha256').update(await readFile(path.join(outDir, 'worker.cjs'))).digest('hex').slice(0, 16);
  for (const file of files) await writeFile(file, (await readFile(file, 'utf8')).replaceAll(PLACEHOLDER, mark));
}
