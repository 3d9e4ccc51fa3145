/** Expressions, and where their varying parts come from. */
import type { Span } from '../span.ts';

export type ValueKind =
  | 'string' | 'number' | 'boolean' | 'null' | 'regex'
  | 'template' | 'identifier' | 'member' | 'call' | 'function' | 'object' | 'array' | 'other';

/** Where the varying part of a value comes from. */
export type OriginKind =
  | 'parameter' | 'request' | 'environment' | 'call' | 'import' | 'variable' | 'literal' | 'this' | 'unknown';

export interface Origin {
  kind: OriginKind;
  /** Source text, shortened: `req.query.id`, `userId`, `getName()`. */
  text: string;
  /** Cannot be chosen freely: a number, a boolean, or one of a few strings listed in its type. */
  bounded?: boolean;
  /** Used where a table has no entry for it: `COLUMNS[name] || name`. */
  lookedUp?: true;
}

/** An expression as rules see it: what it is, and where its varying parts come from. */
export interface ValueFact {
  kind: ValueKind;
  /** The value of a literal, else the source text, shortened to 120 characters. Secrets are masked. */
  text: string;
  span: Span;
  /** Fully known from the file: a literal, a constant that holds literals, or an expression built only from those. */
  constant: boolean;
  /** For assembled text (template, `+`, join, format): its fixed pieces in order, `null` for each inserted value. */
  pieces: (string | null)[] | null;
  /** Where each inserted or varying part comes from. Empty for a constant. */
  origins: Origin[];
  /** For an object: its keys with their values, one level deep. */
  properties: { name: string; value: ValueFact }[] | null;
  /** Built from the named arguments of a call (`f(x, key=value)`), `**options` under the name `**`; comes last in `CallFact.args`. Absent otherwise. */
  keywords?: true;
}
