/** Runs a program and measures it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  seconds: number;
  /** Peak of resident memory in MB; null if the system does not report it. */
  peakMegabytes: number | null;
  /** CPU time of all threads: hardly affected by other load. Null if the system does not report it. */
  processorSeconds: number | null;
  exitCode: number | null;
}

/** Clock ticks per second on Linux. */
const TICKS = 100;

/** CPU time of a running process, all threads, in seconds. */
function processorSecondsOf(pid: number): number | null {
  try {
    // The name in brackets may contain spaces; numbers follow, with user and system time at positions 12 and 13.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

/** Peak of resident memory of a running process, in MB. */
export function peakOf(pid: number): number | null {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** @param command program and arguments; its output is discarded */
export async function measure(command: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Measurement> {
  const started = performance.now();
  const child = spawn(command[0]!, command.slice(1), { cwd, stdio: 'ignore', env: { ...process.env, ...env } });
  let peak: number | null = null;
  let processorSeconds: number | null = null;
  const timer = setInterval(() => {
    const now = peakOf(child.pid!);
    if (now !== null) peak = Math.max(peak ?? 0, now);
    processorSeconds = processorSecondsOf(child.pid!) ?? processorSeconds;
  }, 20);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak, processorSeconds, exitCode };
}

/** The value below which the given share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
