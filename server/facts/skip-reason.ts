/** Why an existing file was not reviewed. Data: the text is made where it is shown. */

/** The most source code that one file may hold: bytes on disk, characters in a notebook's cells. */
export const MOST_CODE = 1024 * 1024;

/** What could not be read. */
type Unreadable = 'file' | 'folder';

export type SkipReason =
  | { code: 'no-permission' | 'vanished'; what: Unreadable }
  | { code: 'unreadable'; error: string }
  | { code: 'folder-for-file' | 'file-for-folder' }
  /** A symbolic link that is not followed, points back to itself, or is broken. */
  | { code: 'link' | 'link-loop' | 'link-broken' }
  | { code: 'too-large'; kilobytes: number; most: number }
  | { code: 'not-utf8' | 'binary' | 'minified' | 'vendored' | 'template' | 'generated' }
  /** No code, in spite of its ending: Qt keeps translations in XML in `.ts`. */
  | { code: 'data' }
  /** The file itself is in Git's large file storage, and was not fetched. */
  | { code: 'lfs-pointer' }
  /** A repository of its own, which the revision of this one only names. */
  | { code: 'submodule' }
  /** A notebook whose code is in a language that no adapter reads. */
  | { code: 'other-language'; language: string }
  /** Patterns of an ignore file, on these lines, that would take too long to match: they are not used. */
  | { code: 'slow-pattern'; lines: readonly number[] }
  /** Code nested deeper than any that people write; following it would take all of the stack. */
  | { code: 'too-deep' }
  /** Code built such that reading it takes far more steps than its size, and more than a file may take. */
  | { code: 'too-complex' }
  /** It was still being analyzed after these seconds. */
  | { code: 'too-slow'; seconds: number }
  /** The analysis of this file threw an error. */
  | { code: 'analysis-failed'; error: string };

export type SkipCode = SkipReason['code'];

/** A file that was not reviewed. */
export interface SkippedFile {
  path: string;
  reason: SkipReason;
}
