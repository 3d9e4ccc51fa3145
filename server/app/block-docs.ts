/** Keeps the interface documents of blocks in step with the code: one Markdown file for each. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentNames, documentsBlock, interfacePart, withInterface } from '../blocks/interface-docs.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import { Failure } from './failure.ts';
import { withDescriptions } from './interface-changes.ts';
import { States, type StatesOptions } from './states.ts';
import { writeTextFile } from './write-file.ts';

/** Where the documents stand, relative to the folder. */
export const DOCUMENTS = 'architecture/blocks';

export interface BlockDocument {
  /** Relative to the folder. */
  path: string;
  /** The whole text as it should be. */
  text: string;
  isUpToDate: boolean;
}

export interface BlockDocuments {
  documents: BlockDocument[];
  /** Files that were written for blocks that are not there any more, relative to the folder. */
  stray: string[];
}

/**
 * @param model of the folder: it knows the contracts
 * @param options how the folder is read
 * @throws {Failure} when the folder or a file cannot be used; nothing is written then
 */
export async function makeBlockDocs(model: WorkspaceModel, options: StatesOptions): Promise<BlockDocuments> {
  const states = await States.open(options);
  const known = await states.folder(options.root, '.', 'graph');
  const names = documentNames(known.state.blocks.map(({ id }) => id));
  const documents: BlockDocument[] = [];
  for (const block of await withDescriptions(known.state.blocks, known, states)) {
    const path = `${DOCUMENTS}/${names.get(block.id)}.md`;
    const usedBy = known.state.blocks.filter(({ dependsOn }) => dependsOn.some(({ to }) => to === block.id)).map(({ id }) => id);
    const contract = model.blocks.get(block.id)?.contract ?? null;
    const before = await textOf(join(options.root, path));
    const text = withInterface(before, block.id, interfacePart({ block, contract, usedBy }));
    if (typeof text !== 'string') throw new Failure(`${path}:${text.line}: ${text.message} Nothing was written.`);
    documents.push({ path, text, isUpToDate: text === before });
  }
  await states.cache.save();
  return { documents, stray: await strayIn(options.root, new Set(documents.map(({ path }) => path))) };
}

/** @throws {Failure} when one cannot be written @returns how many were */
export async function writeBlockDocs(root: string, { documents }: BlockDocuments): Promise<number> {
  const outdated = documents.filter(({ isUpToDate }) => !isUpToDate);
  for (const { path, text } of outdated) await writeTextFile(join(root, path), text);
  return outdated.length;
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new Failure(`Cannot read "${file}" (${code ?? String(error)}).`);
  });
}

async function strayIn(root: string, written: ReadonlySet<string>): Promise<string[]> {
  const folder = join(root, DOCUMENTS);
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.md')).sort() : [];
  const stray: string[] = [];
  for (const name of names) {
    const path = `${DOCUMENTS}/${name}`;
    if (!written.has(path) && documentsBlock(await textOf(join(root, path)) ?? '')) stray.push(path);
  }
  return stray;
}
