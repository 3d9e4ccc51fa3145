/** Why a file that is there was not judged. Data: words are made where they are shown. */

/** What could not be read. */
type Unreadable = 'file' | 'folder';

export type SkipReason =
  | { code: 'no-permission' | 'vanished'; what: Unreadable }
  | { code: 'unreadable'; error: string }
  | { code: 'folder-for-file' | 'file-for-folder' }
  /** A symbolic link: not followed, leading back to itself, or leading nowhere. */
  | { code: 'link' | 'link-loop' | 'link-broken' }
  | { code: 'too-large'; kilobytes: number; most: number }
  | { code: 'not-utf8' | 'binary' | 'minified' | 'template' | 'generated' }
  /** A notebook whose code is in a language that no adapter reads. */
  | { code: 'other-language'; language: string }
  /** The analysis threw an error on this file. */
  | { code: 'analysis-failed'; error: string };

export type SkipCode = SkipReason['code'];

/** A file that was not judged. */
export interface SkippedFile {
  path: string;
  reason: SkipReason;
}
