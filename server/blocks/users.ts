/** Who uses a block: the files that import it, and the tests among them. */
import type { Block, WorkspaceModel } from '../graph/model.ts';
import { compareText } from '../text/order.ts';

/** Files, tests included, that import one of the block's, sorted. */
export function importersOf(model: WorkspaceModel, { files }: Pick<Block, 'files'>): string[] {
  return [...new Set(files.flatMap((path) => (model.edgesTo.get(path) ?? []).map(({ from }) => from)))].sort(compareText);
}

/** Tests in files that import the block or stand in it. */
export function testsOf(model: WorkspaceModel, block: Pick<Block, 'files'>): number {
  return testsIn(model, [...importersOf(model, block), ...block.files]);
}

/** Tests in files, each of which counts once. */
export function testsIn(model: WorkspaceModel, paths: readonly string[]): number {
  return [...new Set(paths)].reduce((sum, path) => sum + model.modules.get(path)!.facts.testNames.length, 0);
}
