/** The baseline of a folder: which findings are accepted, and accepting more. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { OpenedFolder } from '../compose/folder.ts';
import { readBaseline, staleEntries, writeBaseline, type BaselineEntry } from '../engine/baseline.ts';
import { fingerprints } from '../engine/fingerprint.ts';
import type { Finding } from '../findings/finding.ts';
import { Failure } from './failure.ts';
import { writeTextFile } from './write-file.ts';

/** The usual file, in the folder. */
export const BASELINE_FILE = 'archwright-baseline.json';

/** Findings that a baseline accepts. */
export interface Accepted {
  /** A baseline is there, even if it is empty. */
  hasBaseline: boolean;
  entries: readonly BaselineEntry[];
  fingerprints: ReadonlySet<string>;
}

/** Where a folder has no baseline. */
export const NOTHING_ACCEPTED: Accepted = { hasBaseline: false, entries: [], fingerprints: new Set() };

/**
 * Reads the baseline of a folder.
 * @param root of the folder
 * @param named file to read in place of the usual one: absolute, or relative to where the program runs or to the folder
 * @throws {Failure} when the file is broken, or when a named one is missing
 */
export async function readAccepted(root: string, named?: string): Promise<Accepted> {
  const text = await baselineText(root, named);
  if (text === undefined) {
    if (named !== undefined) throw new Failure(`The baseline "${named}" cannot be read.`);
    return NOTHING_ACCEPTED;
  }
  const baseline = readBaseline(text);
  if ('problem' in baseline) throw new Failure(`The baseline ${named ?? join(root, BASELINE_FILE)} ${baseline.problem}`);
  const { entries } = baseline;
  return { hasBaseline: true, entries, fingerprints: new Set(entries.map((entry) => entry.fingerprint)) };
}

async function baselineText(root: string, named: string | undefined): Promise<string | undefined> {
  const places = named === undefined ? [join(root, BASELINE_FILE)] : isAbsolute(named) ? [named] : [resolve(named), join(root, named)];
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @returns accepted findings that the code no longer has */
export function staleIn({ entries }: Accepted, current: Iterable<string>): { rule: string; path: string }[] {
  return staleEntries({ entries }, new Set(current)).map(({ rule, path }) => ({ rule, path }));
}

/** @param findings all of them, sorted by place @returns what a baseline writes of each */
export function entriesOf(findings: readonly Finding[]): BaselineEntry[] {
  const identities = fingerprints(findings);
  return findings.map(({ ruleId, path, about }, index) => ({ rule: ruleId, path, about, fingerprint: identities[index]! }));
}

/** What to accept, and where to write it. */
export interface AcceptOptions {
  /** Accept this finding beside what is accepted already; left out, today's findings replace the baseline. */
  fingerprint?: string;
  /** Absolute; left out, the baseline of the folder. */
  file?: string;
}

/**
 * Writes the baseline.
 * @returns how many findings it holds now
 * @throws {Failure} when the finding is gone, or the file cannot be read or written
 */
export async function acceptFindings({ workspace }: OpenedFolder, { fingerprint, file }: AcceptOptions): Promise<number> {
  const { root } = workspace.ports;
  const current = entriesOf(workspace.judge('full').findings);
  const entries = fingerprint === undefined ? current : withOne(await readAccepted(root), current, fingerprint);
  await writeTextFile(file ?? join(root, BASELINE_FILE), writeBaseline(entries));
  return new Set(entries.map((entry) => entry.fingerprint)).size;
}

function withOne({ entries }: Accepted, current: readonly BaselineEntry[], fingerprint: string): BaselineEntry[] {
  const one = current.find((entry) => entry.fingerprint === fingerprint);
  if (one === undefined) throw new Failure('That finding is no longer there.');
  return [...entries, one];
}
