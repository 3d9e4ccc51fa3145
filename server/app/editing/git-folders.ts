/** Where git keeps what tells that a commit was made: for whoever watches files. */
import { gitFolders } from '../../host/git-history.ts';

/** @param root of a folder, in which git may be asked @returns absolute paths with `/`; none outside a repository */
export function gitFoldersOf(root: string): Promise<string[]> {
  return gitFolders(root);
}
