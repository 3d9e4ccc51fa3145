/** One Python file's facts. */
import type { ExtractInput } from '../../facts/adapter.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { plainFacts } from '../../facts/plain-facts.ts';
import { readLearning } from './learning/read-learning.ts';
import { parsePython } from './parser.ts';

/**
 * @param input path, text and role of one Python file
 * @returns its facts; problems of syntax are listed in them, never thrown
 */
export function extract(input: ExtractInput): FileFacts {
  const tree = parsePython(input.text);
  try {
    return { ...plainFacts(input), language: 'python', role: input.role, learning: readLearning(tree.rootNode, input.text) };
  } finally {
    tree.delete();
  }
}
