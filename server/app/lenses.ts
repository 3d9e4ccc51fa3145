/**
 * What stands over code that other blocks use: how many do, and where. Pure questions to the graph and to facts that are at hand;
 * nothing is compared for it.
 */
import { facesOf } from '../blocks/faces.ts';
import { rangeOf } from '../blocks/range.ts';
import { testsIn, testsOf } from '../blocks/users.ts';
import type { OpenedFolder } from '../compose/folder.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import { originOf } from '../graph/exports.ts';
import type { ModuleNode, Place, WorkspaceModel } from '../graph/model.ts';
import { blocksOf, usesOf, waysTo, type SymbolUses } from '../graph/symbol-uses.ts';
import type { ReportRange } from '../protocol/report.ts';
import type { UseSubject } from '../protocol/uses.ts';
import { compareText } from '../text/order.ts';
import { counted, firstNames } from '../text/wording.ts';

/** A file as it is known. */
export interface LensFile {
  opened: OpenedFolder;
  /** Relative to the folder. */
  path: string;
  /** Facts of the file as it was saved; undefined where it is not open, or they are not known. */
  saved: ModuleFacts | undefined;
}

export interface Lens {
  range: ReportRange;
  of: UseSubject;
  /** Its title names what it is about, because several stand over the same line. */
  named: boolean;
}

const TOP: Span = [1, 1, 1, 1];

/** @returns a lens for the block whose face the file is, for what it exports and other blocks import, and for names that they miss now */
export function lensesIn(file: LensFile): Lens[] {
  const model = file.opened.workspace.model();
  const module = model.modules.get(file.path);
  if (module === undefined) return [];
  const found: { span: Span; of: UseSubject }[] = [];
  if (isFace(model, module) && usersOf(model, module.block!).length > 0) found.push({ span: TOP, of: { kind: 'block' } });
  if (missedNames(file, model).length > 0) found.push({ span: TOP, of: { kind: 'gone' } });
  for (const { name, span } of ownExports(module)) {
    if (blocksOf(model, usesOf(model, file.path, name).named, module.block).length > 0) found.push({ span, of: { kind: 'symbol', name } });
  }
  const perLine = new Map<number, number>();
  for (const { span: [line] } of found) perLine.set(line, (perLine.get(line) ?? 0) + 1);
  return found.map(({ span, of }) => ({ range: rangeOf(span), of, named: perLine.get(span[0])! > 1 }));
}

/** @returns the words of a lens; null when nobody uses it any more */
export function lensTitle(file: LensFile, of: UseSubject, named: boolean): string | null {
  const model = file.opened.workspace.model();
  const module = model.modules.get(file.path);
  if (module === undefined) return null;
  if (of.kind === 'gone') return goneTitle(file, model, module);
  const titled = (name: string, words: string): string => (named ? `${name}: ${words}` : words);
  if (of.kind === 'block') {
    const block = module.block === null ? undefined : model.blocks.get(module.block);
    const users = block === undefined ? [] : usersOf(model, block.id);
    return users.length === 0 ? null : titled(block!.id, `used by ${countedUses(users.length, testsOf(model, block!))}`);
  }
  const uses = usesOf(model, file.path, of.name);
  const users = blocksOf(model, uses.named, module.block);
  if (users.length === 0) return null;
  const tests = testsIn(model, uses.named.map(({ path }) => path));
  if (breaks(file, module, of.name)) return titled(of.name, `this edit breaks ${countedUses(users.length, tests)}`);
  const perhaps = blocksOf(model, uses.whole, module.block).filter((id) => !users.includes(id)).length;
  return titled(of.name, `used by ${countedUses(users.length, tests, perhaps)}`);
}

/** @returns where it is used: imports in other blocks, and in tests of any block; by path and place */
export function usesIn(file: LensFile, of: UseSubject): { path: string; range: ReportRange }[] {
  const model = file.opened.workspace.model();
  const module = model.modules.get(file.path);
  if (module === undefined) return [];
  const counts = ({ path }: Place): boolean => model.modules.get(path)!.facts.testNames.length > 0 || blocksOf(model, [{ path }], module.block).length > 0;
  const places = placesOf(file, model, module, of).filter(counts);
  const unique = new Map(places.map((place) => [`${place.path}\n${place.span.join()}`, place]));
  return [...unique.values()]
    .sort((a, b) => compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1])
    .map(({ path, span }) => ({ path, range: rangeOf(span) }));
}

