/** Looks over a folder: which files there are, which settings and which evidence they are reviewed with. Everything but what the files say. */
import { readFile } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import { CONFIG_FILE } from '../config/config.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { ChangedLines } from '../facts/span.ts';
import type { SkippedFile } from '../facts/skip-reason.ts';
import { listedBelow, listFiles, type Listing } from '../host/list-files.ts';
import type { RevisionTree } from '../host/revision-tree.ts';
import { evidenceOf, type FoundEvidence } from './evidence.ts';
import type { KeptReports } from './kept-reports.ts';
import { makeSettings, type LocatedProblem, type MadeSettings } from './folder-settings.ts';
import { tools } from './tools.ts';

export interface SurveyOptions {
  /** Absolute path with `/`. */
  root: string;
  /** A configuration to use instead of `archwright.jsonc` at the top. */
  configuration?: { path: string; text: string } | undefined;
  /** Texts of configurations that could be read before: each is used while the file of its path is broken. */
  lastGood?: ReadonlyMap<string, string> | undefined;
  /** Unsaved text by relative path; takes precedence over the disk, also where there is no file yet. */
  buffers?: ReadonlyMap<string, string>;
  /** Changed lines, when reviewing a change. */
  changed?: ChangedLines | undefined;
  /** Read instead of the disk. */
  tree?: RevisionTree | undefined;
  /** False to leave out reports of coverage, tests and other tools: they tell of one state only. */
  evidence?: boolean;
  /** What reports said before, for whoever surveys a folder again and again. */
  reports?: KeptReports | undefined;
  /** Whether files are left out, besides those that the configuration excludes. @param path relative to the folder */
  leavesOut?: ((path: string) => boolean) | undefined;
  signal?: AbortSignal;
}

export interface Survey extends FoundEvidence {
  made: MadeSettings;
  /** Settings files with their texts, by path. */
  texts: ReadonlyMap<string, string>;
  /** Problems in configuration files. */
  problems: LocatedProblem[];
  /** Path of the configuration used instead of the one at the top, relative to the folder; null for none. */
  namedConfiguration: string | null;
  /** Files to review, in order. */
  files: ReadonlySet<string>;
  /** What is there and not read, such as links. */
  skipped: readonly SkippedFile[];
}

/** Whether a file is a settings file, read in addition to the sources. @param path relative to the folder */
export function isSetting(path: string): boolean {
  return /(^|\/)(archwright\.jsonc|package\.json)$/.test(path) || tools.isProjectSetting(path);
}

/** Whether a file decides which others are reviewed, or which folders may be empty. @param path relative to the folder */
export function decidesOnFiles(path: string): boolean {
  return /(^|\/)\.git(ignore|keep)$/.test(path);
}

/** Whether a review reads a file: its code, or its settings. @param path relative to the folder */
export function isRead(path: string): boolean {
  return tools.isReviewed(path) || isSetting(path);
}

/** @throws when the folder cannot be read */
export async function listFolder({ root, buffers = new Map<string, string>(), tree, leavesOut, signal }: SurveyOptions): Promise<Listing> {
  const wants = (path: string): boolean => isRead(path) && leavesOut?.(path) !== true;
  const listing = await listFiles(root, { wants, included: () => true, ...(tree ? { reader: tree.reader } : {}), ...(signal ? { signal } : {}) });
  const onDisk = new Set([...listing.files, ...listing.skipped.map(({ path }) => path)]);
  const isListed = listedBelow(root);
  const onlyOpen = [...buffers.keys()].filter((path) => !onDisk.has(path) && wants(path) && isListed(path));
  return onlyOpen.length === 0 ? listing : { ...listing, files: [...listing.files, ...onlyOpen].sort() };
}

const NO_EVIDENCE: FoundEvidence = {
  evidence: { coverage: null, tests: null, reports: [], problems: [] }, dependsOn: () => false, isOutdated: () => Promise.resolve(false),
};

/** @param listing of the folder @param options the same as for the listing */
export async function surveyOf(listing: Listing, options: SurveyOptions): Promise<Survey> {
  const { root, configuration, lastGood, buffers, changed, tree } = options;
  const texts = new Map<string, string>();
  const unread: LocatedProblem[] = [];
  await Promise.all(listing.files.filter(isSetting).map(async (path) => {
    try {
      texts.set(path, buffers?.get(path) ?? (tree === undefined ? await readFile(join(root, path), 'utf8') : tree.text(path) ?? ''));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // One that is gone by now is none; one that is there and not used would change the score in silence.
      if (code !== 'ENOENT' && posix.basename(path) === CONFIG_FILE)
        unread.push({ path, span: [1, 1, 1, 1], message: `The configuration cannot be read (${code ?? String(error)}).`, severity: 'error' });
    }
  }));
  const made = makeSettings({
    paths: listing.files.filter((path) => tools.isModule(path)), texts: sorted(texts), rules: tools.rules, configuration, lastGood,
  });
  const included = listing.files.filter((path) => tools.isReviewed(path) && made.isIncluded(path));
  const found = options.evidence === false ? NO_EVIDENCE : await evidenceOf(root, included, made.evidence, { changed, reports: options.reports });
  // A report may quote code, so a secret would be found twice.
  const reports = new Set(found.evidence.reports.map(({ path }) => path));
  return {
    made, texts, problems: [...unread, ...made.problems], ...found,
    namedConfiguration: configuration === undefined ? null : relative(root, resolve(root, configuration.path)).split(sep).join('/'),
    files: new Set(included.filter((path) => !reports.has(path))),
    skipped: listing.skipped.filter(({ path }) => made.isIncluded(path)),
  };
}

/**
 * Brings a workspace in line with a survey: files that are gone leave it, settings and evidence are replaced.
 * @returns the files that are to be analyzed: new ones, and those whose role or own settings are different
 */
export function adoptSurvey(workspace: Workspace, { files, skipped, made, evidence }: Survey): string[] {
  const before = workspace.ports.settings;
  for (const path of [...workspace.paths(), ...workspace.skipped().map((each) => each.path)]) if (!files.has(path)) workspace.remove(path);
  for (const each of skipped) workspace.skip(each);
  workspace.adopt({ settings: made.settings, evidence });
  return [...files].filter((path) => {
    if (!workspace.has(path)) return true;
    const role = made.roleOf(path);
    const roleBefore = workspace.facts(path)?.role ?? role;
    return roleBefore !== role || before.settingsFor(path, role).key !== made.settings.settingsFor(path, role).key;
  });
}

/** In a fixed order, whichever file was read first. */
function sorted(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
