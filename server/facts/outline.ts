/**
 * What a module declares at its top level, and what each declaration needs: enough to follow a change from a function to
 * the tests that may run it. Kept for every file, so lists of names are written as one text with spaces between them.
 */

/**
 * A list of names with spaces between them:
 * - `name`: declared or imported in the file
 * - `name.member`: a member of such a name
 * - `.member`: a member of something else; also a word in quotes, which may be the name of a member
 * - `'word`: in Python, a word in quotes that is a key or is compared: the name of a member only for what computes such names
 * - `"text`: a literal that may name a file or a module; spaces in it are written as `%20`
 * - `<text`: imports this module where it stands
 * - `fixture:name`: a parameter that a test framework fills in
 * - `?import`, `?list`, `?start`, `?member`: imports what is computed, reads the list of a folder, starts a program, calls
 *   a member whose name is computed
 * - `?getattr`: in Python, reads a member of anything by a computed name
 */
export type Needs = string;

/** A declaration or another statement at the top level, or a method of a class there. */
export interface OutlineItem {
  /**
   * Names that it declares: `name`, `Class.method`, `export:name` where others import it by another name, `export:*` for
   * all that the module gives. Empty for a statement that only runs.
   */
  names: string[];
  /** Hash of its text. For a class without its methods, which are items of their own. */
  hash: number;
  /** Hash of its text without the bodies of functions; absent when it has none. */
  shape?: number;
  /** What it needs at run time. */
  uses: Needs;
  /** Names that it uses only as types; absent when there are none. */
  types?: Needs;
  /**
   * What of it runs while the module loads, absent when nothing does: `*` for all of it, else names, `@` for the bodies of
   * the functions in it, `.member` for a member of something else, and `callee>name`, `callee>@` or `callee>.member` for what
   * runs only if the callee calls what it is handed. `'word` for a word in quotes.
   */
  runs?: Needs;
  /**
   * For functions: what may call the functions that they are handed, before they return. `!` for themselves, else the names
   * of those that they pass them on to; absent where that is not known.
   */
  calls?: Needs;
  /** It does not exist at run time: an interface or a type. */
  erased?: true;
  /** Others see a type that was worked out from the body; absent where it is written. */
  infers?: true;
  /** For classes: what it extends and implements; `?` where others may call its methods without naming them. */
  bases?: Needs;
  /** A test framework calls it where a test asks for its name, or for every test in the folder; absent otherwise. */
  fixture?: 'asked' | 'always';
}
