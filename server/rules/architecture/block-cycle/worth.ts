/**
 * Whether someone who drew no blocks would act on a cycle between them. Between packages everyone
 * would: they are built, tested and released one by one. Folders inside of one package may know each
 * other; there only a small cycle says something, which few imports close.
 */
import type { Block, BlockEdge, WorkspaceModel } from '../../../graph/model.ts';
import type { Tangle } from '../../../graph/tangles.ts';

/** More blocks than this in one package depend on each other by habit. */
const MOST_BLOCKS = 4;
/** With more imports than this, the way back is no slip. */
const MOST_IMPORTS = 3;
/** Folders for whatever others share: what they use is used by chance. */
const CATCH_ALL =
  /(^|\/)_?(utils?|utilities|helpers?|types?|typings|interfaces|common|commons|shared|libs?|core|base|internals?|misc|support|constants|main|top)$/i;
/** A package of a monorepo. */
const PACKAGE = /^(?:.*\/)?(?:packages|apps|libs|plugins|services|modules)\/[^/]+(?=\/)/;

/**
 * @param model the workspace
 * @param tangle of blocks that were inferred
 * @param edges of the cycle that is named, the one to cut first
 */
export function isWorthCutting(model: WorkspaceModel, { members, path }: Tangle, edges: readonly BlockEdge[]): boolean {
  // What is imported inside a function is so because its author knows of the cycle.
  if (edges.some((edge) => edge.edges.every((each) => each.lazy || each.typeOnly))) return false;
  const [from, to] = [edges[0]!.from, edges[0]!.to].map((id) => model.blocks.get(id)!) as [Block, Block];
  const [here, there] = [from, to].map(({ files }) => sole(files.map((file) => PACKAGE.exec(file)?.[0] ?? '')));
  if (here !== there && here !== '' && there !== '') return true;
  if (path.some((id) => CATCH_ALL.test(id))) return false;
  if (isPythonPackage(model, from) && isPythonPackage(model, to)) return true;
  const imports = edges[0]!.edges.reduce((sum, each) => sum + each.imports.filter((fact) => !fact.typeOnly).length, 0);
  return members.length <= MOST_BLOCKS && imports <= MOST_IMPORTS;
}

/** The one value of all; the empty text when there are several. */
function sole(values: readonly string[]): string {
  return values.every((value) => value === values[0]) ? values[0] ?? '' : '';
}

/** A package that others import by its own name, such as an app of Django: the folder around it is none. */
function isPythonPackage({ modules }: WorkspaceModel, { paths }: Block): boolean {
  const folder = /^([\w./-]+)\/\*\*$/.exec(paths[0] ?? '')?.[1];
  if (folder === undefined || paths.length > 1) return false;
  const outer = folder.includes('/') ? `${folder.slice(0, folder.lastIndexOf('/'))}/` : '';
  return modules.has(`${folder}/__init__.py`) && !modules.has(`${outer}__init__.py`);
}
