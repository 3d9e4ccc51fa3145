/**
 * `npm test`: all checks, suite by suite, with the total counts at the end.
 * A full run measures coverage of the sources, in this process, in the programs that tests
 * start, in the browser and in VS Code, and ends with the review of this repository, which uses it.
 * What this machine cannot run is reported at the end with the reason. It fails the run only with CI=true.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CouldNotRun } from '../test/kit/could-not-run.ts';

interface Counts { passed: number; failed: number; skipped: number; couldNotRun: CouldNotRun[] }

interface Suite {
  name: string;
  /** Arguments of node; a mocha suite reports its own counts, any other is one test. */
  args: string[];
  mocha: boolean;
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (path: string): string => join(ROOT, 'node_modules', path);
const mocha = (name: string, ...files: string[]): Suite => ({
  name,
  mocha: true,
  args: ['--import', 'tsx', bin('mocha/bin/mocha.js'), '--reporter', join(ROOT, 'test/kit/reporter.cjs'), '--timeout', '60000', '--exit', ...files],
});

/** The folders of `test` that hold tests, but for these. */
function restOf(others: readonly string[]): string[] {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  return [...new Set(names.map((name) => name.split(sep)[0]!))].filter((folder) => !others.includes(folder)).sort();
}

const SUITES: Suite[] = [
  { name: 'generated files', mocha: false, args: ['--import', 'tsx', 'scripts/generate/index.ts', '--check'] },
  { name: 'types', mocha: false, args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'eslint', mocha: false, args: [bin('eslint/bin/eslint.js'), '.'] },
  { name: 'build', mocha: false, args: ['--import', 'tsx', 'scripts/build.ts', '--minify'] },
  mocha('rules', 'test/rules/**/*.test.ts'),
  // Every folder without a suite of its own, so that a new one is run too.
  mocha('engine', ...restOf(['rules', 'arch', 'cli', 'lsp', 'panel', 'host', 'own']).map((folder) => `test/${folder}/**/*.test.ts`)),
  mocha('architecture', 'test/arch/**/*.test.ts'),
  mocha('command line', 'test/cli/**/*.test.ts'),
  mocha('language server', 'test/lsp/**/*.test.ts'),
  mocha('panel in a browser', 'test/panel/**/*.test.ts'),
  mocha('extension in VS Code', 'test/host/host.test.ts'),
  mocha('own repository', 'test/own/**/*.test.ts'),
];

const COVERAGE = join(ROOT, 'coverage');
const RAW = join(COVERAGE, 'raw');

/** @param unmeasured earlier suites that could not run in full, so that their coverage is unknown */
function run(suite: Suite, folder: string, measured: boolean, unmeasured: readonly string[]): Counts {
  const counts = join(folder, `${SUITES.indexOf(suite)}.json`);
  process.stdout.write(`\n── ${suite.name}\n`);
  const last = suite.name === 'own repository';
  if (measured && last) {
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/coverage.ts', RAW, COVERAGE], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    rmSync(RAW, { recursive: true, force: true });
  }
  const env = {
    ...process.env,
    ARCHWRIGHT_COUNTS: counts,
    ARCHWRIGHT_NOT_MEASURED: unmeasured.join(', '),
    ...(measured && suite.mocha && !last ? { NODE_V8_COVERAGE: RAW } : {}),
  };
  const { status } = spawnSync(process.execPath, suite.args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env });
  if (!suite.mocha) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, couldNotRun: [] };
  try {
    const found = JSON.parse(readFileSync(counts, 'utf8')) as Counts;
    // A suite that crashes after its last test, or ran no tests, has not passed.
    return status === 0 && found.passed + found.skipped > 0 ? found : { ...found, failed: Math.max(1, found.failed) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, couldNotRun: [] };
  }
}

/** The reasons for skipped tests, each once. */
function notRun(): string {
  const lines = results.filter(({ counts }) => counts.skipped > 0).flatMap(({ suite, counts }) => {
    const why = [...new Set(counts.couldNotRun.map((each) => each.why))];
    return (why.length > 0 ? why : ['skipped without a reason']).map((each) => `Could not run: ${suite.name} (${counts.skipped} skipped): ${each}`);
  });
  return `${lines.join('\n')}\n${demanded ? 'With CI=true this fails the run.\n' : 'The run passes or fails by the tests that did run.\n'}`;
}

const only = process.argv.slice(2);
const chosen = only.length === 0 ? SUITES : SUITES.filter((suite) => only.some((word) => suite.name.includes(word)));
const folder = mkdtempSync(join(tmpdir(), 'archwright-test-'));
const measured = chosen.length === SUITES.length;
if (measured) rmSync(COVERAGE, { recursive: true, force: true });
const results: { suite: Suite; counts: Counts }[] = [];
for (const suite of chosen)
  results.push({
    suite,
    counts: run(
      suite,
      folder,
      measured,
      results.filter(({ counts }) => counts.skipped > 0).map((each) => each.suite.name),
    ),
  });
rmSync(folder, { recursive: true, force: true });

const sum = (key: 'passed' | 'failed' | 'skipped'): number => results.reduce((total, { counts }) => total + counts[key], 0);
process.stdout.write('\n');
for (const { suite, counts } of results)
  process.stdout.write(`${counts.failed > 0 ? '✖' : '✔'} ${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
const demanded = process.env['CI'] === 'true' && sum('skipped') > 0;
if (sum('skipped') > 0) process.stdout.write(`\n${notRun()}`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
process.exit(sum('failed') > 0 || demanded ? 1 : 0);
