/** What is missing, and what several files ask for, comes from another repository or from a build that nobody wrote down. */
import type { WorkspaceModel } from '../../../graph/model.ts';
import { folderOf, foldersOf } from '../../../text/folders.ts';
import { groupedBy } from '../../../text/order.ts';

/** From this many files on, it is meant to be there. */
const MANY = 3;

/**
 * @param missing what is not there, with the files that import it
 * @param model the workspace
 * @returns those that are left
 */
export function withoutForeignFolders<Missing extends { path: string; target: string }>(missing: readonly Missing[], model: WorkspaceModel): Missing[] {
  if (missing.length < MANY) return [...missing];
  const folders = foldersOf([...model.modules.keys()]);
  const first = (target: string): string => {
    for (let at = target; ; at = folderOf(at)) if (folders.has(folderOf(at))) return at;
  };
  const groups = groupedBy(missing, ({ target }) => first(target));
  return missing.filter(({ target }) => {
    const group = groups.get(first(target))!;
    return new Set(group.map(({ path }) => path)).size < MANY;
  });
}
