/** Compiles consumers against both states: what the one accepts and the other refuses is proven. */
import { ts } from 'ts-morph';
import { folderOf } from '../../../text/folders.ts';
import type { Draft } from './comparison.ts';
import type { Probe } from './consumer.ts';
import type { DeclaredState } from './declarations.ts';
import type { Exported, Names } from './names.ts';
import { localName } from './reach.ts';
import { programOf } from './program.ts';
import type { Side } from './sides.ts';

/** Consumers that are tried for one change, and changes that are tried at all. */
const MAX_PROBES = 5;
const MAX_DRAFTS = 800;

/** What changed in a block. */
export interface Drafted {
  drafts: readonly Draft[];
  before: Side;
  after: Side;
  /** Of the state before. */
  names: Names;
}

interface Trial {
  block: Drafted;
  draft: Draft;
  text: string;
}

/**
 * @param blocks of the same joint program
 * @returns the consumer that shows it, for each breaking change that can be shown
 */
export function prove(blocks: readonly Drafted[]): Map<Draft, string> {
  const trials = blocks.flatMap((block) => block.drafts.filter(({ effect }) => effect === 'major').slice(0, MAX_DRAFTS).flatMap((draft) =>
    draft.probes.slice(0, MAX_PROBES).map((probe): Trial => ({ block, draft, text: written(probe, block) }))));
  if (trials.length === 0) return new Map();
  const accepted = compile(trials, 'before', ({ text }) => text).filter(({ good }) => good).map(({ trial }) => trial);
  const movers = new Map(blocks.map((block) => [block, moved(block)]));
  const refused = compile(accepted, 'after', ({ block, text }) => movers.get(block)!(text)).filter(({ good }) => !good);
  const proofs = new Map<Draft, string>();
  for (const { trial } of refused) if (!proofs.has(trial.draft)) proofs.set(trial.draft, trial.text);
  return proofs;
}

function compile(trials: readonly Trial[], at: 'before' | 'after', rewrite: (trial: Trial) => string): { trial: Trial; good: boolean }[] {
  if (trials.length === 0) return [];
  const state = trials[0]!.block[at].declared;
  const entries = new Set(trials.flatMap(({ block }) => block[at].entries.map(({ entry }) => `${state.base}/${entry.path}`)));
  const texts = new Map(trials.map((trial, index) => [`${state.base}/consumer-${index}.ts`, rewrite(trial)]));
  const { source } = state;
  const files = { ...source.files, read: (path: string) => texts.get(path) ?? source.files.read(path), exists: (path: string) => texts.has(path)
    || source.files.exists(path) };
  // What is wrong with the state itself is not looked at, and consumers may leave unused what they declare.
  const options = { ...source.options, noUnusedLocals: false, noUnusedParameters: false, strict: true, noEmit: true, emitDeclarationOnly: false,
    declaration: false };
  const program = programOf({ ...source, files, options, trees: new Map(source.trees) }, [...entries, ...state.ambient, ...texts.keys()]);
  return [...texts.keys()].map((path, index) => ({ trial: trials[index]!, good: isAccepted(program, path) }));
}

function isAccepted(program: ts.Program, path: string): boolean {
  const file = program.getSourceFile(path);
  if (file === undefined) return false;
  try {
    return program.getSyntacticDiagnostics(file).length === 0 && program.getSemanticDiagnostics(file).length === 0;
  } catch {
    // The compiler itself fails on a few types; such a consumer shows nothing on either side.
    return false;
  }
}

/** The consumer's text: imports, then its lines. */
function written({ uses, lines }: Probe, { before: { declared: before }, names }: Drafted): string {
  const body = lines.join('\n');
  const enums = [...names.exported.values()].filter((one) => (one.symbol.flags & ts.SymbolFlags.Enum) !== 0
    && new RegExp(String.raw`(?<![\w$.'])${localName(one).replaceAll('$', String.raw`\$`)}\.`).test(body));
  const byEntry = new Map<string, { standard: string | null; named: Set<string> }>();
  for (const one of [...uses, ...enums]) {
    const group = byEntry.get(one.entry) ?? { standard: null, named: new Set<string>() };
    byEntry.set(one.entry, group);
    const name = localName(one).split('.')[0]!;
    if (isDefault(one)) group.standard = name;
    else group.named.add(name);
  }
  const imports = [...byEntry].map(([entry, { standard, named }]) => {
    const list = named.size === 0 ? [] : [`{ ${[...named].join(', ')} }`];
    return `import ${[...(standard === null ? [] : [standard]), ...list].join(', ')} from '${specifier(entry, before)}';`;
  });
  return `${[...imports, body].join('\n')}\n`;
}

function isDefault({ path }: Exported): boolean {
  return /^(default|export=)(\.|$)/.test(path);
}

/** How a file beside the root of the state imports an entry. */
function specifier(path: string, { state }: DeclaredState): string {
  const stem = path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');
  const middle = /\.([cm])[jt]s$/.exec(path)?.[1];
  const hasRival = middle === undefined && /\.jsx?$/.test(path) && state.fileSystem.fileExists(`${state.root}/${stem}.ts`);
  return `./${stem}${middle !== undefined ? `.${middle}js` : hasRival || /\.jsx$/.test(path) ? path.slice(stem.length) : ''}`;
}

/** Imports of entries that stand elsewhere now. */
function moved({ before, after }: Drafted): (text: string) => string {
  const now = new Map(after.entries.map(({ entry }) => [entry.name, entry.path]));
  const moves = before.entries.flatMap(({ entry: { name, path } }) => {
    const to = now.get(name);
    return to === undefined || folderOf(to) + to === folderOf(path) + path ? [] : [[specifier(path, before.declared), specifier(to, after.declared)] as const];
  });
  return (text) => text.replace(/^(import .* from ')([^']+)(';)$/gm, (whole, head: string, from: string, tail: string) => {
    const move = moves.find(([old]) => old === from);
    return move === undefined ? whole : head + move[1] + tail;
  });
}
