/** Writes the sections of a docstring in one of the common styles. */
import type { DocOutcome, DocParam, DocParts } from './doc-parts.ts';
import type { DocStyle } from './doc-style.ts';

type Sectioned = Exclude<DocStyle, 'sentence'>;

/**
 * @param style of the project
 * @param parts what to document
 * @param unit one level of indentation
 * @returns lines without their common indentation, with a blank line before each section; none when there is nothing
 *   to document
 */
export function sectionLines(style: DocStyle, parts: DocParts, unit: string): string[] {
  if (style === 'sentence') return [];
  const params = parts.params.flatMap((param) => paramLines(style, param, unit, false));
  const raises = parts.raises.flatMap((each) => raiseLines(style, each, unit));
  if (style === 'rest') {
    const fields = [...params, ...outcomeLines(style, parts, unit, 'returns'), ...raises];
    return fields.length === 0 ? [] : ['', ...fields];
  }
  return [
    ...section(style, 'params', params),
    ...outcomeLines(style, parts, unit, 'yields'),
    ...outcomeLines(style, parts, unit, 'returns'),
    ...section(style, 'raises', raises),
  ];
}

/**
 * @param style of the docstring
 * @param param the parameter
 * @param unit one level of indentation
 * @param typed the neighbouring entries name types; NumPy's always do
 * @returns the entry of the parameter
 */
export function paramLines(style: Sectioned, { name, stars, type, optional, words }: DocParam, unit: string, typed: boolean): string[] {
  if (style === 'rest') return [`:param ${typed && type !== null && /^\w+$/.test(type) ? `${type} ` : ''}${name}: ${words}`];
  if (style === 'google') return [`${unit}${stars}${name}${typed && type !== null ? ` (${type})` : ''}: ${words}`];
  const described = [type, optional ? 'optional' : null].filter((each) => each !== null).join(', ');
  return [`${stars}${name}${described === '' ? '' : ` : ${described}`}`, `${unit}${words}`];
}

/**
 * @param style of the docstring
 * @param raised an error and when it is raised
 * @param unit one level of indentation
 * @returns the entry of the error
 */
export function raiseLines(style: Sectioned, raised: DocParts['raises'][number], unit: string): string[] {
  if (style === 'rest') return [`:raises ${raised.name}: ${raised.words}`];
  return style === 'google' ? [`${unit}${raised.name}: ${raised.words}`] : [raised.name, `${unit}${raised.words}`];
}

/**
 * @param style of the docstring
 * @param parts what to document
 * @param unit one level of indentation
 * @param which of the two
 * @returns the whole section with a blank line before it, or the field; nothing when the function returns nothing
 */
export function outcomeLines(style: Sectioned, parts: DocParts, unit: string, which: 'returns' | 'yields'): string[] {
  const outcome: DocOutcome | null = parts[which];
  if (outcome === null) return [];
  if (style === 'rest') return [`:returns: ${outcome.words}`];
  return section(style, which, style === 'google' ? [`${unit}${outcome.words}`] : [outcome.type ?? 'object', `${unit}${outcome.words}`]);
}

const TITLES = { params: ['Args', 'Parameters'], returns: ['Returns', 'Returns'], yields: ['Yields', 'Yields'], raises: ['Raises', 'Raises'] } as const;

function section(style: Sectioned, kind: keyof typeof TITLES, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const title = TITLES[kind][style === 'google' ? 0 : 1];
  return style === 'google' ? ['', `${title}:`, ...entries] : ['', title, '-'.repeat(title.length), ...entries];
}
