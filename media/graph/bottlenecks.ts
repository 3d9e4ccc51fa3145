/** What is said of bottlenecks, in plain words. */
import type { BottleneckWords } from '../../server/diagram/map/box.tsx';
import type { MapNode } from '../../server/diagram/map/plan.ts';
import type { BlockLoad, Bottlenecks } from '../../server/protocol/answers.ts';
import { counted, grouped } from '../../server/text/wording.ts';

/** What passes through a block, as sentences. */
export function loadSentences({ onWays, usedBy, uses, instability, reasons }: BlockLoad, { pairs, sources, of }: Bottlenecks): string[] {
  const about = sources < of ? 'about ' : '';
  const ways = onWays === 0 ? 'On none of the shortest ways between two other blocks.'
    : `On ${about}${grouped(onWays)} of the ${about}${grouped(pairs)} shortest ways between two blocks (${shareOf(onWays, pairs)}).`;
  const users = `${counted(usedBy, 'block')} ${usedBy === 1 ? 'uses' : 'use'} it, and it uses ${grouped(uses)}`
    + `${instability === null ? '' : `: instability ${instability.toFixed(2)}`}.`;
  const why = 'What many blocks use should rarely have a reason to change, and each block that it uses is one.';
  return [ways, users, ...(reasons.includes('users') ? [why] : [])];
}

/** How the counts came about, where they are estimates; null where they are exact. */
export function estimateWords({ sources, of }: Bottlenecks): string | null {
  return sources < of ? `Estimated from the ways that begin at ${grouped(sources)} of ${grouped(of)} blocks.` : null;
}

/** In percent. */
export function shareOf(onWays: number, pairs: number): string {
  const share = pairs === 0 ? 0 : (onWays / pairs) * 100;
  return share > 0 && share < 1 ? 'under 1%' : `${Math.round(share)}%`;
}

/** What boxes say of the bottlenecks in them, by key. */
export function bottleneckWords(nodes: ReadonlyMap<string, MapNode>, found: Bottlenecks): Map<string, BottleneckWords> {
  const loads = new Map(found.blocks.map((load) => [load.block, load]));
  return new Map([...nodes].flatMap(([key, { block, branch }]): [string, BottleneckWords][] => {
    const load = loads.get(block?.id ?? '');
    if (load !== undefined) return [[key, wordsOf(load, found)]];
    const inside = (branch?.blocks ?? []).filter(({ id }) => loads.has(id)).length;
    return inside === 0 ? [] : [[key, { mark: String(inside), words: `${counted(inside, 'bottleneck')} inside` }]];
  }));
}

function wordsOf({ onWays, usedBy, uses, reasons }: BlockLoad, { pairs }: Bottlenecks): BottleneckWords {
  const why = [
    reasons.includes('ways') ? `on ${shareOf(onWays, pairs)} of the shortest ways` : '',
    reasons.includes('users') ? `used by ${grouped(usedBy)} and uses ${grouped(uses)}` : '',
  ].filter((part) => part !== '').join(', ');
  return { mark: reasons.includes('ways') ? shareOf(onWays, pairs) : '', words: `bottleneck: ${why}` };
}
