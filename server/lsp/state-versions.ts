/** Versions of the states that folders were in, which are too large to compare by their content. */
export class StateVersions {
  readonly #known = new WeakMap<object, string>();
  /** Those of an earlier server are others. */
  #next = Date.now();

  /** @returns the same for the same object; empty for none */
  of(state: object | null): string {
    if (state === null) return '';
    const version = this.#known.get(state) ?? String(this.#next++);
    this.#known.set(state, version);
    return version;
  }
}
