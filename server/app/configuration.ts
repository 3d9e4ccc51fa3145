/** The configuration of a folder, as far as faces handle it themselves: a named file, and what is wrong in one. */
import { readFile } from 'node:fs/promises';
import type { LocatedProblem } from '../compose/folder-settings.ts';
import type { ReportRange } from '../protocol/report.ts';
import { rangeOf } from './ranges.ts';

/** Something wrong in a configuration file, with its place. */
export interface ConfigurationProblem {
  path: string;
  range: ReportRange;
  message: string;
  severity: 'error' | 'warning';
}

/** @returns the problem as faces know it */
export function toProblem({ path, span, message, severity }: LocatedProblem): ConfigurationProblem {
  return { path, range: rangeOf(span), message, severity };
}

/** A configuration to use in place of the one at the top of the folder. */
export interface NamedConfiguration {
  /** As the user named it, and as problems show it. */
  path: string;
  text: string;
}

/**
 * @param path as the user named it
 * @param file the same, absolute or relative to where the program runs
 * @returns null when it cannot be read
 */
export async function readConfiguration(path: string, file = path): Promise<NamedConfiguration | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : { path, text };
}
