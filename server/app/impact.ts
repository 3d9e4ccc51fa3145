/** Who is affected by a change of files, of a block, or since a revision, and which tests to run. */
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { statSync } from 'node:fs';
import { impactOf, type FileState } from '../blocks/impact/impact.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import { analyzeOne, tools } from '../compose/tools.ts';
import { changedFiles, commitCount, textAt } from '../host/git-changes.ts';
import { GitError } from '../host/git.ts';
import { listFiles } from '../host/list-files.ts';
import { judgeText } from '../host/read-source.ts';
import { IMPACT_SCHEMA_VERSION, type ImpactReport } from '../protocol/impact.ts';
import { Failure } from './failure.ts';
import { findBlock } from './find-block.ts';

export interface ImpactOptions {
  /** Blocks that change as a whole. */
  changedBlocks?: readonly string[];
  /** Files that change as a whole: absolute, or relative to the folder or the working directory. */
  changedFiles?: readonly string[];
  /** Revision since which changes count. Used alone, or when nothing else is named: then the last commit. */
  base?: string;
  /** Most borders between blocks from the change to a dependant that is told. */
  depth?: number;
}

/** Files compared at a time: each takes a process of git. */
const AT_A_TIME = 8;
/** Counting commits of more files would take longer than it tells. */
const MOST_COUNTED = 50;

/**
 * @param opened the folder as it is now
 * @param options what changed
 * @throws {Failure} for a block, file or revision that is not there
 */
export async function impactOn(opened: OpenedFolder, options: ImpactOptions): Promise<ImpactReport> {
  const { workspace, fileSystem } = opened;
  const { root, evidence } = workspace.ports;
  const model = workspace.model();
  const { changedBlocks = [], changedFiles: named = [] } = options;
  const fromBlocks = changedBlocks.flatMap((block) => findBlock(model.blocks.values(), block).files);
  const whole = [...new Set([...fromBlocks, ...named.map((file) => inFolder(root, file))])];
  const asked = options.base !== undefined || whole.length === 0;
  const states = asked ? await since(opened, options.base ?? 'HEAD') : [];
  for (const path of whole) if (!states.some((each) => each.path === path)) states.push({ path, whole: true, gone: false });
  for (const state of states) if (whole.includes(state.path)) state.whole = true;

  const listing = await listFiles(root, { wants: () => true, included: () => true });
  const resolver = workspace.resolver();
  const paths = states.map(({ path }) => path);
  const impact = impactOf({
    model,
    changed: states,
    depth: options.depth ?? null,
    files: [...new Set([...listing.files, ...model.modules.keys()])].sort(),
    read: (path) => fileSystem.readFile(join(root, path)),
    resolve: (from, specifier) => {
      if (resolver.needsLoading?.(from, specifier) === true) return null;
      const to = resolver.resolve(from, specifier);
      return to.kind === 'file' ? to.path : null;
    },
    coverageOf: (path) => evidence.coverage?.files.get(path),
    commits: asked && paths.length > 0 && paths.length <= MOST_COUNTED ? await commitCount(root, paths) : null,
  });
  const blocks = paths.map((path) => model.modules.get(path)?.block ?? null).filter((block) => block !== null);
  return {
    schemaVersion: IMPACT_SCHEMA_VERSION,
    changed: { files: [...paths].sort(), blocks: [...new Set([...changedBlocks, ...blocks])].sort() },
    affected: impact.affected.map(({ block, depth, kind, path, risk, why }) => ({ block, depth, kind, path, risk, why })),
    tests: impact.tests,
  };
}

/** @returns a path relative to the folder */
function inFolder(root: string, file: string): string {
  const candidates = isAbsolute(file) ? [file] : [join(root, file), resolve(file)];
  const found = candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile() === true);
  if (found === undefined) throw new Failure(`No such file: "${file}".`);
  const path = relative(root, found).split(sep).join('/');
  if (path.startsWith('../') || isAbsolute(path)) throw new Failure(`"${file}" lies outside of the folder "${root}".`);
  return path;
}

async function since({ workspace, survey }: OpenedFolder, base: string): Promise<FileState[]> {
  const { root } = workspace.ports;
  try {
    const { commit, files } = await changedFiles(root, base);
    const states: FileState[] = [];
    for (let at = 0; at < files.length; at += AT_A_TIME) {
      states.push(...await Promise.all(files.slice(at, at + AT_A_TIME).map(async ({ path, gone, added }): Promise<FileState> => {
        if (gone || added) return { path, gone, whole: true };
        const text = await textAt(root, commit, path);
        if (text === undefined) return { path, gone, whole: true };
        if (!workspace.has(path) || !tools.isModule(path)) return { path, gone, whole: false, textBefore: text };
        const read = judgeText(path, text);
        const outcome = 'skipped' in read ? null : await analyzeOne(workspace.inputFor(path, read.text, survey.made.roleOf(path)));
        const before = outcome === null || 'reason' in outcome ? undefined : outcome.module.outline;
        return { path, gone, whole: before === undefined, textBefore: text, ...(before === undefined ? {} : { before }) };
      })));
    }
    return states;
  } catch (error) {
    if (error instanceof GitError) throw new Failure(`${error.message}.`);
    throw error;
  }
}
