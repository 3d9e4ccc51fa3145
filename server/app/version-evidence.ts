/** Gathers for a review which versions were raised too little, where somebody raises versions and there is something to compare with. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readPackage } from '../blocks/package-entries.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import { OpenState } from '../compose/state.ts';
import type { Survey } from '../compose/survey.ts';
import { writtenVersion } from '../config/versions.ts';
import type { Evidence, VersionEvidence } from '../findings/evidence.ts';
import { changedFiles, type GitChange } from '../host/git-changes.ts';
import { GitError } from '../host/git.ts';
import { findBase, type Base, type StatesOptions } from './states.ts';
import { VersionComparer, type TooLittle, type VersionResult, type VersionTask } from './version-comparison.ts';

const RULE = 'architecture/version';

/** What a comparison adds to the evidence of a review. */
export interface FoundVersions {
  /** Absent where nothing was compared. */
  versions?: readonly VersionEvidence[];
  /** Why it could not be done. */
  problems: Evidence['problems'];
}

export const NOTHING_COMPARED: FoundVersions = { problems: [] };

/** How versions are looked for. */
export interface VersionSearch {
  /** With which the folder was read, but for texts that are open. */
  options: StatesOptions;
  /** Texts that are open in an editor now, by path. */
  texts(): ReadonlyMap<string, string>;
  /** False where git must not be asked; then there may still be a snapshot. */
  asksGit: boolean;
  /** Reads the folder as it is. */
  state: OpenState;
  /** Compares, here or in another thread. */
  compare(task: VersionTask): Promise<VersionResult>;
  /** What git was asked before, if it was: from `askAhead`. */
  asked?: Promise<AskedGit> | undefined;
}

/** What versions are compared with, and which files changed since, where that is a commit. */
export interface AskedGit {
  base: Base | null;
  files: readonly GitChange[];
}

/**
 * Asks git where versions are to be compared: nothing is asked where the rule is off or nobody writes a version. The answer takes a dozen calls, one
 * after the other, so that a review asks while it reads files.
 * @param root of the folder
 * @param survey of the folder
 * @returns null when nothing is to be compared; rejects with GitError where git refuses
 */
export function askAhead(root: string, survey: Survey): Promise<AskedGit> | null {
  if (!isToBeCompared(survey)) return null;
  const asked = askGit(root);
  // Told to whoever awaits it, which is later.
  asked.catch(() => undefined);
  return asked;
}

async function askGit(root: string): Promise<AskedGit> {
  const base = await findBase(root);
  return { base, files: base?.kind === 'commit' ? (await changedFiles(root, base.commit)).files : [] };
}

function isToBeCompared({ made: { settings }, texts }: Survey): boolean {
  return settings.settingsFor('', 'source').rules[RULE] !== undefined && isVersioned(texts, settings.blocks);
}

/**
 * Asks the cheapest questions first: nothing is compared where the rule is off, where nobody writes a version, or where no
 * file changed since the branch point. What cannot be compared is a problem of the evidence.
 * @returns null where the result was no longer wanted
 */
export async function findVersions(opened: OpenedFolder, { options, texts, asksGit, state, compare, asked }: VersionSearch): Promise<FoundVersions | null> {
  const { workspace, survey } = opened;
  const { root } = workspace.ports;
  if (!isToBeCompared(survey)) return NOTHING_COMPARED;
  try {
    const ahead = await asked;
    const base = ahead === undefined ? await findBase(root, asksGit) : ahead.base;
    if (base === null) return NOTHING_COMPARED;
    if (base.kind === 'commit' && !isUnsaved(root, texts())) {
      const files = ahead?.files ?? (await changedFiles(root, base.commit)).files;
      if (!files.some(({ path, gone }) => gone || workspace.has(path))) return NOTHING_COMPARED;
    }
    const { state: after, sources, open } = await state.read(opened, texts);
    const result = await compare({ options: { ...options, buffers: open }, base, after, sources });
    if (result === null) return null;
    if ('found' in result) return { versions: result.found.map((each) => ({ ...each, writtenIn: placeOf(opened, each) })), problems: [] };
    return { problems: [{ path: base.kind === 'snapshot' ? base.path : '.git', reason: `versions were not compared: ${result.problem}` }] };
  } catch (error) {
    // A repository that git refuses to look at is none.
    if (error instanceof GitError) return NOTHING_COMPARED;
    throw error;
  }
}

/** Adds what was found to the evidence that the folder was read with. */
export function adoptVersions({ workspace, survey: { evidence } }: OpenedFolder, { problems, ...found }: FoundVersions): void {
  workspace.takeEvidence({ ...evidence, ...found, problems: [...evidence.problems, ...problems] });
}

/** How a folder was read, and what is known of it by now. */
export interface GatherOptions extends Pick<VersionSearch, 'options' | 'asked'> {
  /** Texts that were read instead of those on the disk, by path. */
  open?: ReadonlyMap<string, string>;
}

/** The same for a folder that is read once. */
export async function gatherVersions(opened: OpenedFolder, { options, asked, open = new Map() }: GatherOptions): Promise<void> {
  const comparer = new VersionComparer();
  const found = await findVersions(opened, {
    options, asked, texts: () => open, asksGit: true, state: new OpenState(), compare: (task) => comparer.compare(task),
  });
  adoptVersions(opened, found ?? NOTHING_COMPARED);
}

/** Whether a version is written anywhere that somebody would raise; a Python package may also write it in its code. */
function isVersioned(texts: ReadonlyMap<string, string>, blocks: readonly { version: string | null }[]): boolean {
  if (blocks.some(({ version }) => version !== null)) return true;
  return [...texts].some(([path, text]) => {
    const name = posix.basename(path);
    if (name !== 'package.json') return /^(pyproject\.toml|setup\.cfg|setup\.py)$/.test(name);
    const found = readPackage(posix.dirname(path), text);
    return found !== null && found.version !== null && !found.private;
  });
}

/** Whether a text that is open in an editor is not what is on the disk. */
function isUnsaved(root: string, open: ReadonlyMap<string, string>): boolean {
  return [...open].some(([path, text]) => {
    try {
      return readFileSync(join(root, path), 'utf8') !== text;
    } catch {
      return true;
    }
  });
}

/** The file that somebody would raise the version in: the configuration, else the nearest manifest above the block that says it. */
function placeOf({ workspace, survey: { texts } }: Pick<OpenedFolder, 'workspace' | 'survey'>, { block, to }: TooLittle): string | null {
  const definition = workspace.ports.settings.blocks.find(({ id }) => id === block);
  if (definition?.version != null) {
    const file = definition.places[0]?.path ?? '';
    return texts.has(file) ? file : null;
  }
  const [first = '', ...others] = workspace.model().blocks.get(block)?.files ?? [];
  let folder = posix.dirname(first);
  while (folder !== '.' && !others.every((path) => path.startsWith(`${folder}/`))) folder = posix.dirname(folder);
  for (; ; folder = posix.dirname(folder)) {
    const files = ['package.json', 'pyproject.toml'].map((name) => posix.join(folder, name));
    const found = files.find((file) => writtenVersion(file, texts.get(file) ?? '', block) === to);
    if (found !== undefined || folder === '.') return found ?? null;
  }
}
