/** The interface of a block as a document: what it says of itself, what it uses and is used by, and what others can import from it. */
import type { Block } from '../graph/model.ts';
import { showable } from '../text/plain-text.ts';
import { withPart, type MarkedProblem } from './marked-part.ts';
import type { StateBlock } from './state.ts';

const START = '<!-- archwright:interface -->';
const END = '<!-- /archwright:interface -->';

export interface DocumentedBlock {
  /** Its interface as the comparer of its language describes it. */
  block: StateBlock;
  contract: Block['contract'];
  /** Ids of the blocks that import from it, sorted. */
  usedBy: readonly string[];
}

/** @returns the generated part with its marks, without a final line break */
export function interfacePart({ block, contract, usedBy }: DocumentedBlock): string {
  const said = [
    ['Responsible for', contract?.responsibility], ['Input', contract?.input], ['Output', contract?.output],
    ['Version', block.unversioned === true ? null : block.version], ['Depends on', listOf(block.dependsOn.map(({ to }) => to))], ['Used by', listOf(usedBy)],
  ].flatMap(([title, words]) => (words ? [`- ${title}: ${safe(words)}`] : []));
  return [START, '', ...said, '', '## Interface', '', ...interfaceLines(block), '', END].join('\n');
}

/** Declarations say most; where a language has none, names and signatures do. */
function interfaceLines({ interface: { declarations, members } }: StateBlock): string[] {
  if (members.length === 0) return ['Others can import nothing from it.'];
  const deprecated = members.filter((member) => member.deprecated !== undefined);
  const notes = deprecated.map((member) => `- \`${safe(member.name)}\` is deprecated${member.deprecated ? `: ${safe(member.deprecated)}` : ''}`);
  const shown = declarations.length > 0
    ? declarations.flatMap(({ path, text }) => [`\`${safe(path)}\``, '', ...fenced(text.trim(), /\.pyi?$/.test(path) ? 'python' : 'ts'), ''])
    : members.flatMap(({ name, signature }) => [`### ${safe(name)}`, '', ...fenced(signature, ''), '']);
  return [...shown.slice(0, -1), ...(notes.length > 0 ? ['', ...notes] : [])];
}

/** A fence that no line of the text can close. */
function fenced(text: string, language: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.split(/\r?\n/).map((line) => (line.trim().startsWith('<!-- ') ? ` ${line.trim()} ` : line)), fence];
}

function listOf(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.join(', ');
}

/** One line, in which nothing acts as markup. */
function safe(text: string): string {
  return showable(text).replace(/[\\`*_{}[\]<>#|&~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * @param text of the file as it is; null when there is none
 * @returns the whole text with the part in it, or why it cannot be put in
 */
export function withInterface(text: string | null, id: string, part: string): string | MarkedProblem {
  return withPart(text, part, { start: START, end: END, heading: `# ${safe(id)}`, again: 'write the documents again' });
}

/** Whether a file was written for a block. @param text of the file */
export function documentsBlock(text: string): boolean {
  return text.split('\n').some((line) => line.trim() === START);
}

/**
 * @param ids of all blocks
 * @returns a file name for each, without its ending: letters, digits and dashes, no two alike, whatever their case
 */
export function documentNames(ids: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map([...ids].sort().map((id) => {
    const plain = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'block';
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return [id, name];
  }));
}
