/** Tells templates, which something fills in and makes code of, from broken code. */

/** `{$ name $}`, `{{ name }}`, `{% if %}`, `<% name %>` and `<?php`; not an object as an attribute of markup. */
const TEMPLATE = /\{\$.*\$\}|(?<!=\s*)\{\{(?!\s*\}).*\}\}|\{%.*%\}|<%|<\?(php|=)/;

/**
 * @param path of the file
 * @param line with a syntax error
 * @returns true when the file is a template
 */
export function isTemplateLine(path: string, line: string): boolean {
  return /\.(template|tmpl|tpl)\.([cm]?[jt]sx?|py)$/i.test(path) || TEMPLATE.test(line.replace(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g, '""'));
}
