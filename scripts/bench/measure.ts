/** Runs a program and measures it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  seconds: number;
  /** Peak of resident memory in MB; null where the system does not tell. */
  peakMegabytes: number | null;
  /** Time on the processors, all threads together: what else the machine does hardly changes it. Null where the system does not tell. */
  processorSeconds: number | null;
  exitCode: number | null;
}

/** Ticks in a second, as Linux counts for programs. */
const TICKS = 100;

/** Time on the processors of a running process, all of its threads, in seconds. */
function processorSecondsOf(pid: number): number | null {
  try {
    // The name in brackets may hold blanks; what follows it are numbers, those of user and system at places 12 and 13.
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

/** @param command program and arguments; its output is thrown away */
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

/** The value below which a share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
