/** Words for the figures of a block, the same in every format. */
import type { JsonBlock, JsonChecklistItem, JsonContract } from '../../protocol/blocks.ts';
import { grouped } from '../../text/wording.ts';

/** Columns of the overview. */
export const COLUMNS = ['Block', 'Layer', 'State', 'Version', 'Health', 'Tests', 'Coverage', 'Findings', 'Instability', 'Hotspot', 'Checklist'] as const;

const NONE = '–';

/** The cells of a block's row, in the order of the columns. */
export function rowOf({ id, layer, state, version, health, checklist }: JsonBlock): string[] {
  const { score, grade, tests, coverage, findings, instability, hotspot } = health;
  const { error, warning } = findings;
  return [
    id, layer ?? NONE, state, version,
    score === null ? NONE : `${score.toFixed(1)} ${grade ?? ''}`.trim(),
    grouped(tests), coverage === null ? NONE : `${coverage}%`,
    error + warning === 0 ? NONE : [error > 0 ? `${grouped(error)} ✖` : '', warning > 0 ? `${grouped(warning)} ▲` : ''].join(' ').trim(),
    instability === null ? NONE : instability.toFixed(2), hotspot === null ? NONE : String(hotspot),
    `${checklist.filter(({ done }) => done === true).length}/${checklist.length}`,
  ];
}

/** `✔` done, `✖` not done, `?` for a person to tick. */
export function markOf({ done }: JsonChecklistItem): string {
  return done === null ? '?' : done ? '✔' : '✖';
}

/** What a block says of itself, as pairs of title and words. */
export function contractWords({ responsibility, input, output, dependencies }: JsonContract): [title: string, words: string][] {
  const pairs: [string, string | null][] = [
    ['Responsible for', responsibility], ['Input', input], ['Output', output],
    ['Depends on', dependencies === null ? null : dependencies.join(', ') || 'nothing'],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

/** What else is known about a block, as pairs of title and words. */
export function detailsOf({ contract, health, decisions }: JsonBlock): [title: string, words: string][] {
  const { abstractness, distance, churn, busFactor, changesWith, changedAt, reviewedAt } = health;
  const pairs: [string, string | null][] = [
    ['Abstractness', abstractness === null ? null : `${abstractness.toFixed(2)}, distance from the main sequence ${distance?.toFixed(2) ?? NONE}`],
    ['Churn', churn === null ? null : `${grouped(churn)} lines in the last year${changedAt === null ? '' : `, last changed on ${changedAt}`}`],
    ['Bus factor', busFactor === null || busFactor === 0 ? null : String(busFactor)],
    ['Changes with', changesWith === null || changesWith.length === 0 ? null : changesWith.map(({ block, degree }) => `${block} (${degree}%)`).join(', ')],
    ['Reviewed', reviewedAt],
    ['Decisions', decisions.length === 0 ? null : decisions.map(({ number, title, status }) => `${number} ${title} (${status})`).join(', ')],
  ];
  return [...contractWords(contract), ...pairs.filter((pair): pair is [string, string] => pair[1] !== null)];
}
