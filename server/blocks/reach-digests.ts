/** Digests over what files lead to: equal ones need not be compared any further. */
import { stronglyConnected } from '../graph/components.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import type { ModuleFacts } from '../facts/module-facts.ts';
import { compareText } from '../text/order.ts';
import type { Digest } from './state.ts';

export interface ReachInput {
  model: WorkspaceModel;
  /** Digests of the files that were read, by path. */
  hashes: ReadonlyMap<string, string>;
  digest: Digest;
}

export interface SurfaceInput extends ReachInput {
  /** Of a file of the model, as it is now. */
  facts(path: string): ModuleFacts | undefined;
  /** Settings of projects that have a say in types, as text. */
  typeSettings: string;
}

/**
 * For each file a digest over all files that it reaches by imports: made of its own text and the digests of what it
 * imports. Files that import each other share one. Files whose text is not known, and those that reach them, have none.
 */
export function reachDigests({ model, hashes, digest }: ReachInput): Map<string, string> {
  return digestsOver(model, digest, (path) => hashes.get(path), (path) => (model.edgesFrom.get(path) ?? []).map(({ to }) => to));
}

/**
 * For each file a digest over all that the types of its exports are made of: like the one over all that it reaches, but
 * without the bodies of functions and the like, and without imports that no type comes through. Files that lead to
 * something that is not known, such as data that is imported, have none.
 */
export function surfaceDigests({ model, hashes, facts, typeSettings, digest }: SurfaceInput): Map<string, string> {
  const ambient = [...model.modules.keys()].filter((path) => facts(path)?.ambient === true).sort(compareText);
  const everywhere = digest([typeSettings, ...ambient.map((path) => `${path} ${hashes.get(path)}`)].join('\n'));
  const used = new Map([...model.modules].map(([path, { imports }]) => {
    const typed = facts(path)?.typed;
    const specifiers = typed === undefined ? null : new Set(typed.specifiers);
    return [path, imports.filter(({ fact }) => specifiers === null || specifiers.has(fact.specifier))];
  }));
  const isKnown = (path: string): boolean => isPython(path) || used.get(path)!.every(({ fact, to }) =>
    to.kind === 'package' || fact.kind === 'side-effect' || (to.kind === 'file' && model.modules.has(to.path)));
  return digestsOver(
    model, digest,
    (path) => {
      const own = facts(path)?.typed?.digest ?? hashes.get(path);
      return own === undefined || !isKnown(path) ? undefined : `${own} ${everywhere}`;
    },
    (path) => used.get(path)!.flatMap(({ to }) => (to.kind === 'file' && to.path !== path && model.modules.has(to.path) ? [to.path] : [])),
  );
}

/** Nothing of a Python interface is looked for beyond the modules that were read. */
function isPython(path: string): boolean {
  return /\.(pyi?|ipynb)$/i.test(path);
}

function digestsOver(
  { modules }: WorkspaceModel, digest: Digest, ownOf: (path: string) => string | undefined, next: (path: string) => string[],
): Map<string, string> {
  const digests = new Map<string, string>();
  for (const members of stronglyConnected({ nodes: [...modules.keys()], next })) {
    const inside = new Set(members);
    const used = [...new Set(members.flatMap(next))].filter((path) => !inside.has(path)).sort();
    const lines = [...members.map((path) => [path, ownOf(path)]), ...used.map((path) => [path, digests.get(path)])];
    if (lines.some(([, hash]) => hash === undefined)) continue;
    const made = digest(lines.map((line) => line.join(' ')).join('\n'));
    for (const path of members) digests.set(path, made);
  }
  return digests;
}
