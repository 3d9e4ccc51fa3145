/** Cells that a spreadsheet would take for a formula. */

/** With the wide forms of some keyboards, and what makes spreadsheets skip to such a character. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?%?$/;

/** @param text of a cell @returns it as a spreadsheet shows it and calculates nothing; a number stays a number */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
