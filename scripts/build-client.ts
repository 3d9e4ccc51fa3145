/** Bundles the extension's own code: dist/extension.cjs. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @param outDir folder that receives `extension.cjs`.
 * @param options `minify` for the published package.
 * @returns what went into the bundle.
 * @throws esbuild's BuildFailure, which names file and line.
 */
export async function buildClient(outDir: string, options: { minify?: boolean } = {}): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['client/extension.ts'],
    outfile: path.join(outDir, 'extension.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    minify: options.minify ?? false,
    // The map is for test coverage; packages omit it.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
  });
  return metafile;
}
