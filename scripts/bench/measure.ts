/** Runs a program and measures it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measurement {
  seconds: number;
  /** Peak of resident memory in MB; null where the system does not tell. */
  peakMegabytes: number | null;
  exitCode: number | null;
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
  const timer = setInterval(() => {
    const now = peakOf(child.pid!);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, 20);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak, exitCode };
}

/** The value below which a share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
