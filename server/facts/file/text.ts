/** What is found in a file's text and not in its syntax tree: long lines, secrets, a linter's messages. */
import type { Span } from '../span.ts';

export interface LongLine {
  line: number;
  length: number;
  /** Column where the line begins, if not the first: notebook files hold lines as JSON strings. */
  start?: number;
  /** Cannot be broken: an import, a URL, one long string. */
  unbreakable: boolean;
}

/** A secret found by the scanner; the value itself is never kept. */
export interface SecretFact {
  /** What it is: `GitHub token`, `password`. */
  kind: string;
  span: Span;
  /** At most the first few characters, followed by asterisks. */
  masked: string;
  /** Name of the variable, key or parameter it is given to; empty when none. */
  name: string;
  /** Certain because of its format, or likely because of its name and entropy. */
  confidence: 'high' | 'medium';
  /**
   * Why it may open nothing: `example` for placeholders, documentation, public keys and values of local services,
   * `limited` for tokens that can only read or upload, `weak` for plain words that only their name makes a secret,
   * `guessable` for what a person made up, `sample` for what a schema or a preview shows, which is masked and not reported; absent otherwise.
   */
  doubt?: 'example' | 'limited' | 'weak' | 'guessable' | 'sample';
  /**
   * What shows besides the name that it is a secret: `issued` for the strict, published form of a vendor's token or a private key,
   * `form` for a form that invented values may have as well, `generated` for what a machine has made up under the name of a secret,
   * `signing-key` for a word that code signs with; absent where only the name says so.
   */
  proof?: 'issued' | 'form' | 'generated' | 'signing-key';
  /** Code that is commented out. */
  commented?: true;
  /** Shared by the places of a file that hold the same value under the same name; absent where there is one. */
  alike?: number;
}

/** One replacement proposed by a linter. */
export interface LintEdit {
  span: Span;
  text: string;
  /** The original text of the line where it begins: if the line has changed since, the edit no longer applies. */
  line: string;
}

/** A linter's message, with its own code; rules give it our severity, section and wording. */
export interface LintFact {
  /** Which linter: `ruff`. */
  engine: string;
  /** `E722`. */
  code: string;
  message: string;
  span: Span;
  /** The linter's own fix, if it is known not to change behaviour; null otherwise. */
  fix: { title: string; edits: LintEdit[] } | null;
}
