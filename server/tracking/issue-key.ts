/** Keys of issues in what people write. */

/**
 * `ML-42` and `ABC_D-123`, as Jira writes them: no zero in front, and nothing behind that makes it a version or a
 * number of another kind (`GPL-3.0`, `CVE-2024-1`).
 */
const KEY = /(?<![A-Za-z0-9_.&])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*-[1-9]\d{0,8}(?![A-Za-z0-9_]|\.\d|-\d)/g;

/** What looks like a project and is a standard, a licence, a model or a kind of hardware. */
const NO_PROJECTS = new Set([
  'AES', 'AGPL', 'ANSI', 'APACHE', 'ARM', 'ASCII', 'BCP', 'BERT', 'BIG', 'BM', 'BSD', 'BSL', 'CC', 'CC0', 'CIFAR', 'CLAUDE',
  'CODE', 'COVID', 'CP', 'CRC', 'CVE',
  'CVSS', 'CWE', 'DALL', 'DEC', 'DES', 'DIN', 'EBCDIC', 'EC', 'ECMA', 'ED', 'EN', 'EPL', 'ES', 'EUC', 'F', 'FIPS', 'FP', 'GB', 'GEMINI', 'GHSA', 'GMT', 'GPL',
  'GPT', 'GTX', 'H', 'HMAC', 'HTTP', 'IBM', 'IE', 'IEC', 'IEEE', 'INT', 'IP', 'IPV', 'ISBN', 'ISO', 'JSR', 'KOI', 'LATIN', 'LGPL', 'LLAMA', 'LRU', 'MD', 'MIT',
  'MNIST', 'MP', 'MPEG', 'MPL', 'MR', 'MS', 'NIST', 'OSI', 'P', 'PEP', 'PKCS', 'PR', 'PSR', 'PY', 'QWEN', 'RC', 'RESNET', 'RFC', 'RIPEMD', 'RS', 'RSA', 'RTX',
  'SARS', 'SHA', 'SHAKE', 'SOC', 'SP', 'SSL', 'TCP', 'TLS', 'UCS', 'USB', 'UTC', 'UTF', 'V', 'VGG', 'VT', 'W3C', 'WCAG', 'WIN', 'WINDOWS', 'X', 'YOLO',
]);

/** A key is a word; a longer word is none, and is not looked at. */
const LONGEST_WORD = 100;

/** Finds the first key in a text; null for none. */
export type KeyFinder = (text: string) => string | null;

/** Finds keys as Jira writes them. */
export const usualKey: KeyFinder = (text) => {
  for (const [key] of text.matchAll(KEY)) if (!NO_PROJECTS.has(key.slice(0, key.lastIndexOf('-')))) return key;
  return null;
};

/** @param pattern that `expressionRefusal` accepts; null for keys as Jira writes them */
export function keyFinder(pattern: string | null): KeyFinder {
  if (pattern === null) return usualKey;
  const expression = new RegExp(pattern);
  return (text) => {
    for (const word of text.split(/\s+/)) {
      const found = word.length > LONGEST_WORD ? null : expression.exec(word);
      if (found !== null && found[0] !== '') return found[0];
    }
    return null;
  };
}

/** Keys that Archwright makes up for commits that name none: `AUTO-` and eight digits of a hash, or more. */
const MADE_UP = /^AUTO-[0-9a-f]{8,}$/;
const JIRA_KEY = /^([A-Z][A-Z0-9_]*)-[1-9]\d{0,9}$/;

/** @returns the project of a key as Jira writes it; null for any other, and for one that Archwright made up */
export function keyInJira(key: string): { project: string; number: number } | null {
  const project = MADE_UP.test(key) ? undefined : JIRA_KEY.exec(key)?.[1];
  return project === undefined ? null : { project, number: Number(key.slice(project.length + 1)) };
}
