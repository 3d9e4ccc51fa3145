/** Calls that may lack an `await`. */

/** Of more calls in one file, which may or may not be asynchronous, the rest is left out. */
export const MOST_UNAWAITED = 200;
