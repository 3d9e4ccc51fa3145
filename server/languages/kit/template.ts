/** Tells templates, which another program turns into code, from broken code. */

/** `{$ name $}`, `{{ name }}`, `{% if %}`, `{# why`, `<% name %>` and `<?php`; not an object as an attribute of markup. */
const TEMPLATE = /\{\$.*\$\}|(?<!=)\{\{(?!\s*\}).*\}\}|\{%.*%\}|^\s*\{#|<%|<\?(php|=)/;

/** Characters of a line that are examined: the time grows with the square of the length. */
export const LOOKED_AT = 2000;

/**
 * @param path of the file
 * @param line with a syntax error
 * @returns true when the file is a template
 */
export function isTemplateLine(path: string, line: string): boolean {
  return /\.(template|tmpl|tpl)\.([cm]?[jt]sx?|py)$/i.test(path) || TEMPLATE.test(line.slice(0, LOOKED_AT).replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g, '""'));
}
