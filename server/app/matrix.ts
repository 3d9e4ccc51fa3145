/** Keeps the block dependency matrix in step with the code. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matrixTable, withMatrix, withoutStatus } from '../blocks/matrix.ts';
import { branchPoint } from '../host/git-history.ts';
import type { DiffBlock } from '../protocol/diff.ts';
import { compareKnown } from './diff.ts';
import { Failure } from './failure.ts';
import { lastSnapshot, readBase, States, type KnownState, type StatesOptions } from './states.ts';
import { writeTextFile } from './write-file.ts';

/** Where the matrix stands, relative to the folder. */
export const MATRIX_FILE = 'architecture/dependencies.md';

export interface MatrixOptions extends StatesOptions {
  /** Absolute path; by default `architecture/dependencies.md`. */
  file?: string | undefined;
}

export interface Matrix {
  /** Absolute path. */
  file: string;
  /** The whole text as it should be. */
  text: string;
  isUpToDate: boolean;
  /**
   * Whether the file is as good as up to date. Without a snapshot the status tells what the branch changed, which is over
   * when it is merged: then a file that differs in nothing else passes.
   */
  passes: boolean;
}

/** @throws {Failure} when the folder or the file cannot be used; nothing is written then */
export async function makeMatrix({ file, ...options }: MatrixOptions): Promise<Matrix> {
  const states = await States.open(options);
  const known = await states.folder(options.root, '.', 'graph');
  const table = matrixTable(known.state, await changesOf(known, states));
  await states.cache.save();
  const target = file ?? join(options.root, MATRIX_FILE);
  const before = await readFile(target, 'utf8').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new Failure(`Cannot read "${target}" (${code ?? String(error)}).`);
  });
  const text = withMatrix(before, table);
  if (typeof text !== 'string') throw new Failure(`${target}:${text.line}: ${text.message} Nothing was written.`);
  const isUpToDate = text === before;
  const passes = isUpToDate || (before !== null && withoutStatus(before) === withoutStatus(text) && await lastSnapshot(options.root) === null);
  return { file: target, text, isUpToDate, passes };
}

/** @throws {Failure} when it cannot be written */
export async function writeMatrix({ file, text, isUpToDate }: Matrix): Promise<void> {
  if (!isUpToDate) await writeTextFile(file, text);
}

/** Since the last snapshot, else since the branch began; null where there is neither. */
async function changesOf(known: KnownState, states: States): Promise<readonly DiffBlock[] | null> {
  const hasBase = await lastSnapshot(states.root) !== null || await branchPoint(states.root) !== null;
  return hasBase ? (await compareKnown(await readBase(states, 'graph'), known, states)).diff.blocks : null;
}
