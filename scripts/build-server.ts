/** Bundles the programs that run in Node: the command line, the language server, the worker. */
import { createHash } from 'node:crypto';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { flatCompiler } from './flat-compiler.ts';
import { onlyUsed } from './small-compiler.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Python parser and linter, read at run time; the linter's own script is kept separate so that it can be reloaded. */
const COPIED_FILES = [
  'web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm',
  '@astral-sh/ruff-wasm-nodejs/ruff_wasm_bg.wasm', '@astral-sh/ruff-wasm-nodejs/ruff_wasm.js',
];
/** Placeholder for the build id until the bundle's content is known. */
const PLACEHOLDER = 'ARCHWRIGHT_BUILD_MARK_PLACEHOLDER';

/**
 * The compiler is by far the largest part: one bundle serves all three programs, with only what reading files takes. Its
 * wrapper has a bundle of its own and so has the whole compiler, because only fixes and comparing interfaces need them,
 * and every worker would have to read them.
 */
const sharedCompiler: Plugin = {
  name: 'shared-compiler',
  setup(bundle) {
    bundle.onResolve({ filter: /^ts-morph$/ }, () => ({ path: './ts-morph.cjs', external: true }));
    bundle.onResolve({ filter: /^@ts-morph\/common$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]/.test(importer) ? undefined : { path: 'compiler', namespace: 'shared-compiler' },
    );
    bundle.onLoad({ filter: /./, namespace: 'shared-compiler' }, () => ({ contents: "exports.ts = require('./small-typescript.cjs');" }));
    bundle.onResolve({ filter: /^\.\/typescript$/ }, ({ importer }) =>
      /ts-morph-common\.js$/.test(importer) ? { path: './typescript.cjs', external: true } : undefined,
    );
    bundle.onResolve({ filter: /^\.\/small-typescript\.cjs$/ }, ({ path: file }) => ({ path: file, external: true }));
  },
};

/**
 * Leaves modules to another bundle, which is read when they are first needed.
 * @param modules as they are imported
 * @param file beside the bundle
 */
function inBundle(modules: RegExp, file: string): Plugin {
  return {
    name: file,
    setup(bundle) {
      bundle.onResolve({ filter: modules }, () => ({ path: file, namespace: file }));
      // Required, because an import of CommonJS is searched for exports first, which takes longer than to read it.
      bundle.onLoad({ filter: /./, namespace: file }, () => ({ contents: `module.exports = require('./${file}');` }));
      bundle.onResolve({ filter: /^\.\//, namespace: file }, ({ path: required }) => ({ path: required, external: true }));
    },
  };
}

/** Looks at a file that seems to hold a token of a vendor, which is rare. */
const SECRETLINT = "export { lintSource } from '@secretlint/core'; export { rules } from '@secretlint/secretlint-rule-preset-recommend';";
const ownSecretlint = inBundle(/^@secretlint\/(core|secretlint-rule-preset-recommend)$/, 'secretlint.cjs');
/** What the command line loads when it has started. */
const ownCommands = inBundle(/^\.\/run\.ts$/, 'commands.cjs');

/** The spinners that ora uses when it is not given one. It brings some ninety others along. */
const USED_SPINNERS = ['dots', 'line'];

/** Keeps only the spinners that are shown: the whole table is 32 kB of text, which would be parsed at every start of the command line. */
const fewSpinners: Plugin = {
  name: 'few-spinners',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]cli-spinners[\\/]spinners\.json$/ }, async ({ path: file }) => {
      const all = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      return { contents: JSON.stringify(Object.fromEntries(USED_SPINNERS.map((name) => [name, all[name]]))), loader: 'json' };
    });
  },
};

/**
 * @param outDir folder that receives `cli.cjs`, `commands.cjs`, `server.cjs`, `worker.cjs`, what they share, and piscina's `worker.js`
 * @returns what went into each bundle
 * @throws esbuild's BuildFailure, which names file and line
 */
