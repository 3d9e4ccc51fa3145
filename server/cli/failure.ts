/** Something that keeps Archwright from doing its work: told to the user, exit code 2. */
export class Failure extends Error {}

/** The gate does not hold. */
export const EXIT_GATE = 1;
/** Archwright could not do its work. */
export const EXIT_FAILURE = 2;
