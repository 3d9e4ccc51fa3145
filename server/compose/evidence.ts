/** Reads the reports in a folder: coverage, tests and other tools. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ChangedLines } from '../facts/span.ts';
import { readEvidence, type ReadEvidence } from '../evidence/read-evidence.ts';
import { rulesByCode } from './foreign-codes.ts';
import { stampOf, type KeptReports } from './kept-reports.ts';
import { readReportFile } from './report-file.ts';
import { maskSecrets, scanSecrets } from '../secrets/scan-secrets.ts';

/** Reports that the configuration names, by kind. */
export interface NamedReports {
  coverage: readonly string[];
  junit: readonly string[];
  /** Of other tools. */
  reports: readonly string[];
  /** Results of benchmarks; none: searched for. Null when nobody asks for them. */
  benchmarks: readonly string[] | null;
}

/** Evidence, and what it was read from. */
export interface FoundEvidence {
  evidence: ReadEvidence;
  /** Whether a change of a file, also one that is new, may change the evidence. @param path relative to the folder */
  dependsOn(path: string): boolean;
  /** Whether a report, or a file whose age it is compared with, came, went or was written since it was looked at. */
  isOutdated(): Promise<boolean>;
}

/** How evidence is read. */
export interface EvidenceOptions {
  /** Changed lines whose coverage is wanted separately. */
  changed?: ChangedLines | undefined;
  /** What reports said before. */
  reports?: KeptReports | undefined;
}

/** The scanner's limit per file. When it is reached, all text is dropped, because further secrets would go unseen. */
const MOST_SECRETS = 400;

/**
 * @param root absolute path of the folder
 * @param paths files that the reports may cover
 * @param named reports that the configuration names
 * @returns the evidence found, with problems of reports, and which files it depends on
 */
export async function evidenceOf(root: string, paths: readonly string[], named: NamedReports, { changed, reports }: EvidenceOptions): Promise<FoundEvidence> {
  const stamps = new Map<string, string>();
  const listed = new Map<string, string>();
  const list = (folder: string): Promise<string[]> => readdir(join(root, folder)).catch(() => []);
  const stamp = (path: string): Promise<string> => stat(join(root, path)).then(stampOf, () => '');
  const details = async (path: string): Promise<{ size: number; modified: number } | undefined> => {
    const found = await stat(join(root, path)).catch(() => undefined);
    stamps.set(path, found === undefined ? '' : stampOf(found));
    return found && { size: found.size, modified: found.mtimeMs };
  };
  const evidence = await readEvidence({
    paths,
    ...named,
    changed,
    codes: rulesByCode,
    mask: withoutSecrets,
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    report: async (kind, path) => {
      // Before it is read: what is written meanwhile makes it another.
      stamps.set(path, await stamp(path));
      const task = { root, kind, path, lines: changed !== undefined };
      return reports === undefined ? readReportFile(task) : reports.read(task);
    },
    list: async (folder) => {
      const names = await list(folder);
      listed.set(folder, JSON.stringify(names));
      return names;
    },
    stat: details,
    newestSource: async () =>
      (await Promise.all(paths.map(async (path) => (await details(path))?.modified ?? 0))).reduce((newest, time) => Math.max(newest, time), 0),
  });
  return {
    evidence,
    dependsOn: (path) => stamps.has(path) || listed.has(posix.dirname(path).replace(/^\.$/, '')),
    isOutdated: async () => {
      const written = await Promise.all([...stamps].map(async ([path, before]) => await stamp(path) !== before));
      const relisted = await Promise.all([...listed].map(async ([folder, before]) => JSON.stringify(await list(folder)) !== before));
      return [...written, ...relisted].includes(true);
    },
  };
}

/**
 * Masks secrets in lines written by another tool.
 * @param text lines of messages
 * @returns the same number of lines
 */
export async function withoutSecrets(text: string): Promise<string> {
  try {
    const found = await scanSecrets('messages.txt', text);
    return found.length < MOST_SECRETS ? maskSecrets(text, found) : text.replace(/[^\n]/g, '');
  } catch {
    return text.replace(/[^\n]/g, '');
  }
}
