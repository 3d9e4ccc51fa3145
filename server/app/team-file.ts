/** Files in which a team says something in JSON, such as its definition of done. */
import type * as z from 'zod';
import { readDocument } from '../config/documents.ts';
import { readInside } from '../host/inside.ts';
import { Failure } from './failure.ts';

/** Such files are written by hand. In bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * @param root absolute path of the folder
 * @param path of the file, relative to the folder
 * @param kind what it must fit, and what to do when it does not, as a sentence
 * @returns null when there is no such file
 * @throws {Failure} when it is there and cannot be used: the first fault with its place, and what to do
 */
export async function readTeamFile<Value>(root: string, path: string, { schema, help }: { schema: z.ZodType<Value>; help: string }): Promise<Value | null> {
  const found = await readInside(root, path, LARGEST);
  if (found === null) return null;
  if (!('text' in found)) throw new Failure(`${path} ${'refused' in found ? found.refused : 'is a folder'}. ${help}`);
  if (/^(<{7}|>{7}|={7})/m.test(found.text)) throw new Failure(`${path} holds a merge conflict; resolve it first.`);
  const read = readDocument(found.text, schema);
  if ('value' in read) return read.value;
  const [first, ...more] = read.problems;
  const others = more.length === 0 ? '' : ` (${more.length} more after it)`;
  throw new Failure(`${path}:${first?.span[0] ?? 1}:${first?.span[1] ?? 1} ${first?.message ?? ''}${others} ${help}`);
}
