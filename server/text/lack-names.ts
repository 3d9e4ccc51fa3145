/** Names that say that nothing stands behind them: `does_not_exist`, and the words with which authors remind themselves. */

const LACKING = /^(TODO|FIXME)$|non_?exist|not_?exist|undefined|undeclared|not_?defined/i;

/** @returns whether a name is missing on purpose: to see what happens then, or as a reminder */
export function isNamedForLack(name: string): boolean {
  return LACKING.test(name);
}
