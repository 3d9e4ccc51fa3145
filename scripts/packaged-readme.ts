/** README.md for the packages: links and pictures missing from a package would be broken. */
import path from 'node:path';

/**
 * @param markdown README.md of the repository
 * @param shipped files of the package, relative, with `/`
 * @returns the text without the parts marked as being about the repository, without pictures, and
 *   without links to files that are not shipped; the link text stays
 */
export function packagedReadme(markdown: string, shipped: readonly string[]): string {
  const files = new Set(shipped.map((file) => file.toLowerCase()));
  const isThere = (target: string): boolean => {
    if (/^(\w+:|#)/.test(target)) return true;
    const file = path.posix.normalize(target.replace(/#.*$/, '')).toLowerCase();
    return files.has(file);
  };
  return markdown
    .replace(/<!-- repository -->[\s\S]*?<!-- end -->\n*/g, '')
    .replace(/^[ \t]*!\[[^\]]*\]\((?!https:)[^)]*\)[ \t]*\n+/gm, '')
    .replace(/!\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (link, words: string, target: string) => (isThere(target) ? link : words));
}
