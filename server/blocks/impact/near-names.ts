/** Names that somebody may have meant. */
import { compareText } from '../../text/order.ts';

/** How many are offered. */
const MOST = 3;

/** @returns the known names that are closest to a name, the closest first; none when nothing is close */
export function nearNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  const most = Math.max(1, Math.floor(name.length / 3));
  return known
    .map((each) => ({ each, steps: each.toLowerCase().includes(wanted) || wanted.includes(each.toLowerCase()) ? 1 : editSteps(wanted, each.toLowerCase()) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || compareText(a.each, b.each))
    .slice(0, MOST)
    .map(({ each }) => each);
}

/** Insertions, removals and replacements that lead from one text to the other. */
function editSteps(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = before[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      now.push(Math.min(before[column]! + 1, now[column - 1]! + 1, replaced));
    }
    before = now;
  }
  return before[to.length]!;
}
