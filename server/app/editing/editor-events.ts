/** How an edited folder reports to the editor and queries it, and the texts that are open there. */
import type { NamedConfiguration } from '../configuration.ts';
import type { Occasion } from '../tracking.ts';
import type { FileShows } from './shown-files.ts';
import type { Showing } from './shown-findings.ts';

/** A text that is open in the editor, in one of its states. */
export interface OpenText {
  readonly text: string;
  /** The editor's number of the state: a later one has a higher number, until the document is closed. */
  readonly version: number;
}

/** What concerns the display of findings. */
export interface DisplayEvents {
  /** What a file shows has changed. @param judged the open text that was judged; undefined for a file as it is on disk */
  shows(path: string, shows: FileShows, judged: OpenText | undefined): void;
  /** How the editor shows the findings of a file. @param judged as above */
  showing(path: string, judged: OpenText | undefined): Showing;
}

export interface EditorEvents extends DisplayEvents {
  /** A full review has finished. */
  reviewed(occasion: Occasion): void;
  /** Work begins that takes long, or is over; each beginning has its end. */
  busy(busy: boolean): void;
  /** Something the user should know, such as a rule that failed. */
  log(message: string): void;
  /** Whether git may be asked: where a folder is not trusted, nothing is run. */
  mayAskGit(): boolean;
  /** @returns the configuration to use instead of `archwright.jsonc`; undefined for none @throws {Failure} when it cannot be read */
  configuration(): Promise<NamedConfiguration | undefined>;
}
