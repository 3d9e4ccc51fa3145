/** Runs the built program as a user does. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { JsonReport } from '../../server/protocol/report.ts';

export const PROGRAM = join(import.meta.dirname, '../../dist/cli.cjs');

export interface CliResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Run as this user of the system, where the test itself may do so. */
  uid?: number;
}

/** @param args of `archwright` */
export function runCli(args: readonly string[], options: CliOptions = {}): CliResult {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    cwd: options.cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** @param stdout a JSON report @returns it without what is another in each run: when it was made and how long that took */
export function timeless(stdout: string): JsonReport {
  const { origin: _, ...report } = JSON.parse(stdout) as JsonReport;
  return { ...report, durationMs: 0 };
}

/** Reviews a folder, and reads the JSON report. */
export function reviewJson(folder: string, args: readonly string[] = [], options: CliOptions = {}): CliResult & { report: JsonReport } {
  const result = runCli(['review', folder, '--format', 'json', '--no-cache', ...args], options);
  if (result.stdout === '') throw new Error(`no report: ${result.stderr}`);
  return { ...result, report: JSON.parse(result.stdout) as JsonReport };
}
