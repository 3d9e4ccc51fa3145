/** Tells templates, which something fills in and makes code of, from broken code. */

/** `{$ name $}`, `{{ name }}`, `{% if %}`, `{# why`, `<% name %>` and `<?php`; not an object as an attribute of markup. */
const TEMPLATE = /\{\$.*\$\}|(?<!=)\{\{(?!\s*\}).*\}\}|\{%.*%\}|^\s*\{#|<%|<\?(php|=)/;

/** So much of a line is looked at: the square of a longer one would be too much. */
export const LOOKED_AT = 2000;

/**
 * @param path of the file
 * @param line with a syntax error
 * @returns true when the file is a template
 */
export function isTemplateLine(path: string, line: string): boolean {
  return /\.(template|tmpl|tpl)\.([cm]?[jt]sx?|py)$/i.test(path) || TEMPLATE.test(line.slice(0, LOOKED_AT).replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g, '""'));
}
