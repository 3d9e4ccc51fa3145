/**
 * `npm run slow-inputs -- [LEVELS] [--lines] [--only WORD] [--limit SECONDS] [--slow SECONDS]`: reviews files that are built to be
 * slow with the built program, each alone, and says what became of them.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonReport } from '../server/protocol/report.ts';
import { slowInputs, slowLines, type SlowInput } from '../test/kit/slow-inputs.ts';

const PROGRAM = join(import.meta.dirname, '../dist/cli.cjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'boolean', default: false }, only: { type: 'string', default: '' }, limit: { type: 'string', default: '60' },
    slow: { type: 'string', default: '0' },
  },
});

interface Outcome {
  seconds: number;
  megabytes: number;
  what: string;
}

/** Peak memory, in MB, of a process that still runs; 0 where the system does not say. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function review(input: SlowInput): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'slow-input-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/other.ts'), '/** One. */\nexport const one = 1;\n');
  writeFileSync(join(folder, 'src', input.file), input.text);
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'review', folder, '--format', 'json', '--no-cache'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid!))), 20);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, Number(values.limit) * 1000);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  clearTimeout(limit);
  const seconds = (performance.now() - started) / 1000;
  rmSync(folder, { recursive: true });
  return { seconds, megabytes, what: late ? 'OUT OF TIME' : becameOf(input, status, stdout, stderr) };
}

function becameOf(input: SlowInput, status: number | null, stdout: string, stderr: string): string {
  if (status !== 0 && status !== 1) return `EXIT ${status}: ${stderr.slice(0, 200)}`;
  const report = JSON.parse(stdout) as JsonReport;
  const skipped = report.files.skipped.find((each) => each.path.endsWith(input.file));
  const failed = report.findings.filter((each) => /failed/.test(each.message) && !/assert/i.test(each.message)).map((each) => each.message.slice(0, 160));
  const says = (stdout + stderr).includes('Maximum call stack') ? ' MAXIMUM CALL STACK' : '';
  return `${skipped === undefined ? 'analysed' : `skipped: ${JSON.stringify(skipped)}`}${says} ${[...new Set(failed)].join(' / ')}`;
}

async function main(): Promise<void> {
  const levels = Number(positionals[0] ?? 10_000);
  const inputs = (values.lines ? slowLines(levels) : slowInputs(levels)).filter((each) => each.name.includes(values.only));
  for (const input of inputs) {
    const { seconds, megabytes, what } = await review(input);
    if (seconds < Number(values.slow)) continue;
    console.log(`${input.name}\t${Math.round(input.text.length / 1024)} kB\t${seconds.toFixed(1)} s\t${Math.round(megabytes)} MB\t${what}`);
  }
}

void main();
