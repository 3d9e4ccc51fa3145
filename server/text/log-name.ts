/** Names of audit logs, which hold neither blanks nor "+". */

/** @param folder its name @returns the usual name of the log in it */
export function usualLogName(folder: string): string {
  return folder.replace(/[\s+]+/g, '-');
}
