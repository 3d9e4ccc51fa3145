/** Adds what is missing from a docstring, in its style and in the right place. */
import { readDocumentation } from '../collect/docs.ts';
import type { DocParam, DocParts } from './doc-parts.ts';
import { outcomeLines, paramLines, raiseLines } from './doc-sections.ts';
import { signsIn } from './doc-style.ts';

type Kind = 'params' | 'outcome' | 'raises';
/** A section of the docstring: its entries run from `from` up to `to`. */
interface Section { kind: Kind | 'other'; from: number; to: number; depth: number; base: number }

const PARAMS = /^(args|arguments|parameters|params|other parameters|keyword args|keyword arguments)$/i;
const OUTCOME = /^(returns?|yields?)$/i;
const RAISES = /^(raises?|throws|exceptions?)$/i;
const TITLE = /^([A-Z](?:[A-Za-z ]*[A-Za-z])?)\s*:?$/;
const UNDERLINE = /^[-=~]{3,}$/;
const FIELDS: Readonly<Record<Kind, RegExp>> = {
  params: /^:(param|parameter|arg|argument|key|keyword|type)\b/, outcome: /^:(returns?|rtype|yields?)\b/,
  raises: /^:(raises?|except|exception)\b/,
};

/**
 * @param lines of the docstring between the quotes; the first follows the opening quotes
 * @param parts what to document
 * @param unit one level of indentation
 * @returns the lines with what was missing; null when nothing could be added
 */
export function completed(lines: readonly string[], parts: DocParts, unit: string): string[] | null {
  const style = signsIn(lines.join('\n'));
  if (style === null || style === 'sentence') return null;
  const result = [...lines];
  const doc = readDocumentation(lines.join('\n'));
  const missing = renamed(result, parts.params, doc.params, style === 'rest');
  if (missing === null) return null;
  if (doc.params.length > 0) for (const param of missing) addParam(result, param, parts.params, style, unit);
  if (doc.params.length > 0 && !doc.returns) addOutcome(result, parts, style, unit);
  if (doc.throws.length > 0 && !doc.throws.includes('')) {
    for (const raised of parts.raises.filter(({ name }) => !doc.throws.some((each) => each.endsWith(name.split('.').at(-1)!)))) {
      const at = placeOf(result, 'raises', style);
      if (at !== null) result.splice(at.to, 0, ...raiseLines(style, raised, unit).map((line) => at.indent + line));
    }
  }
  return result.join('\n') === lines.join('\n') ? null : result;
}

/**
 * Updates the name of a parameter that was renamed.
 * @returns the undocumented parameters; null when the docstring names some that no current parameter corresponds to
 */
function renamed(lines: string[], params: readonly DocParam[], documented: readonly string[], fields: boolean): DocParam[] | null {
  const missing = params.filter(({ name }) => !documented.includes(name));
  const open = params.some(({ stars }) => stars !== '');
  const unknown = open ? [] : [...new Set(documented)].filter((name) => !params.some((each) => each.name === name) && !name.startsWith('_'));
  for (const wrong of unknown) {
    // The parameter in the position of the wrong name was most likely renamed.
    const meant = missing.length === 1 && unknown.length === 1 ? missing[0]
      : documented.length === params.length ? params[documented.indexOf(wrong)]
      : undefined;
    const entry = new RegExp(fields
      ? `^(\\s*:(?:param|parameter|arg|argument|key|keyword|type)\\b[^:]*?\\b)${wrong}(?=\\s*:)`
      : `^(\\s*)${wrong}(?=\\s*([:(]|$))`);
    if (meant === undefined || !missing.includes(meant) || !/^\w+$/.test(wrong) || !lines.some((line) => entry.test(line))) return null;
    for (const [index, line] of lines.entries()) lines[index] = line.replace(entry, `$1${meant.name}`);
    missing.splice(missing.indexOf(meant), 1);
  }
  return missing;
}

type Style = 'google' | 'numpy' | 'rest';
interface Spot { from: number; to: number; indent: string }

