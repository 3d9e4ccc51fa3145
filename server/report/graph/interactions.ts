/** The interactions between blocks for a terminal, for programs and for a document. */
import pc from 'picocolors';
import type { InteractionsReport, Interaction } from '../../protocol/interactions.ts';
import { showable } from '../../text/plain-text.ts';
import { counted, listed } from '../../text/wording.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown-text.ts';

export const INTERACTION_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type InteractionFormat = (typeof INTERACTION_FORMATS)[number];

/** More places of one row are only counted; JSON has all. */
const MOST_PLACES = 3;

/** @param color for terminals that show it @returns text with a final line break */
export function writeInteractions(report: InteractionsReport, format: InteractionFormat, color: boolean): string {
  switch (format) {
    case 'pretty': return pretty(report, color);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return markdown(report);
  }
}

function pretty({ interactions }: InteractionsReport, color: boolean): string {
  const colors = pc.createColors(color);
  const lines = [colors.bold(headline(interactions))];
  let pair = '';
  for (const each of interactions) {
    const own = `${showable(each.from)} → ${showable(each.to)}`;
    if (own !== pair) lines.push('', colors.bold(own));
    pair = own;
    const tone = each.refusedBy.length > 0 ? colors.red : each.allowedBy.length > 0 ? colors.green : colors.yellow;
    lines.push(`  ${each.kind.padEnd(12)} ${String(each.count).padStart(4)}  ${tone(verdictOf(each))}`);
    lines.push(...shownPlaces(each).map((place) => colors.dim(`    ${showable(place)}`)));
  }
  return `${lines.join('\n')}\n`;
}

function markdown({ interactions }: InteractionsReport): string {
  const lines = ['# Interactions between blocks', '', headline(interactions)];
  if (interactions.length > 0) {
    lines.push('', ...markdownTable(['From', 'To', 'Kind', 'Count', 'Verdict', 'Places'], interactions.map((each) => [
      markdownCode(each.from), markdownCode(each.to), each.kind, String(each.count), markdownText(verdictOf(each)),
      shownPlaces(each).map(markdownText).join('<br>'),
    ])));
  }
  return `${lines.join('\n')}\n`;
}

function headline(interactions: readonly Interaction[]): string {
  if (interactions.length === 0) return 'No block imports from another.';
  const sum = (counts: (each: Interaction) => boolean): number => interactions.filter(counts).reduce((total, { count }) => total + count, 0);
  const refused = sum(({ refusedBy }) => refusedBy.length > 0);
  const unjudged = sum(({ refusedBy, allowedBy }) => refusedBy.length + allowedBy.length === 0);
  const unknown = sum(({ kind }) => kind === 'unknown');
  const pairs = new Set(interactions.map(({ from, to }) => JSON.stringify([from, to]))).size;
  const about = [`${refused} refused`, `${unjudged} that no rule speaks of`, ...(unknown > 0 ? [`${unknown} of which the imports do not tell the kind`] : [])];
  return `${counted(sum(() => true), 'interaction')} between ${counted(pairs, 'pair')} of blocks: ${about.join(', ')}.`;
}

const WORDS = { layers: 'the order of the layers', dependsOn: 'dependsOn', contract: 'the contract', face: 'the face' } as const;

function verdictOf({ allowedBy, refusedBy }: Interaction): string {
  const allowed = listed(allowedBy.map((each) => WORDS[each]));
  if (refusedBy.length > 0) return `refused by ${listed(refusedBy)}${allowed === '' ? '' : `, allowed by ${allowed}`}`;
  return allowed === '' ? 'allowed by nothing, refused by nothing' : `allowed by ${allowed}`;
}

function shownPlaces({ places }: Interaction): string[] {
  const shown = places.slice(0, MOST_PLACES)
    .map(({ path, range: { start }, name }) => `${path}:${start.line}:${start.column}${name === null ? '' : ` ${name}`}`);
  return places.length > MOST_PLACES ? [...shown, `and ${counted(places.length - MOST_PLACES, 'more place')}`] : shown;
}
