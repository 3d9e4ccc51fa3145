/** Which of our own code a thread ran, so that inputs that reach new code are varied further. */
import { Session, type Profiler } from 'node:inspector';

/** Counts whole blocks of code that ran, not how often, in files of the server. */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Number of blocks that ever ran. */
  get size(): number {
    return this.#seen.size;
  }

  /** @returns whether anything ran since the last call that never ran before */
  grew(): boolean {
    const before = this.#seen.size;
    // The session answers before `post` returns.
    this.#session.post('Profiler.takePreciseCoverage', (_error, { result }) => result.forEach((script) => this.#take(script)));
    return this.#seen.size > before;
  }

  #take({ url, functions }: Profiler.ScriptCoverage): void {
    if (!url.includes('/server/')) return;
    for (const { ranges } of functions)
      for (const { count, startOffset, endOffset } of ranges) if (count > 0) this.#seen.add(`${url}:${startOffset}-${endOffset}`);
  }
}
