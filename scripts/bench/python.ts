/**
 * `npm run bench -- --python`: a review of Python compared with a bare linter run over the same files
 * in the same run. Ratios count; seconds depend on the machine and its load.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, against, ROOT } from './shared.ts';
import { measure, percentile, type Measurement } from './measure.ts';
import { generatePythonWorkspace } from './python-workspace.ts';
import { measureTyping, printTyping, PYTHON_PROBE } from './typing.ts';

const FILES = 2500;
const BYTES = 20_000_000;
const EDITS = 60;
const ROUNDS = 3;
/** The linter's WebAssembly uses baseline code, as in the program, so that both run the same. */
const FIRST_CODE = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

interface Bare { seconds: number; processorSeconds: number; messages: number }

function bareRuff(root: string): Bare {
  const { stdout } = spawnSync(process.execPath, [...FIRST_CODE, '--import', 'tsx', join(ROOT, 'scripts/bench/bare-ruff.ts'), root], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(stdout) as Bare;
}

/** Measures and prints. */
export async function benchPython(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'archwright-bench-'));
  const root = join(work, 'workspace');
  const { files, bytes, paths } = generatePythonWorkspace(root, FILES, BYTES);
  console.log(
    `${files} Python files, ${(bytes / 1e6).toFixed(1)} MB; ${cpus().length} × `
      + `${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}; load before: `
      + `${loadavg()[0]!.toFixed(1)}`,
  );
  build();
  const env = { ARCHWRIGHT_CACHE: join(work, 'cache') };
  const review = [process.execPath, join(ROOT, 'dist/cli.cjs'), 'review', root, '--format', 'json', '--quiet'];
  // Alternating, so that other load affects both.
  const rounds: { bare: Bare; cold: Measurement; warm: Measurement }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = bareRuff(root);
    rmSync(env.ARCHWRIGHT_CACHE, { recursive: true, force: true });
    const cold = await measure(review, root, env);
    const warm = await measure(review, root, env);
    rounds.push({ bare, cold, warm });
    console.log(
      `round ${round + 1}              bare ${bare.seconds.toFixed(2)} s (${bare.messages} messages), cold `
        + `${cold.seconds.toFixed(2)} s = ${(cold.seconds / bare.seconds).toFixed(2)} × (on the processors `
        + `${bare.processorSeconds.toFixed(1)} s and ${cold.processorSeconds?.toFixed(1) ?? '?'} s), warm `
        + `${warm.seconds.toFixed(2)} s; load ${loadavg()[0]!.toFixed(1)}`,
    );
  }
  // Seconds from the best round, ratio from the median one: both halves of a round had the same load.
  const best = (key: 'bare' | 'cold' | 'warm'): number => Math.min(...rounds.map((round) => round[key].seconds));
  const ratio = (key: 'cold' | 'warm'): string =>
    `${percentile(
      rounds.map((round) => round[key].seconds / round.bare.seconds),
      0.5,
    ).toFixed(2)} × the bare pass`;
  const busy = rounds.flatMap(({ bare, cold }) => (cold.processorSeconds === null ? [] : [cold.processorSeconds / bare.processorSeconds]));
  const peaks = rounds.flatMap(({ cold }) => (cold.peakMegabytes === null ? [] : [cold.peakMegabytes]));
  console.log(`bare pass of ruff    ${best('bare').toFixed(2)} s (best of ${ROUNDS})`);
  console.log(`review, cold         ${against(best('cold'), 20, 's', 1)} = ${ratio('cold')}`);
  if (busy.length > 0) console.log(`  on the processors  ${percentile(busy, 0.5).toFixed(2)} × the bare pass, all threads together`);
  console.log(`review, warm         ${best('warm').toFixed(2)} s = ${ratio('warm')}`);
  console.log(`peak memory          ${against(peaks.length > 0 ? Math.max(...peaks) : null, 800, 'MB')}`);

  const modules = paths.filter((path) => !path.endsWith('__init__.py'));
  const typing = await measureTyping(root, modules, EDITS, env, PYTHON_PROBE);
  printTyping(typing, { sameFile: 150, otherFile: 150, megabytes: 800 });
  rmSync(work, { recursive: true, force: true });
}
