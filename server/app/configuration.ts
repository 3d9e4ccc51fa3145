/** The parts of a folder's configuration that front ends handle: a file the user named, and problems in it. */
import { readFile } from 'node:fs/promises';
import type { LocatedProblem } from '../compose/folder-settings.ts';
import type { Survey } from '../compose/survey.ts';
import type { ReportRange } from '../protocol/report.ts';
import { rangeOf } from '../engine/report.ts';

export { PROFILES, type Profile } from '../config/config.ts';

/** A problem in a configuration file, with its place. */
export interface ConfigurationProblem {
  path: string;
  range: ReportRange;
  message: string;
  severity: 'error' | 'warning';
}

/** @returns the problem in the shape that front ends use */
export function toProblem({ path, span, message, severity }: LocatedProblem): ConfigurationProblem {
  return { path, range: rangeOf(span), message, severity };
}

/**
 * @param survey of the folder, with the configurations that work; one that is broken works as it last was without errors, if it ever was; null before one
 * @returns what is wrong with the first of them that cannot be used, and what is scored instead; null when all can be used
 */
export function brokenConfiguration(survey: Pick<Survey, 'problems' | 'made'> | null): string | null {
  const error = survey?.problems.find(({ severity }) => severity === 'error');
  if (!survey || !error) return null;
  const scored = survey.made.used.has(error.path) ? 'the last configuration without errors' : 'no configuration';
  return `${error.path}, line ${toProblem(error).range.start.line}: ${error.message} Until this is mended, findings and score are those with ${scored}.`;
}

/** A configuration to use instead of the one at the top of the folder. */
export interface NamedConfiguration {
  /** As the user typed it; problems show the same path. */
  path: string;
  text: string;
}

/**
 * @param path as the user typed it
 * @param file the same file, absolute or relative to the working directory
 * @returns null when it cannot be read
 */
export async function readConfiguration(path: string, file = path): Promise<NamedConfiguration | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : { path, text };
}
