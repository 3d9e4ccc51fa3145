/** Files of a folder that say how it is judged: the baseline, and a configuration that the user's settings name. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { BASELINE_FILE, readBaseline } from '../engine/baseline.ts';

/**
 * @param root of the folder
 * @param path of the configuration, absolute or relative to the folder; empty for none
 * @throws when it cannot be read
 */
export async function namedConfiguration(root: string, path: string): Promise<{ configuration?: { path: string; text: string } }> {
  if (path === '') return {};
  const text = await readFile(resolve(root, path), 'utf8').catch(() => null);
  if (text === null) throw new Error(`The configuration "${path}", which the setting archwright.configPath names, cannot be read.`);
  return { configuration: { path, text } };
}

/**
 * @param root of the folder
 * @param log is told what is wrong with the file
 * @returns fingerprints of the findings that are accepted; none where there is no baseline, or a broken one
 */
export async function acceptedFindings(root: string, log: (message: string) => void): Promise<ReadonlySet<string>> {
  const text = await readFile(join(root, BASELINE_FILE), 'utf8').catch(() => null);
  if (text === null) return new Set();
  const baseline = readBaseline(text);
  if ('problem' in baseline) {
    log(`${BASELINE_FILE} ${baseline.problem}`);
    return new Set();
  }
  return new Set(baseline.entries.map((entry) => entry.fingerprint));
}
