/** What the rules about cycles share: the path as text, and which imports carry only types. */
import type { ImportFact } from '../../facts/module-facts.ts';
import { originOf } from '../../graph/exports.ts';
import type { WorkspaceModel } from '../../graph/model.ts';
import type { Tangle } from '../../graph/tangles.ts';
import type { FixOffer } from '../../findings/finding.ts';

/** Longer paths are shortened in the middle. */
const SHOWN = 8;

/** A cycle as text, back to its start: `a → b → a`. @param path without repeating the first */
export function chain(path: readonly string[]): string {
  const closed = [...path, path[0]!];
  if (closed.length <= SHOWN + 1) return closed.join(' → ');
  const tail = 3;
  const head = SHOWN - tail;
  return [...closed.slice(0, head), `… ${closed.length - head - tail} more …`, ...closed.slice(-tail)].join(' → ');
}

/**
 * @param tangle of files or blocks
 * @param what they are, in plural
 * @returns how many belong to the tangle beside those of the cycle that is named; empty when there are no others
 */
export function tangleWords({ members, path }: Pick<Tangle, 'members' | 'path'>, what: string): string {
  return members.length > path.length ? ` (in a tangle of ${members.length} ${what})` : '';
}

/**
 * An import that would disappear at run time if it were written as a type import: every name is used only as a type,
 * or re-exports a type.
 * @param model the workspace
 * @param fact an import that is not yet type-only
 * @param target the file it resolves to
 */
export function carriesOnlyTypes(model: WorkspaceModel, fact: ImportFact, target: string): boolean {
  if (fact.couldBeTypeOnly) return true;
  if (fact.kind !== 're-export' || fact.names.length === 0 || model.modules.get(target)?.facts.language !== 'typescript') return false;
  return fact.names.every((name) => name.imported !== '*' && (name.typeOnly || originOf(model, target, name.imported)?.typeOnly === true));
}

/** An import statement of a file. */
export interface PlacedImport {
  path: string;
  fact: ImportFact;
}

/**
 * The offer to turn all the given imports into type imports at once.
 * @param imports of one file, each of which carries only types and is not yet type-only
 * @param from what they import, as named in the title
 * @param at the file that the finding is in
 */
export function importTypeOffer(imports: readonly PlacedImport[], from: string, at: string): FixOffer {
  const { path, fact } = imports[0]!;
  const verb = fact.kind === 're-export' ? 'Re-export' : 'Import';
  return {
    id: 'import-type',
    title: `${verb} only types from ${from}${path === at ? '' : ` in ${path}`}`,
    data: { path, spans: imports.map((each) => each.fact.specifierSpan) },
    safe: path === at,
  };
}
