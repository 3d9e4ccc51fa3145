/**
 * `npm run fuzz -- [SECONDS] [--seed N] [--only KIND] [--processes N] [--keep]`: reviews mutated files of every kind that the product
 * reads, guided by the code that they reach, and says which fail; with `--keep`, they are added to the corpus in `test/fuzz`.
 *
 * Mutations and guidance are our own, because no kept library fits: jsfuzz is no longer published, the native part of Jazzer.js does not
 * start with the C library of Debian 12, and fast-check, which gives the random bytes, is not guided. V8 counts what ran.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepInput } from '../../test/kit/fuzz/corpus.ts';
import { kindOf, type FuzzFile } from '../../test/kit/fuzz/seeds.ts';
import { kindOfFault } from '../../test/kit/fuzz/shrink.ts';
import type { ChildMessage, ChildOptions } from './child.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) }, only: { type: 'string', default: '' }, processes: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

/** What a file may take in a worker of the product, in seconds. */
const LIMIT_S = 30;
const MOST_HEAP_MB = 1024;
/** With WebAssembly's memory, the compiler and all seeds. */
const MOST_RESIDENT_MB = 1800;

const counts = { inputs: 0, reaching: 0, blocks: 0, slowest: 0, slowestPath: '', resident: 0 };
const faults = new Set<string>();

function failed(file: FuzzFile, fault: string): void {
  const kind = kindOfFault(fault);
  if (faults.has(kind)) return;
  faults.add(kind);
  const kept = values.keep ? ` Kept as ${keepInput({ ...file, fault: fault.split('\n')[0]! })}.` : '';
  console.log(`\n✖ ${kindOf(file.path)} (${file.path}): ${fault}${kept}\n${JSON.stringify(file.text.slice(0, 2000))}`);
}

/** Runs a process until the time is over; one that hangs or dies is replaced. */
async function keepRunning(seed: number, until: number): Promise<void> {
  for (let again = 0; performance.now() < until; again++) {
    const options: ChildOptions = { seed: seed + again * 1_000_000, only: values.only, known: [...faults] };
    await new Promise<void>((resolve) => {
      const child = fork(join(import.meta.dirname, 'child.ts'), [JSON.stringify(options)], {
        execArgv: ['--import', 'tsx', `--max-old-space-size=${MOST_HEAP_MB}`],
      });
      let current: { file: FuzzFile; since: number } | null = null;
      let isOver = false;
      const clock = setInterval(() => {
        const late = current !== null && performance.now() - current.since > LIMIT_S * 1000;
        if (late) failed(current!.file, `hangs: no end after ${LIMIT_S} s`);
        isOver = late || performance.now() > until;
        if (isOver) child.kill('SIGKILL');
      }, 200);
      child.on('message', (message: ChildMessage) => {
        if (message.what === 'starts') current = { file: message.file, since: performance.now() };
        else if (message.what === 'failed') failed(message.file, message.fault);
        else if (current !== null) {
          count(current.file, performance.now() - current.since, message);
          current = null;
        }
      });
      child.on('exit', (code, signal) => {
        clearInterval(clock);
        if (!isOver && current !== null) failed(current.file, `the process died (${code ?? signal})`);
        if (!isOver && current === null) throw new Error('the process could not be started');
        resolve();
      });
    });
  }
}

function count({ path }: FuzzFile, took: number, { blocks, reached, resident }: Extract<ChildMessage, { what: 'ended' }>): void {
  counts.inputs++;
  counts.blocks = Math.max(counts.blocks, blocks);
  counts.reaching = Math.max(counts.reaching, reached);
  if (took > counts.slowest) Object.assign(counts, { slowest: took, slowestPath: path });
  if (resident > MOST_RESIDENT_MB && counts.resident <= MOST_RESIDENT_MB)
    console.log(`\n✖ ${Math.round(resident)} MB after ${counts.inputs} inputs, the last ${path}`);
  counts.resident = Math.max(counts.resident, resident);
}

async function main(): Promise<void> {
  const seconds = Number(positionals[0] ?? 60);
  console.log(`${seconds} s with seed ${values.seed}`);
  const until = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: Number(values.processes) }, (_, at) => keepRunning(Number(values.seed) + at * 10_000, until)));
  const { inputs, reaching, blocks, slowest, slowestPath, resident } = counts;
  console.log(`\n${inputs} inputs, ${reaching} of a process reached new code, ${blocks} blocks in all; slowest ${Math.round(slowest)} ms (${slowestPath}); `
    + `peak ${Math.round(resident)} MB; ${faults.size} kinds of faults`);
  process.exitCode = faults.size > 0 || resident > MOST_RESIDENT_MB ? 1 : 0;
}

void main().then(() => process.exit());
