/** The nodes of the file that was read last, for the fixes that are tried right after it. */
import type { Source } from './syntax.ts';

/** Held weakly: where nothing else needs the nodes any more, they are made again. */
let last: { source: WeakRef<Source>; isWhole: boolean } | null = null;

/**
 * @param source nodes of a file that was just parsed
 * @param isWhole they hold no syntax error
 */
export function rememberSource(source: Source, isWhole: boolean): void {
  last = { source: new WeakRef(source), isWhole };
}

/**
 * @param path of a file
 * @param text of it
 * @returns its nodes if it was the last that was read; null if it holds a syntax error; undefined if it has to be parsed
 */
export function rememberedSource(path: string, text: string): Source | null | undefined {
  const source = last?.source.deref();
  if (last === null || source === undefined || source.path !== path || source.text !== text) return undefined;
  return last.isWhole ? source : null;
}
