/** Commits as the figures of blocks need them. */

export interface CommitFile {
  /** What the file is called today, relative to the folder. */
  path: string;
  added: number;
  deleted: number;
}

/** A commit that is not a merge. */
export interface Commit {
  hash: string;
  author: string;
  /** Seconds since 1970. */
  time: number;
  files: CommitFile[];
}