/** Before the first entry of a later parameter, otherwise after the last entry. */
function addParam(lines: string[], param: DocParam, params: readonly DocParam[], style: Style, unit: string): void {
  const spot = placeOf(lines, 'params', style);
  if (spot === null) return;
  const entryUnit = style === 'google' ? indentOf(lines[spot.from] ?? '').slice(spot.indent.length) : unit;
  const pattern = (name: string): RegExp => new RegExp(style === 'rest'
    ? `^\\s*:(param|parameter|arg|argument|key|keyword|type)\\b[^:]*\\b${name}\\s*:`
    : `^${spot.indent}${style === 'google' ? entryUnit : ''}\\*{0,2}${name}\\s*([:(,]|$)`);
  const later = params.slice(params.indexOf(param) + 1)
    .map(({ name }) => lines.findIndex((line, index) => index >= spot.from && index < spot.to && pattern(name).test(line)))
    .filter((at) => at >= 0);
  const typed = style !== 'numpy'
    && lines.slice(spot.from, spot.to).some((line) => (style === 'google' ? /^\s*\*{0,2}\w+ \(.+\):/.test(line) : /^\s*:param \w+ \w+:/.test(line)));
  const entry = paramLines(style, param, entryUnit === '' ? unit : entryUnit, typed);
  lines.splice(later.length > 0 ? Math.min(...later) : spot.to, 0, ...entry.map((line) => spot.indent + line));
}

function addOutcome(lines: string[], parts: DocParts, style: Style, unit: string): void {
  const spot = placeOf(lines, 'params', style);
  if (spot === null) return;
  const found = outcomeLines(style, parts, style === 'google' ? indentOf(lines[spot.from] ?? '').slice(spot.indent.length) || unit : unit, 'returns');
  lines.splice(spot.to, 0, ...found.map((line) => (line === '' ? '' : spot.indent + line)));
}

/** Where the entries of a kind are, and the section's indentation; null when there is no such section. */
function placeOf(lines: readonly string[], kind: Kind, style: Style): Spot | null {
  if (style === 'rest') {
    const last = lines.findLastIndex((line) => FIELDS[kind].test(line.trim()));
    if (last < 0) return null;
    const indent = indentOf(lines[last]!);
    let to = last + 1;
    while (to < lines.length && lines[to]!.trim() !== '' && indentOf(lines[to]!).length > indent.length) to++;
    return { from: lines.findIndex((line) => FIELDS[kind].test(line.trim())), to, indent };
  }
  const found = sectionsOf(lines, style).find((section) => section.kind === kind);
  return found === undefined ? null : { from: found.from, to: found.to, indent: ' '.repeat(found.base) };
}

function sectionsOf(lines: readonly string[], style: Style): Section[] {
  const found: Section[] = [];
  for (const [index, line] of lines.entries()) {
    const title = TITLE.exec(line.trim())?.[1] ?? '';
    const underlined = UNDERLINE.test(lines[index + 1]?.trim() ?? '');
    if (title === '' || (style === 'numpy' ? !underlined : !line.trim().endsWith(':') || !/^\s/.test(lines[index + 1] ?? ''))) continue;
    const kind = PARAMS.test(title) ? 'params' : OUTCOME.test(title) ? 'outcome' : RAISES.test(title) ? 'raises' : 'other';
    if (style === 'google' && kind === 'other' && !/^(Examples?|Notes?|References|See Also|Warnings?|Attributes|Todo)$/i.test(title)) continue;
    const from = index + (style === 'numpy' ? 2 : 1);
    // Entries that are not indented below their title look like text.
    if (style === 'google' && indentOf(lines[from] ?? '').length <= indentOf(line).length) continue;
    found.push({ kind, from, to: from, depth: indentOf(lines[from] ?? '').length, base: indentOf(line).length });
  }
  for (const [index, section] of found.entries()) {
    const next = found[index + 1];
    let to = next === undefined ? lines.length : next.from - (style === 'numpy' ? 2 : 1);
    // Google's entries are indented below their title: anything else is text again.
    if (style === 'google') {
      const out = lines.findIndex((line, at) => at >= section.from && at < to && line.trim() !== '' && indentOf(line).length <= section.base);
      if (out >= 0) to = out;
    }
    while (to > section.from && lines[to - 1]!.trim() === '') to--;
    section.to = to;
  }
  return found;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)![0];
}
