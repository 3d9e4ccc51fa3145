/** The functions around a place. */
import type { FileFacts, FunctionIndex } from '../../facts/file-facts.ts';

/**
 * @param file with the functions
 * @param at the function of a place; negative at the top of the file
 * @returns that function and those around it, from the inside out
 */
export function* enclosing(file: FileFacts, at: FunctionIndex): Generator<FunctionIndex, void> {
  for (let index = at; index >= 0; index = file.functions[index]!.parent) yield index;
}
