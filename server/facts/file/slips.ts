/** Slips: statements and calls that do something else than they read as, whatever the values in them are. */
import type { Span } from '../span.ts';

export interface SlipFact {
  /**
   * `plain-braces`: a text with `{name}` or `${name}` that is not interpolated.
   *
   * Without effect: `comparison`, a comparison as a statement. `text-method`, `frame-method`, `tensor-method`: the changed copy is dropped.
   * `uncalled`: a method is named and not called.
   *
   * Misread: `strip-word`, `strip("…")` takes characters, not a word. `shared-rows`, `[[0] * n] * m` is one row many times.
   * `shared-default`: `dict.fromkeys(keys, [])` is one list for all. `split-characters`: a chunk of a stream is decoded by itself.
   * `header-name`: `contentType` among headers. `parse-int-map`: `parseInt` is given the position for the base. `empty-array-map`: a list that has a
   * length and no elements is mapped, which calls nothing.
   *
   * `changed-list`, `changed-keys`: what is iterated over loses or gains elements meanwhile; in a dictionary or set that raises an error.
   */
  kind: 'plain-braces' | 'comparison' | 'text-method' | 'frame-method' | 'tensor-method' | 'uncalled' | 'strip-word' | 'shared-rows' | 'shared-default'
    | 'split-characters' | 'header-name' | 'parse-int-map' | 'empty-array-map'
    | 'changed-list' | 'changed-keys';
  /** What is said of it, as written and shortened: the placeholder, the statement, the call, the collection. */
  text: string;
  span: Span;
}
