/** Fixes of one file are worked out one after the other: it is parsed once for all of them. */
import type { FixContext } from '../../facts/adapter.ts';

/**
 * @param open parses a text
 * @returns the same, which gives the last result again while it is asked for the same text with the same context
 */
export function openedOnce<Opened>(open: (path: string, text: string) => Opened): (path: string, text: string, context: FixContext) => Opened {
  const last = new WeakMap<FixContext, { path: string; text: string; opened: Opened }>();
  return (path, text, context) => {
    const before = last.get(context);
    if (before !== undefined && before.path === path && before.text === text) return before.opened;
    const opened = open(path, text);
    last.set(context, { path, text, opened });
    return opened;
  };
}
