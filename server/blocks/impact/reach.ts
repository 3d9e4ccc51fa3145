/** What a change reached, file by file. */

/** One file that was reached. */
export class FileReach {
  /** Items of its outline that were reached. */
  readonly items = new Set<number>();
  /** Names that mean something else now. */
  readonly names = new Set<string>();
  /** Files through which it was reached. */
  readonly through = new Set<string>();
  /** It does something else, or fails, while it loads. */
  loads = false;
  /** Its importers were told that a name changed, whichever it is. */
  told = false;
  /** What reads it by its name was told. */
  read = false;

  /** Something in the file runs differently: passing a name on does not count. */
  get runs(): boolean {
    return this.loads || this.items.size > 0;
  }

  /** It was reached, if only by names that it passes on. */
  get isReached(): boolean {
    return this.runs || this.through.size > 0;
  }
}

/** All that a change reached. */
export class Reach {
  readonly files = new Map<string, FileReach>();
  /** Types decided about something, so that without them less may be reached. */
  metTypes = false;
  /** A method changed, so that it matters whether only code that names it calls it. */
  metMethods = false;

  /** The entry of a file, made on first use. */
  at(path: string): FileReach {
    let known = this.files.get(path);
    if (known === undefined) this.files.set(path, (known = new FileReach()));
    return known;
  }

  isReached(path: string): boolean {
    return this.files.get(path)?.isReached === true;
  }

  runs(path: string): boolean {
    return this.files.get(path)?.runs === true;
  }

  loads(path: string): boolean {
    return this.files.get(path)?.loads === true;
  }
}
