/**
 * Whether someone who drew no blocks would act on a cycle between them. Between packages of one repository everyone
 * would: they are built, tested and released one by one. Folders inside of one package, and the apps of one site, mostly
 * know each other on purpose.
 */
import type { Block, BlockEdge, WorkspaceModel } from '../../../graph/model.ts';

/** A package of a monorepo. */
const PACKAGE = /^(?:.*\/)?(?:packages|apps|libs|services)\/[^/]+(?=\/)/;

/**
 * @param model the workspace
 * @param edges of the cycle that is named, the one to cut first, between blocks that were inferred
 */
export function isWorthCutting(model: WorkspaceModel, edges: readonly BlockEdge[]): boolean {
  // What is imported inside a function is so because its author knows of the cycle.
  if (edges.some((edge) => edge.edges.every((each) => each.lazy || each.typeOnly))) return false;
  const [from, to] = [edges[0]!.from, edges[0]!.to].map((id) => model.blocks.get(id)!) as [Block, Block];
  const [here, there] = [from, to].map(({ files }) => sole(files.map((file) => PACKAGE.exec(file)?.[0] ?? '')));
  return here !== there && here !== '' && there !== '';
}

/** The one value of all; the empty text when there are several. */
function sole(values: readonly string[]): string {
  return values.every((value) => value === values[0]) ? values[0] ?? '' : '';
}
