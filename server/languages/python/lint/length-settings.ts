/** The line length that the settings of flake8, pycodestyle, pylint and isort accept, for projects without ruff or black. */
import { parseToml, tableAt } from '../toml.ts';

/** Files with such settings, besides pyproject.toml. @param path relative to the workspace */
export function isLengthSetting(path: string): boolean {
  return /(^|\/)(setup\.cfg|tox\.ini|\.flake8|\.?pylintrc|\.pycodestyle)$/.test(path);
}

/**
 * @param name of the file, without its folder
 * @param text of the file
 * @returns the longest line that one of its tools accepts, or null
 */
export function readLength(name: string, text: string): number | null {
  return name === 'pyproject.toml' ? inToml(text) : longest([...sections(text)].flatMap(([section, lines]) => (TOOLS.test(section) ? lines : [])));
}

const TOOLS = /^(tool:)?(flake8|pycodestyle|pep8|pylint(\.\w+)*|format|master|main|isort|settings)$/i;
const LENGTH = /^\s*(?:max[-_]line[-_]length|line[-_]length)\s*[=:]\s*(\d+)/;

function inToml(text: string): number | null {
  const document = parseToml(text);
  if (document === null) return null;
  const pylint = [tableAt(document, 'tool', 'pylint'), tableAt(document, 'tool', 'pylint', 'format'), tableAt(document, 'tool', 'pylint', 'FORMAT')];
  const found = [
    tableAt(document, 'tool', 'isort')['line_length'], tableAt(document, 'tool', 'flake8')['max-line-length'],
    tableAt(document, 'tool', 'pycodestyle')['max-line-length'], ...pylint.map((table) => table['max-line-length']),
  ].filter((each) => typeof each === 'number');
  return found.length === 0 ? null : Math.max(...found);
}

/** Lines by the section of an INI file that they stand in. */
function sections(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (section === undefined) lines.push(line);
    else {
      lines = found.get(section) ?? [];
      found.set(section, lines);
    }
  }
  return found;
}

function longest(lines: readonly string[]): number | null {
  const found = lines.flatMap((line) => LENGTH.exec(line)?.[1] ?? []).map(Number);
  return found.length === 0 ? null : Math.max(...found);
}
