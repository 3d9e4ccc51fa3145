/** Long work in steps, so that something else may have its turn between two of them. */
export type Steps<Result> = Generator<void, Result>;

/** @returns the result, when all steps have been done at once */
export function allSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
