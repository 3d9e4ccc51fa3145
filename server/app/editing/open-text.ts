/** A text that is open in the editor, in one of its states. */
export interface OpenText {
  readonly text: string;
  /** The editor's number of the state: a later one has a higher number, until the document is closed. */
  readonly version: number;
}