export async function buildServer(outDir: string, options: { minify?: boolean } = {}): Promise<Metafile[]> {
  const common = {
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    format: 'cjs',
    minify: options.minify ?? false,
    legalComments: 'none',
    logLevel: 'error',
    // The CommonJS entry of some packages looks up its own files at run time; their ES modules can be bundled.
    mainFields: ['module', 'main'],
    // Its modules use `import.meta.url`, which a CommonJS bundle does not have.
    alias: { 'web-tree-sitter': path.join(ROOT, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
    // Optional native dependency of piscina, which works without it.
    external: ['@napi-rs/nice'],
    logOverride: { 'empty-import-meta': 'silent' },
    define: { ARCHWRIGHT_BUILD: JSON.stringify(PLACEHOLDER) },
    sourcemap: false,
    metafile: true,
  } satisfies BuildOptions;
  // Maps are for test coverage; packages omit them.
  const programs = {
    ...common,
    sourcemap: 'linked',
    sourcesContent: false,
    outdir: outDir,
    outExtension: { '.js': '.cjs' },
    plugins: [sharedCompiler, flatCompiler, ownSecretlint],
  } satisfies BuildOptions;
  const built: { metafile: Metafile }[] = [];
  const compiler = { typescript: 'node_modules/@ts-morph/common/dist/typescript.js', 'ts-morph': 'node_modules/ts-morph/dist/ts-morph.js' };
  built.push(await build({ ...common, entryPoints: compiler, outdir: outDir, outExtension: { '.js': '.cjs' }, plugins: [sharedCompiler] }));
  const small = { 'small-typescript': compiler.typescript };
  built.push(await build({
    ...common, entryPoints: small, outdir: outDir, outExtension: { '.js': '.cjs' }, plugins: [onlyUsed(path.join(ROOT, 'server/languages/typescript'))],
  }));
  built.push(await build({ ...common, stdin: { contents: SECRETLINT, resolveDir: ROOT }, outfile: path.join(outDir, 'secretlint.cjs') }));
  built.push(await build({ ...programs, entryPoints: { server: 'server/lsp/main.ts', worker: 'server/worker.ts' } }));
  built.push(await build({ ...programs, entryPoints: { commands: 'server/cli/run.ts' }, plugins: [...programs.plugins, fewSpinners] }));
  const ofCli = { entryPoints: { cli: 'server/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' }, plugins: [ownCommands] };
  built.push(await build({ ...programs, ...ofCli }));
  // Piscina starts its threads from a file of this name beside the bundle.
  built.push(await build({ ...common, entryPoints: { worker: 'node_modules/piscina/dist/worker.js' }, outdir: outDir }));
  await writeFile(path.join(outDir, 'package.json'), '{ "type": "commonjs" }\n');
  for (const file of COPIED_FILES) await copyFile(path.join(ROOT, 'node_modules', file), path.join(outDir, path.basename(file)));
  await markBuild(outDir, common.minify);
  await chmod(path.join(outDir, 'cli.cjs'), 0o755);
  return built.map(({ metafile }) => metafile);
}

/** Puts a hash of all that a worker judges files with into all bundles, so that cached results of another build are never used. */
async function markBuild(outDir: string, isMinified: boolean): Promise<void> {
  const hash = createHash('sha256');
  for (const name of ['worker.cjs', 'secretlint.cjs', 'small-typescript.cjs']) hash.update(await readFile(path.join(outDir, name)));
  const mark = hash.digest('hex').slice(0, 16);
  for (const name of ['cli.cjs', 'commands.cjs', 'server.cjs', 'worker.cjs']) {
    const file = path.join(outDir, name);
    const text = await readFile(file, 'utf8');
    // Otherwise comments are there too, which may hold any letter.
    if (isMinified) checkLetters(path.basename(file), text);
    await writeFile(file, text.replaceAll(PLACEHOLDER, mark));
  }
}

/** One letter beyond Latin-1 doubles what a whole bundle takes in memory, and the time to read it. The bundler escapes them, but not in a pattern. */
function checkLetters(name: string, text: string): void {
  const found = /.{0,60}[^\0-\xff].{0,20}/.exec(text)?.[0];
  if (found !== undefined) throw new Error(`${name}: write the letter of this pattern as \\u followed by its number: ${found}`);
}
