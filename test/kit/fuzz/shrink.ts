/** Makes a failing input smaller for as long as it fails in the same way. */
import { examine } from './examine.ts';
import type { FuzzFile } from './seeds.ts';

/** So often is an input tried again. */
const MOST_TRIES = 500;

/** @returns what tells one fault from another: its words without numbers, places and names */
export function kindOfFault(fault: string): string {
  return fault.split('\n').slice(0, 2).join(' ').replace(/(["'`“]).*?["'`”]|\(.*|\d+/g, '').slice(0, 160);
}

/**
 * @param file that fails
 * @param fault how it fails
 * @returns the same path with as little text as was found to fail like that
 */
export async function shrunk(file: FuzzFile, fault: string): Promise<FuzzFile> {
  const kind = kindOfFault(fault);
  let tries = 0;
  const fails = async (text: string): Promise<boolean> => {
    tries++;
    const found = await examine({ path: file.path, text });
    return found !== undefined && kindOfFault(found) === kind;
  };
  let { text } = file;
  for (const cut of [(whole: string) => whole.split(/(?<=\n)/), (whole: string) => [...whole]]) {
    let size = cut(text).length >> 1;
    while (size >= 1 && tries < MOST_TRIES) {
      const pieces = cut(text);
      let isSmaller = false;
      for (let at = 0; at < pieces.length && tries < MOST_TRIES; at += size) {
        const shorter = pieces.toSpliced(at, size).join('');
        if (!await fails(shorter)) continue;
        text = shorter;
        isSmaller = true;
        break;
      }
      if (!isSmaller) size >>= 1;
    }
  }
  return { path: file.path, text };
}
