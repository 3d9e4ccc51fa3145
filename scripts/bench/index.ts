/**
 * `npm run bench [-- PATH | --python | --panel | --memory [EDITS]]`: speed and memory compared with dependency-cruiser on the same files in the
 * same run. Ratios count; seconds depend on the machine.
 */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureLenses, printLenses } from './lenses.ts';
import { measure, type Measurement } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchPanel } from './panel.ts';
import { benchPython } from './python.ts';
import { against, build, ROOT } from './shared.ts';
import { measureTravel, printTravel } from './travel.ts';
import { measureTyping, printTyping, TYPESCRIPT_PROBE } from './typing.ts';
import { generateWorkspace } from './workspace.ts';

const FILES = 2500;
const BYTES = 10_000_000;
const EDITS = 60;
/** The machine's speed varies: with several rounds, each program gets a good one. */
const ROUNDS = 5;

/** One rule against cycles, one between layers: what both programs look for. */
const CRUISER_RULES = `module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'layers', severity: 'error', from: { path: '/data/' }, to: { path: '/(presentation|business)/' } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' } },
};
`;

function sourcesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path) && !path.endsWith('.d.ts'))
    .sort();
}

function ratio(value: number, reference: number, bar: number): string {
  const found = value / reference;
  return `${found.toFixed(2)} × (target: ${bar} ×) ${found <= bar ? '✔' : '✖'}`;
}

async function main(): Promise<void> {
  const named = process.argv[2];
  const work = mkdtempSync(join(tmpdir(), 'archwright-bench-'));
  const root = named === undefined ? join(work, 'workspace') : resolve(process.env['INIT_CWD'] ?? '.', named);
  if (named === undefined) generateWorkspace(root, FILES, BYTES);
  const paths = sourcesIn(root);
  const bytes = paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  console.log(
    `${paths.length} files, ${(bytes / 1e6).toFixed(1)} MB; ${cpus().length} × `
      + `${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`,
  );
  build();

  const rules = join(work, 'cruiser.cjs');
  writeFileSync(rules, CRUISER_RULES);
  const env = { ARCHWRIGHT_CACHE: join(work, 'cache') };
  const review = [process.execPath, join(ROOT, 'dist/cli.cjs'), 'review', root, '--format', 'json', '--quiet'];
  // Alternating, so that other load affects both.
  const rounds: { cruiser: Measurement; cold: Measurement; warm: Measurement }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const cruiser = await measure(
      [
        process.execPath,
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        rules,
        '--output-type',
        'err',
        ...(named === undefined ? ['src'] : ['.']),
      ],
      root,
    );
    rmSync(env.ARCHWRIGHT_CACHE, { recursive: true, force: true });
    const cold = await measure(review, root, env);
    const warm = await measure(review, root, env);
    rounds.push({ cruiser, cold, warm });
  }
  const best = (key: 'cruiser' | 'cold' | 'warm'): Measurement => rounds.map((round) => round[key]).sort((a, b) => a.seconds - b.seconds)[0]!;
  const [cruiser, cold, warm] = [best('cruiser'), best('cold'), best('warm')];
  console.log(`dependency-cruiser   ${cruiser.seconds.toFixed(2)} s, ${cruiser.peakMegabytes?.toFixed(0) ?? '?'} MB (best of ${ROUNDS})`);
  console.log(`review, cold         ${cold.seconds.toFixed(2)} s = ${ratio(cold.seconds, cruiser.seconds, 0.5)}`);
  console.log(`review, warm         ${warm.seconds.toFixed(2)} s = ${ratio(warm.seconds, cruiser.seconds, 0.15)}`);
  console.log(`peak memory          ${against(cold.peakMegabytes, 600, 'MB')}`);

  const typing = await measureTyping(root, paths, EDITS, env, TYPESCRIPT_PROBE);
  printTyping(typing, { sameFile: 100, otherFile: 300, megabytes: 600 });
  printTravel(await measureTravel(root, paths[Math.floor(paths.length / 2)]!, TYPESCRIPT_PROBE));
  printLenses(await measureLenses(root, paths, EDITS, env));
  rmSync(work, { recursive: true, force: true });
}

const SUITES: Readonly<Record<string, () => Promise<void>>> = {
  '--python': benchPython, '--panel': benchPanel, '--memory': () => benchMemory(process.argv[3] === undefined ? undefined : Number(process.argv[3])),
};
await (SUITES[process.argv[2] ?? ''] ?? main)();
