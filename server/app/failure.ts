/** What keeps Archwright from doing what was asked, in words for the user. */

/** Its message is a sentence for the user. Any other error is a fault of the program. */
export class Failure extends Error {}
