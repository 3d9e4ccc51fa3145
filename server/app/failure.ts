/** The error that tells the user why Archwright could not do what was asked. */

/** Its message is a sentence for the user. Any other error is a bug. */
export class Failure extends Error {}
