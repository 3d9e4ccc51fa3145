/** Gathers for a review which versions were raised too little, where somebody raises versions and there is something to compare with. */
import { posix } from 'node:path';
import { diffStates } from '../blocks/diff.ts';
import { matchBlocks, type BlockPair } from '../blocks/match.ts';
import { readPackage } from '../blocks/package-entries.ts';
import { isAtLeast, proposedVersion } from '../blocks/versions.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import type { Survey } from '../compose/survey.ts';
import { writtenVersion } from '../config/versions.ts';
import { spanOf } from '../engine/report.ts';
import type { VersionEvidence } from '../findings/evidence.ts';
import { changedFiles, type GitChange } from '../host/git-changes.ts';
import { branchPoint } from '../host/git-history.ts';
import { GitError } from '../host/git.ts';
import { Failure } from './failure.ts';
import { interfaceChanges } from './interface-changes.ts';
import { lastSnapshot, readBase, States, type StatesOptions } from './states.ts';

const RULE = 'architecture/version';
const EFFECTS = ['major', 'minor', 'patch'];

/**
 * Asks git what changed, where versions are to be compared: nothing is asked where the rule is off or nobody writes a version. The answer takes a
 * dozen calls, so it is asked for while files are read.
 * @param root of the folder
 * @param survey of the folder
 * @returns files that changed since the branch point, none where there is a snapshot to compare with, and GitError outside of a repository; null
 *   when nothing is to be compared
 */
export function askForChanges(root: string, { made: { settings }, texts }: Survey): Promise<readonly GitChange[]> | null {
  if (settings.settingsFor('', 'source').rules[RULE] === undefined || !isVersioned(texts, settings.blocks)) return null;
  const asked = changesIn(root);
  // Told to whoever awaits it, which is later.
  asked.catch(() => undefined);
  return asked;
}

async function changesIn(root: string): Promise<readonly GitChange[]> {
  if (await lastSnapshot(root) !== null) return [];
  const point = await branchPoint(root);
  return point === null ? [] : (await changedFiles(root, point)).files;
}

/**
 * Adds to the evidence of a folder what the rule about versions needs. Asks the cheapest questions first: nothing is compared where no file changed
 * since the branch point. What cannot be compared is a problem of the evidence.
 * @param changes from `askForChanges`
 */
export async function gatherVersions({ workspace, survey }: OpenedFolder, options: StatesOptions, changes: Promise<readonly GitChange[]>): Promise<void> {
  const { root, settings, evidence } = workspace.ports;
  const adopt = (more: Partial<typeof evidence>): void => workspace.adopt({ settings, evidence: { ...evidence, ...more } });
  const snapshot = await lastSnapshot(root);
  try {
    if (snapshot === null && !(await changes).some(({ path, gone }) => gone || workspace.has(path))) return;
    const found = await raisedTooLittle(options);
    adopt({ versions: found.map((each) => ({ ...each, writtenIn: placeOf({ workspace, survey }, each) })) });
  } catch (error) {
    // Outside of a repository there is nothing to compare with.
    if (error instanceof GitError && snapshot === null) return;
    if (!(error instanceof Failure || error instanceof GitError)) throw error;
    adopt({ problems: [...evidence.problems, { path: snapshot ?? '.git', reason: `versions were not compared: ${error.message}` }] });
  }
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

type TooLittle = Omit<VersionEvidence, 'writtenIn'>;

async function raisedTooLittle(options: StatesOptions): Promise<TooLittle[]> {
  const states = await States.open(options);
  const before = await readBase(states, 'graph');
  if (before.state.blocks.every((block) => block.unversioned === true)) {
    await states.cache.save();
    return [];
  }
  const after = await states.folder(options.root, '.', 'graph', before.name.kind === 'revision' ? before.name.name : undefined);
  const pairs = matchBlocks(before.state, after.state).filter(couldBeTooLittle);
  const { blocks } = diffStates(before, after, pairs, await interfaceChanges(pairs, before, after, states));
  await states.cache.save();
  const since = before.name.kind === 'snapshot' ? `the snapshot ${posix.basename(before.name.name)}` : `the branch point ${before.name.name.slice(0, 7)}`;
  return blocks.flatMap(({ id, version: { from, to, proposed, enough }, interface: changes }): TooLittle[] => {
    if (enough || from === null || to === null || proposed === null) return [];
    const ordered = changes.toSorted((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
    return [{ block: id, from, to, proposed, since, changes: ordered.map(({ path, range, message }) => ({ path, span: spanOf(range), message })) }];
  });
}

/** Somebody raises the version, and it was not raised by all that could be asked for: only then are interfaces compared, which takes the compiler. */
function couldBeTooLittle({ from, to }: BlockPair): boolean {
  if (from === null || to === null || from.unversioned === true || to.unversioned === true) return false;
  return !isAtLeast(to.version, proposedVersion(from.version, 'major'));
}
