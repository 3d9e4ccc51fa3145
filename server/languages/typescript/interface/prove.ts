/** Compiles consumers against both states: what the one accepts and the other refuses is proven. */
import { ts } from 'ts-morph';
import type { InterfaceEntry } from '../../../facts/interface.ts';
import { folderOf } from '../../../text/folders.ts';
import type { Draft } from './comparison.ts';
import type { Probe } from './consumer.ts';
import type { DeclaredState } from './declarations.ts';
import type { Exported, Names } from './names.ts';
import { localName } from './reach.ts';
import { programOf } from './program.ts';

/** Consumers that are tried for one change, and changes that are tried at all. */
const MAX_PROBES = 5;
const MAX_DRAFTS = 800;

export interface States {
  before: DeclaredState;
  after: DeclaredState;
  names: Names;
}

interface Trial {
  draft: Draft;
  text: string;
}

/** @returns the consumer that shows it, for each breaking change that can be shown */
export function prove(drafts: readonly Draft[], states: States): Map<Draft, string> {
  const trials = drafts.filter(({ effect }) => effect === 'major').slice(0, MAX_DRAFTS).flatMap((draft) =>
    draft.probes.slice(0, MAX_PROBES).map((probe) => ({ draft, text: written(probe, states) })));
  if (trials.length === 0) return new Map();
  const accepted = compile(trials, states.before, (text) => text);
  const refused = compile(accepted.filter(({ good }) => good).map(({ trial }) => trial), states.after, moved(states)).filter(({ good }) => !good);
  const proofs = new Map<Draft, string>();
  for (const { trial } of refused) if (!proofs.has(trial.draft)) proofs.set(trial.draft, trial.text);
  return proofs;
}

function compile(trials: readonly Trial[], state: DeclaredState, rewrite: (text: string) => string): { trial: Trial; good: boolean }[] {
  if (trials.length === 0) return [];
  const texts = new Map(trials.map(({ text }, index) => [`${state.base}/consumer-${index}.ts`, rewrite(text)]));
  const { source } = state;
  const files = { ...source.files, read: (path: string) => texts.get(path) ?? source.files.read(path), exists: (path: string) => texts.has(path)
    || source.files.exists(path) };
  // What is wrong with the state itself is not looked at, and consumers may leave unused what they declare.
  const options = { ...source.options, noUnusedLocals: false, noUnusedParameters: false, strict: true, noEmit: true, emitDeclarationOnly: false,
    declaration: false };
  const program = programOf({ ...source, files, options, trees: new Map(source.trees) }, [...state.roots, ...texts.keys()]);
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
function written({ uses, lines }: Probe, { before, names }: States): string {
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
function moved({ before, after }: States): (text: string) => string {
  const now = new Map(after.state.entries.map((entry: InterfaceEntry) => [entry.name, entry.path]));
  const moves = before.state.entries.flatMap(({ name, path }) => {
    const to = now.get(name);
    return to === undefined || folderOf(to) + to === folderOf(path) + path ? [] : [[specifier(path, before), specifier(to, after)] as const];
  });
  return (text) => text.replace(/^(import .* from ')([^']+)(';)$/gm, (whole, head: string, from: string, tail: string) => {
    const move = moves.find(([old]) => old === from);
    return move === undefined ? whole : head + move[1] + tail;
  });
}
