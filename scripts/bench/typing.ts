/** How long the real server takes from an edit to its diagnostics, in the same file and in another. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LspClient } from '../../test/kit/lsp-client.ts';
import { peakOf, percentile } from './measure.ts';
import { against } from './shared.ts';

export interface Typing {
  sameFile: { p50: number; p95: number };
  /** Null when no pair of files could be found. */
  otherFile: { p50: number; p95: number } | null;
  /** Of a request sent right after an edit. */
  request: { p50: number; p95: number };
  peakMegabytes: number | null;
}

const MARK = 'archwrightBenchMark';

/** What is typed in a language, and what must be reported. */
export interface Probe {
  /** Adds something that a rule finds. */
  withFault(text: string): string;
  rule: string;
  /** A file of the workspace that another one imports; null when there is none. */
  importedBy(text: string, from: string, paths: readonly string[]): string | null;
  /** Adds an import that closes a cycle. */
  withImport(text: string, from: string, to: string): string;
}

export const TYPESCRIPT_PROBE: Probe = {
  // A swallowed error: a finding that comes and goes with the edit.
  withFault: (text) => `${text}\nexport function ${MARK}(given: string): void {\n  try {\n    JSON.stringify(given);\n    given.trim();\n  } catch {}\n}\n`,
  rule: 'quality/swallowed-error',
  importedBy,
  withImport: (text, from, to) => `import * as ${MARK} from '${relativeImport(from, to)}';\n${text}\nexport const ${MARK}Use = ${MARK};\n`,
};

export const PYTHON_PROBE: Probe = {
  withFault: (text) => `${text}\n\ndef archwright_bench_mark(given: list[str] = []) -> int:\n    """Marks."""\n    return len(given)\n`,
  rule: 'quality/mutable-default',
  importedBy: (text, _, paths) => {
    const known = new Set(paths);
    return [...text.matchAll(/^from (shop\.\S+) import /gm)].map((match) => `src/${match[1]!.replaceAll('.', '/')}.py`).find((path) => known.has(path)) ?? null;
  },
  withImport: (text, _, to) =>
    `${text}\n\nimport ${to
      .replace(/^src\//, '')
      .replace(/\.py$/, '')
      .replaceAll('/', '.')} as archwright_bench_mark\n\nUSED = archwright_bench_mark\n`,
};

/**
 * @param root the workspace
 * @param paths its sources, relative
 * @param edits how many edits of each kind
 * @param env of the server
 * @param probe what is typed
 */
export async function measureTyping(root: string, paths: readonly string[], edits: number, env: Record<string, string>, probe: Probe): Promise<Typing> {
  const client = await LspClient.start([root], { env, settings: { trackReviews: false }, follows: 'state' });
  await client.until('the first review', () => client.state?.busy === false && client.state.folders[0]?.versions.score !== undefined, 300_000);
  const target = paths[Math.floor(paths.length / 2)]!;
  const file = join(root, target);
  const text = readFileSync(file, 'utf8');
  await client.open(file);

  const sameFile: number[] = [];
  const request: number[] = [];
  for (let turn = 0; turn < edits; turn++) {
    const has = turn % 2 === 0;
    const edited = has ? probe.withFault(text) : text;
    const started = performance.now();
    await client.edit(file, edited);
    const asked = performance.now();
    const answer = client.connection.sendRequest('archwright/rules').then(() => request.push(performance.now() - asked));
    const shows = (): boolean => client.rulesIn(file).includes(probe.rule);
    await client.until('the finding in the same file', () => shows() === has, 60_000);
    sameFile.push(performance.now() - started);
    await answer;
    await new Promise((next) => setTimeout(next, 40 + (turn % 7) * 20));
  }

  const otherFile: number[] = [];
  const imported = probe.importedBy(text, target, paths);
  if (imported !== null) {
    const other = join(root, imported);
    const otherText = readFileSync(other, 'utf8');
    await client.open(other);
    for (let turn = 0; turn < edits; turn++) {
      const has = turn % 2 === 0;
      const started = performance.now();
      await client.edit(other, has ? probe.withImport(otherText, imported, target) : otherText);
      await client.until('the cycle in the other file', () => client.rulesIn(file).includes('architecture/import-cycle') === has, 60_000);
      otherFile.push(performance.now() - started);
      await new Promise((next) => setTimeout(next, 40 + (turn % 7) * 20));
    }
  }
  const peakMegabytes = peakOf(client.process.pid!);
  await client.stop();
  const both = (values: number[]): { p50: number; p95: number } => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
  return { sameFile: both(sameFile), otherFile: otherFile.length > 0 ? both(otherFile) : null, request: both(request), peakMegabytes };
}

/**
 * @param typing measured
 * @param bars targets: 95th percentile in milliseconds, and the server's memory
 */
export function printTyping({ sameFile, otherFile, request, peakMegabytes }: Typing, bars: { sameFile: number; otherFile: number; megabytes: number }): void {
  console.log(`edit → same file     p50 ${sameFile.p50.toFixed(0)} ms, p95 ${against(sameFile.p95, bars.sameFile, 'ms')}`);
  if (otherFile) console.log(`edit → other file    p50 ${otherFile.p50.toFixed(0)} ms, p95 ${against(otherFile.p95, bars.otherFile, 'ms')}`);
  else console.log('edit → other file    no file of this workspace has an import that can be reversed');
  console.log(`request behind edit  p50 ${request.p50.toFixed(0)} ms, p95 ${request.p95.toFixed(0)} ms`);
  console.log(`server's peak memory ${against(peakMegabytes, bars.megabytes, 'MB')}`);
}

/** A workspace file that the target imports by a relative path. */
function importedBy(text: string, target: string, paths: readonly string[]): string | null {
  const known = new Set(paths);
  const folder = target.split('/').slice(0, -1).join('/');
  for (const match of text.matchAll(/from '(\.[^']+)'/g)) {
    const joined = new URL(match[1]!, `file:///${folder}/`).pathname.slice(1);
    for (const candidate of [`${joined}.ts`, joined.replace(/\.js$/, '.ts'), `${joined}/index.ts`]) if (known.has(candidate)) return candidate;
  }
  return null;
}

function relativeImport(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up === '' ? './' : up}${to.replace(/\.ts$/, '')}`;
}
