/** Mutates and examines without end. What it works on is told before, so that the process can be stopped and the input is known. */
import fc from 'fast-check';
import { examine } from '../../test/kit/fuzz/examine.ts';
import { fileOf } from '../../test/kit/fuzz/mutate.ts';
import { seedsByKind, type FuzzFile } from '../../test/kit/fuzz/seeds.ts';
import { kindOfFault, shrunk } from '../../test/kit/fuzz/shrink.ts';
import { Coverage } from './coverage.ts';

export interface ChildOptions {
  seed: number;
  /** A kind of file, or empty for all. */
  only: string;
  /** Faults that are known. */
  known: string[];
}

export type ChildMessage =
  | { what: 'starts'; file: FuzzFile }
  | { what: 'ended'; blocks: number; reached: number; resident: number }
  | { what: 'failed'; file: FuzzFile; fault: string };

const say = (message: ChildMessage): void => void process.send!(message);

const AT_A_TIME = 100;
/** Of three inputs, two are made of one that reached new code. */
const FRESH = 3;
/** Asking what ran takes as long as two inputs, so several are asked about at once. */
const ASKED_TOGETHER = 4;

/** Some bytes of an input that reached new code, changed, cut or followed by others. */
function variant(before: Uint8Array, random: Uint8Array): Uint8Array {
  const at = random[0]! % before.length;
  switch (random[1]! % 3) {
    case 0: return Uint8Array.from(before.with(at, random[2]!));
    case 1: return Uint8Array.from([...before, ...random.slice(2, 14)]);
    default: return Uint8Array.from([...before.slice(0, at), ...random.slice(2)]);
  }
}

async function main({ seed, only, known }: ChildOptions): Promise<void> {
  const seeds = [...seedsByKind()].filter(([kind, files]) => files.length > 0 && (only === '' || kind === only)).map(([, files]) => files);
  const coverage = new Coverage();
  const reached: Uint8Array[] = [];
  let asked: Uint8Array[] = [];
  const faults = new Set(known);
  for (let round = 0; ; round++) {
    const samples = fc.sample(fc.uint8Array({ minLength: 6, maxLength: 60 }), { numRuns: AT_A_TIME, seed: seed + round });
    for (const [index, random] of samples.entries()) {
      const before = reached[(random[3]! * 256 + random[4]!) % Math.max(1, reached.length)];
      const bytes = before === undefined || index % FRESH === 0 ? random : variant(before, random);
      const file = fileOf(seeds, bytes);
      say({ what: 'starts', file });
      const fault = await examine(file);
      asked.push(bytes);
      if (asked.length === ASKED_TOGETHER) {
        if (coverage.grew()) reached.push(...asked);
        asked = [];
      }
      say({ what: 'ended', blocks: coverage.size, reached: reached.length, resident: process.memoryUsage.rss() / 1e6 });
      if (fault === undefined || faults.has(kindOfFault(fault))) continue;
      faults.add(kindOfFault(fault));
      say({ what: 'failed', file: await shrunk(file, fault), fault });
    }
  }
}

void main(JSON.parse(process.argv[2]!) as ChildOptions);
