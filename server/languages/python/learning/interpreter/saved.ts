/** Models that are written to a file and read back: the same ones, judging by the file's name. */
import { modelOf, textOf, type Value } from '../domain/value.ts';
import { unquoted, type Light } from '../syntax/light-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';

/** @returns the text of a literal, or the code that names the file: `path`, `'out/' + name` */
function nameOf(machine: Machine, given: Value | undefined, node: Light | undefined): string | null {
  const text = textOf(given);
  if (text !== null) return nameIn(text);
  if (node === undefined) return null;
  const written = machine.source(node);
  // `pickle.dump(model, open('model.pkl', 'wb'))`
  return /^open\(\s*(['"])(.+?)\1/.exec(written)?.[2] ?? written.replace(/\s+/g, '');
}

/**
 * @param text a literal in its quotes
 * @returns the name of the file; if a loop writes several files, any of them may be the one that is read
 */
export function nameIn(text: string): string {
  return unquoted(text).replace(/\{[^{}]*\}/g, '{}');
}

/** `joblib.dump(model, path)`, `torch.save(net, path)`, `model.save(path)`. @param object whose method is called, or null for a function */
export function noteWriting(machine: Machine, name: string, object: Value | null, args: Arguments): void {
  if (!machine.libraries.is(name, 'writesModel')) return;
  const value = object ?? args.positional[0];
  const at = object === null ? 1 : 0;
  if (value === undefined || modelOf(value) === null) return;
  const file = nameOf(machine, args.positional[at], args.nodes[at]);
  if (file !== null) machine.written.set(file, value);
}

/** @returns what was written under the name that is read; null when the call reads nothing that the file wrote */
export function readBack(machine: Machine, name: string, args: Arguments): Value | null {
  if (!machine.libraries.is(name, 'readsModel')) return null;
  const file = nameOf(machine, args.positional[0], args.nodes[0]);
  return file === null ? null : machine.written.get(file) ?? null;
}