function placesOf(file: LensFile, model: WorkspaceModel, module: ModuleNode, of: UseSubject): Place[] {
  const all = ({ named, whole }: SymbolUses): Place[] => [...named, ...whole];
  switch (of.kind) {
    case 'symbol': return all(usesOf(model, file.path, of.name));
    case 'gone': return missedNames(file, model).flatMap((name) => usesOf(model, file.path, name).named);
    case 'block': {
      const edges = (module.block === null ? [] : model.blocks.get(module.block)!.files).flatMap((path) => model.edgesTo.get(path) ?? []);
      return edges.flatMap(({ from, imports }) => imports.map(({ specifierSpan }) => ({ path: from, span: specifierSpan })));
    }
  }
}

function countedUses(blocks: number, tests: number, perhaps = 0): string {
  return `${counted(blocks, 'block')}${perhaps > 0 ? ` and perhaps ${perhaps} more` : ''}, ${tests === 0 ? 'no tests' : counted(tests, 'test')}`;
}

function isFace(model: WorkspaceModel, { block, path }: ModuleNode): boolean {
  return block !== null && facesOf(model.blocks.get(block)!).includes(path);
}

function usersOf(model: WorkspaceModel, block: string): string[] {
  return model.blockEdges.filter(({ to }) => to === block).map(({ from }) => from);
}

/** What the file declares itself: what it hands on has its lens where it is declared. */
function ownExports({ facts, imports }: ModuleNode): ModuleFacts['exports'] {
  const imported = new Set(imports.flatMap(({ fact }) => fact.names.map(({ local }) => local)));
  return facts.exports.filter(({ name, from, local }) => name !== '*' && from === null && !imported.has(local ?? name));
}

/** Names that were exported when the file was saved, are not now, and are still imported by other blocks. */
function missedNames({ path, saved }: LensFile, model: WorkspaceModel): string[] {
  const { facts, block } = model.modules.get(path)!;
  // What cannot be read while it is typed says nothing.
  if (saved === undefined || saved === facts || facts.syntaxProblems.length > 0) return [];
  const gone = saved.exports.filter(({ name }) => name !== '*' && !facts.exports.some((each) => each.name === name) && originOf(model, path, name) === null);
  return gone.map(({ name }) => name).filter((name) => blocksOf(model, usesOf(model, path, name).named, block).length > 0);
}

function goneTitle(file: LensFile, model: WorkspaceModel, { block }: ModuleNode): string | null {
  const names = missedNames(file, model);
  if (names.length === 0) return null;
  const places = names.flatMap((name) => usesOf(model, file.path, name).named);
  const count = countedUses(blocksOf(model, places, block).length, testsIn(model, places.map(({ path }) => path)));
  return `this edit breaks ${count}: ${firstNames(names)} ${names.length === 1 ? 'is' : 'are'} gone`;
}

/** What is typed and not saved changed the types of the file, and a comparison in the background found that this breaks users of the name. */
function breaks({ opened, path, saved }: LensFile, { facts, block }: ModuleNode, name: string): boolean {
  if (saved === undefined || saved === facts || (saved.typed !== undefined && saved.typed.digest === facts.typed?.digest)) return false;
  const raise = opened.workspace.ports.evidence.versions?.find((each) => each.block === block);
  const changed = raise?.changes.filter(({ effect }) => effect === 'major') ?? [];
  // The comparison names it as the block's face does.
  const ways = changed.length === 0 ? [] : waysTo(opened.workspace.model(), path, name);
  return changed.some((change) => ways.some((way) => way.name === symbolOf(change.name)) && ways.some((way) => way.path === change.path));
}

/** `place` of `./server: place.at`. */
function symbolOf(changed: string): string {
  return changed.replace(/^.*: /, '').split('.', 1)[0]!;
}
