/** Tests of types, which the compiler judges and nobody runs. */

const TYPE_TEST = new RegExp(
  String.raw`(\.(test-d|tst)|(^|/|[.-])types?\.(test|spec))\.[cm]?tsx?$|(^|/)(type-?tests?|dts-?(tests?|lint)|test-d)/|`
  + String.raw`(^|/)(tests?|__tests__)/(types?|typings?)/.*\.[cm]?tsx?$`,
);

/** @returns whether a file is only compiled, to see which types it accepts */
export function isTypeTest(path: string): boolean {
  return TYPE_TEST.test(path);
}
