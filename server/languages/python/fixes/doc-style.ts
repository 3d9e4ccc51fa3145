/** Which of the common docstring styles a project uses. */
import type { FixContext } from '../../../facts/adapter.ts';
import { openedOnce } from '../../kit/opened-once.ts';
import { parseToml, tableAt } from '../toml.ts';

/** `sentence`: one sentence, without parameters and return value. */
export type DocStyle = 'google' | 'numpy' | 'rest' | 'sentence';

const SIGNS: readonly { style: DocStyle; sign: RegExp }[] = [
  { style: 'google', sign: /^[ \t]*(Args|Arguments|Returns|Yields|Raises):[ \t]*\r?\n[ \t]+\S/gm },
  { style: 'numpy', sign: /^[ \t]*(Parameters|Returns|Yields|Raises)[ \t]*\r?\n[ \t]*-{3,}[ \t]*$/gm },
  { style: 'rest', sign: /^[ \t]*:(param|returns?|raises?|rtype)\b[^:\n]*:/gm },
];
const SETTINGS = ['.ruff.toml', 'ruff.toml', 'pyproject.toml'];
/** How many documented functions with parameters are read before "one sentence" counts as the style. */
const ENOUGH = 4;
/** How many files are read for their style, nearest first. */
const MOST_FILES = 40;

const ownStyleOf = openedOnce((_path, text) => signsIn(text));

/**
 * @param path of the file to document
 * @param text of that file
 * @param context of the workspace
 * @returns the style of the file; otherwise that of the settings; otherwise that of other files; otherwise Google's
 */
export function docStyleOf(path: string, text: string, context: FixContext): DocStyle {
  const own = ownStyleOf(path, text, context);
  if (own !== null) return own;
  const asked = conventionOf(path, context);
  if (asked !== null) return asked;
  const counts = new Map<DocStyle, number>();
  let sentences = sentencesIn(text);
  for (const other of neighbours(path, context)) {
    const found = context.read(other);
    if (found === undefined) continue;
    const style = signsIn(found);
    if (style === null) sentences += sentencesIn(found);
    else counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (sentences >= ENOUGH ? 'sentence' : 'google');
}

/**
 * @param text a docstring, or a file with some
 * @returns the style with the most evidence; null when there is none
 */
export function signsIn(text: string): DocStyle | null {
  const [most] = SIGNS.map(({ style, sign }) => ({ style, count: text.match(sign)?.length ?? 0 })).sort((a, b) => b.count - a.count);
  return most!.count > 0 ? most!.style : null;
}

/** Number of documented functions with parameters. */
function sentencesIn(text: string): number {
  return text.match(/\bdef \w+\((?!\s*(?:(?:self|cls)\s*)?\))[^\n]*:[ \t]*\r?\n[ \t]+("""|''')/g)?.length ?? 0;
}

/** The style in ruff's settings, from the nearest folder that sets one. */
function conventionOf(path: string, context: FixContext): DocStyle | null {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of SETTINGS) {
      const text = context.read(folder === '' ? name : `${folder}/${name}`);
      const document = text === undefined || !text.includes('convention') ? null : parseToml(text);
      if (document === null) continue;
      const ruff = name === 'pyproject.toml' ? tableAt(document, 'tool', 'ruff') : document;
      const found = tableAt(ruff, 'lint', 'pydocstyle')['convention'] ?? tableAt(ruff, 'pydocstyle')['convention']
        ?? tableAt(document, 'tool', 'pydocstyle')['convention'];
      if (found === 'google' || found === 'numpy') return found;
    }
    if (folder === '') return null;
  }
}

function neighbours(path: string, context: FixContext): string[] {
  const shared = (other: string): number => {
    let length = 0;
    while (length < other.length && other[length] === path[length]) length++;
    return length;
  };
  return context.files().filter((each) => each !== path && each.endsWith('.py')).sort((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1)).slice(0, MOST_FILES);
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
