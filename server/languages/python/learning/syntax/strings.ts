/** The text of a string without its quotes. */

const QUOTED = /^[a-zA-Z]{0,2}(['"]{1,3})([\s\S]*)\1$/;

/** @param text a literal as written @returns what stands between the quotes; other literals as they are */
export function unquoted(text: string): string {
  return text.replace(QUOTED, '$2');
}

/** @param text a literal as written @returns whether it is a string */
export function isQuoted(text: string): boolean {
  return /^[a-zA-Z]{0,2}['"]/.test(text);
}
