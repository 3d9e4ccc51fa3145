/** Reads the reports in a folder: coverage, tests and other tools. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ChangedLines } from '../facts/span.ts';
import { readEvidence, type ReadEvidence } from '../evidence/read-evidence.ts';
import { rulesByCode } from './foreign-codes.ts';
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
}

/** The scanner's limit per file. When it is reached, all text is dropped, because further secrets would go unseen. */
const MOST_SECRETS = 400;

/**
 * @param root absolute path of the folder
 * @param paths files that the reports may cover
 * @param named reports that the configuration names
 * @param changed changed lines whose coverage is wanted separately
 * @returns the evidence found, with problems of reports, and which files it depends on
 */
export async function evidenceOf(root: string, paths: readonly string[], named: NamedReports, changed?: ChangedLines): Promise<FoundEvidence> {
  const asked = new Set<string>();
  const listed = new Set<string>();
  const details = async (path: string): Promise<{ size: number; modified: number } | undefined> => {
    asked.add(path);
    const found = await stat(join(root, path)).catch(() => undefined);
    return found && { size: found.size, modified: found.mtimeMs };
  };
  const evidence = await readEvidence({
    paths,
    ...named,
    changed,
    codes: rulesByCode,
    mask: withoutSecrets,
    read: (path) => {
      asked.add(path);
      return readFile(join(root, path), 'utf8').catch(() => undefined);
    },
    list: (folder) => {
      listed.add(folder);
      return readdir(join(root, folder)).catch(() => []);
    },
    stat: details,
    newestSource: async () =>
      (await Promise.all(paths.map(async (path) => (await details(path))?.modified ?? 0))).reduce((newest, time) => Math.max(newest, time), 0),
  });
  return { evidence, dependsOn: (path) => asked.has(path) || listed.has(posix.dirname(path).replace(/^\.$/, '')) };
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
