/** Describes what other tools found, naming their reports. */
import type { ToolCount } from './input.ts';
import { counted, listed } from '../text/wording.ts';

/** mypy calls everything an error; the other tools have several levels. */
function nounOf(tool: string): string {
  return tool === 'mypy' ? 'error' : 'message';
}

/**
 * @param tools counts of one criterion, in any order
 * @returns `; 12 errors from mypy (reports/mypy.txt)`; empty without reports
 */
export function toldBy(tools: readonly ToolCount[]): string {
  const sums = new Map<string, { tool: string; source: string; count: number }>();
  for (const { tool, source, count } of tools) {
    const key = JSON.stringify([source, tool]);
    const known = sums.get(key);
    if (known) known.count += count;
    else sums.set(key, { tool, source, count });
  }
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  const some = sorted.filter(({ count }) => count > 0).map(({ tool, source, count }) => `${counted(count, nounOf(tool))} from ${tool} (${source})`);
  const none = sorted.filter(({ count }) => count === 0).map(({ tool, source }) => `${tool} (${source})`);
  return `${some.length > 0 ? `; ${listed(some)}` : ''}${none.length > 0 ? `; nothing more from ${listed(none)}` : ''}`;
}
