/** The baseline of a folder: which findings it accepts, and how to accept more. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { OpenedFolder } from '../compose/folder.ts';
import { readBaseline, staleEntries, writeBaseline, fingerprints, type BaselineEntry } from '../engine/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import { counted } from '../text/wording.ts';
import { recordBaseline } from './audit/happenings.ts';
import { Failure } from './failure.ts';
import { writeTextFile } from './write-file.ts';

/** The default file name, in the folder. */
export const BASELINE_FILE = 'archwright-baseline.json';

/** Findings that a baseline accepts. */
export interface Accepted {
  /** True when a baseline exists, even an empty one. */
  hasBaseline: boolean;
  entries: readonly BaselineEntry[];
  fingerprints: ReadonlySet<string>;
}

/** For a folder without a baseline. */
export const NOTHING_ACCEPTED: Accepted = { hasBaseline: false, entries: [], fingerprints: new Set() };

/**
 * Reads the baseline of a folder.
 * @param root of the folder
 * @param named file to read instead of the default: absolute, or relative to the working directory or the folder
 * @throws {Failure} when the file is invalid, or a named file is missing
 */
export async function readAccepted(root: string, named?: string): Promise<Accepted> {
  const text = await baselineText(root, named);
  if (text === undefined) {
    if (named !== undefined) throw new Failure(`Cannot read the baseline "${named}".`);
    return NOTHING_ACCEPTED;
  }
  const baseline = readBaseline(text);
  if ('problem' in baseline) throw new Failure(`The baseline ${named ?? join(root, BASELINE_FILE)} ${baseline.problem}`);
  const { entries } = baseline;
  return { hasBaseline: true, entries, fingerprints: new Set(entries.map((entry) => entry.fingerprint)) };
}

/** The baseline of a folder; an invalid one accepts nothing. @param say receives the reason */
export async function acceptedOrNothing(root: string, say: (message: string) => void): Promise<Accepted> {
  try {
    return await readAccepted(root);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return NOTHING_ACCEPTED;
  }
}

async function baselineText(root: string, named: string | undefined): Promise<string | undefined> {
  const places = named === undefined ? [join(root, BASELINE_FILE)] : isAbsolute(named) ? [named] : [resolve(named), join(root, named)];
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @returns accepted findings that no longer occur */
export function staleIn({ entries }: Accepted, current: Iterable<string>): { rule: string; path: string }[] {
  return staleEntries({ entries }, new Set(current)).map(({ rule, path }) => ({ rule, path }));
}

/** `1 finding accepted` */
export function acceptedWords(count: number): string {
  return `${counted(count, 'finding')} accepted`;
}

/** `1 baseline entry no longer occurs` */
export function staleWords(count: number): string {
  return counted(count, 'baseline entry no longer occurs', 'baseline entries no longer occur');
}

/** @param findings all findings, sorted by place @returns a baseline entry for each */
export function entriesOf(findings: readonly Finding[]): BaselineEntry[] {
  const identities = fingerprints(findings);
  return findings.map(({ ruleId, path, about }, index) => ({ rule: ruleId, path, about, fingerprint: identities[index]! }));
}

/** What to accept, and where to write it. */
export interface AcceptOptions {
  /** Adds this finding to the baseline; without it, the current findings replace the baseline. */
  fingerprint?: string;
  /** Absolute path; defaults to the folder's baseline. */
  file?: string;
}

/**
 * Writes the baseline.
 * @returns how many findings it now holds
 * @throws {Failure} when the finding is gone, or the file cannot be read or written
 */
export async function acceptFindings(opened: OpenedFolder, { fingerprint, file }: AcceptOptions): Promise<number> {
  const { workspace } = opened;
  const { root } = workspace.ports;
  const current = entriesOf(workspace.judge('full').findings);
  const entries = fingerprint === undefined ? current : withOne(await readAccepted(root), current, fingerprint);
  const place = file ?? join(root, BASELINE_FILE);
  const before = await readAccepted(root, place).catch(() => NOTHING_ACCEPTED);
  const text = writeBaseline(entries);
  await writeTextFile(place, text);
  const now = new Set(entries.map((entry) => entry.fingerprint));
  await recordBaseline(opened, { before: before.fingerprints, now, text });
  return now.size;
}

function withOne({ entries }: Accepted, current: readonly BaselineEntry[], fingerprint: string): BaselineEntry[] {
  const one = current.find((entry) => entry.fingerprint === fingerprint);
  if (one === undefined) throw new Failure('This finding no longer exists.');
  return [...entries, one];
}
