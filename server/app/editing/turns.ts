/** Does long work in turns, between which requests are answered and edits arrive. */
import { allSteps, type Steps } from '../../text/steps.ts';

/** How long one turn takes, in milliseconds; a single step may take longer. */
const TURN = 20;
/** So often in a row work is given up for something newer; then it is done in one go, because whoever types without a pause waits for it too. */
const PATIENCE = 3;

export class Turns {
  readonly #isOvertaken: () => boolean;
  readonly #turn: number;
  #givenUp = 0;

  /** @param isOvertaken whether something newer is to be done first @param turn in milliseconds */
  constructor(isOvertaken: () => boolean, turn = TURN) {
    this.#isOvertaken = isOvertaken;
    this.#turn = turn;
  }

  /** @returns the result; null when the work was given up for something newer */
  async take<Result>(steps: Steps<Result | null>): Promise<Result | null> {
    const result = this.#givenUp < PATIENCE ? await this.#inTurns(steps) : allSteps(steps);
    this.#givenUp = result === null ? this.#givenUp + 1 : 0;
    return result;
  }

  async #inTurns<Result>(steps: Steps<Result | null>): Promise<Result | null> {
    let end = performance.now() + this.#turn;
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      if (performance.now() < end) continue;
      await new Promise((next) => setImmediate(next));
      if (this.#isOvertaken()) return null;
      end = performance.now() + this.#turn;
    }
  }
}
