/** Does one step at a time, after pauses that let edits gather. */

export interface Pauses {
  /** Edits closer together than this are judged as one, in milliseconds. */
  typing: number;
  /** After the last change of a settings file. */
  settings: number;
  /** After this long without edits the whole folder is judged: duplicate code, score, panel. */
  idle: number;
}

const PAUSES: Pauses = { typing: 15, settings: 250, idle: 700 };

/** Work that takes longer than this is reported as such, in milliseconds. */
const LONG_MS = 300;

/** `full` does all that `fast` does. */
export type Depth = 'fast' | 'full';

export class WorkLoop {
  readonly #step: (depth: Depth) => Promise<void>;
  readonly #busy: (busy: boolean) => void;
  readonly #pauses: Pauses;
  readonly #timers = new Map<Depth, NodeJS.Timeout>();
  #wanted: Depth | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;

  /**
   * @param step what is done, never two at a time; it must not reject
   * @param busy called with true when work takes long, and with false when it is over
   */
  constructor(step: (depth: Depth) => Promise<void>, busy: (busy: boolean) => void, pauses: Pauses = PAUSES) {
    this.#step = step;
    this.#busy = busy;
    this.#pauses = pauses;
  }

  /** Nothing is under way or waiting. */
  get isAtRest(): boolean {
    return this.#running === null && this.#timers.size === 0;
  }

  /** Asks for a step after a pause. Further edits postpone a full step, but not a fast one. */
  soon(depth: Depth, pause: keyof Pauses): void {
    if (this.#stopped || (depth === 'fast' && this.#timers.has(depth))) return;
    clearTimeout(this.#timers.get(depth));
    this.#timers.set(depth, setTimeout(() => {
      this.#timers.delete(depth);
      void this.now(depth);
    }, this.#pauses[pause]));
  }

  /** @returns when a step of this depth, begun from now on, is done and nothing more is wanted */
  async now(depth: Depth): Promise<void> {
    if (this.#stopped) return;
    if (this.#wanted !== 'full') this.#wanted = depth;
    await (this.#running ??= this.#run());
  }

  /** Begins nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#wanted = null;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #run(): Promise<void> {
    let isLong = false;
    const timer = setTimeout(() => this.#busy(isLong = true), LONG_MS);
    while (this.#wanted !== null) {
      const depth = this.#wanted;
      this.#wanted = null;
      await this.#step(depth);
    }
    // In the same turn as the last look at what is wanted.
    this.#running = null;
    clearTimeout(timer);
    if (isLong) this.#busy(false);
  }
}
