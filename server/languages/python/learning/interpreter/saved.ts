/** Models that are written to a file and read back: the same ones, as far as the file's name tells. */
import type { Arguments } from './callables.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';
import { unquoted } from '../domain/selections.ts';
import type { Value } from '../domain/values.ts';

const WRITES = /^(dump|save|save_model|save_weights|save_pretrained)$/;
const READS = /^(load|load_model|from_pretrained|read_model)$/;

/** The text of a literal, or the code that names the file: `path`, `'out/' + name`. */
function nameOf(machine: Machine, given: Value | undefined, node: Light | undefined): string | null {
  if (given !== undefined && given.literal !== null) return nameIn(given.literal);
  if (node === undefined) return null;
  const written = machine.source(node);
  // `pickle.dump(model, open('model.pkl', 'wb'))`
  return /^open\(\s*(['"])(.+?)\1/.exec(written)?.[2] ?? written.replace(/\s+/g, '');
}

/**
 * @param literal in its quotes
 * @returns the name of the file; where a loop writes one file after the other, any of them may be the one that is read
 */
export function nameIn(literal: string): string {
  return unquoted(literal).replace(/\{[^{}]*\}/g, '{}');
}

/** `joblib.dump(model, path)`, `torch.save(net, path)`, `model.save(path)`. @param object whose method is called, or null for a function */
export function noteWriting(machine: Machine, name: string, object: Value | null, args: Arguments): void {
  if (!WRITES.test(name)) return;
  const value = object ?? args.positional[0];
  const at = object === null ? 1 : 0;
  if (value?.model === null || value === undefined) return;
  const file = nameOf(machine, args.positional[at], args.nodes[at]);
  if (file !== null) machine.written.set(file, value);
}

/** What was written under the name that is read; null when the call reads nothing that the file wrote. */
export function readBack(machine: Machine, name: string, args: Arguments): Value | null {
  if (!READS.test(name)) return null;
  const file = nameOf(machine, args.positional[0], args.nodes[0]);
  return file === null ? null : machine.written.get(file) ?? null;
}
