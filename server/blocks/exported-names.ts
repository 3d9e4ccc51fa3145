/** The interface of files as far as facts tell: the names that they export, and of which kind each is. */
import type { InterfaceChange, InterfaceEntry, InterfaceMember } from '../facts/interface.ts';
import type { ExportKind } from '../facts/module-facts.ts';
import type { Span } from '../facts/span.ts';
import { originOf } from '../graph/exports.ts';
import type { WorkspaceModel } from '../graph/model.ts';
import { compareText } from '../text/order.ts';

/** @returns what the entries export, sorted by name; with the entry's name in front where there are several */
export function exportedMembers(model: WorkspaceModel, entries: readonly InterfaceEntry[]): InterfaceMember[] {
  const members = entries.flatMap((entry) => namesOf(model, entry.path, new Set()).map(({ name, kind, path, span }) => ({
    name: entries.length > 1 ? `${entry.name}: ${name}` : name, signature: kind, path, span,
  })));
  return [...new Map(members.map((member) => [member.name, member])).values()].sort((a, b) => compareText(a.name, b.name));
}

/**
 * @param one interface as facts tell it
 * @param other the one that it is compared with
 * @returns its names as they are called where the other has several entries: a file that stood alone keeps them when another one joins it
 */
export function namedAlike(one: NamedInterface, other: NamedInterface): readonly InterfaceMember[] {
  const [entry] = one.entries;
  if (entry === undefined || one.entries.length > 1 || other.entries.length < 2 || one.by !== 'facts') return one.members;
  return one.members.map((member) => ({ ...member, name: `${entry.name}: ${member.name}` }));
}

export interface NamedInterface {
  entries: readonly InterfaceEntry[];
  members: readonly InterfaceMember[];
  by: 'facts' | 'language';
}

interface ExportedName {
  name: string;
  kind: ExportKind;
  path: string;
  span: Span;
}

function namesOf(model: WorkspaceModel, path: string, seen: Set<string>): ExportedName[] {
  const module = model.modules.get(path);
  if (module === undefined || seen.has(path)) return [];
  seen.add(path);
  return module.facts.exports.flatMap((fact) => {
    if (fact.name !== '*') {
      const origin = originOf(model, path, fact.name);
      const declared = origin === null ? undefined : model.modules.get(origin.path)?.facts.exports.find(({ name }) => name === origin.name);
      return [{ name: fact.name, kind: declared?.kind ?? fact.kind, path, span: fact.span }];
    }
    const to = module.imports.find((each) => each.fact.specifier === fact.from)?.to;
    // The default export of a file is not among what `export *` passes on.
    return to?.kind === 'file' ? namesOf(model, to.path, seen).filter(({ name }) => name !== 'default') : [];
  });
}

/**
 * Compares two lists of names, for languages and states whose signatures cannot be compared.
 * @param before sorted by name
 * @param after sorted by name
 * @param compareSignatures false when the two were not written in the same way
 * @returns changes in order of path and place
 */
export function compareMembers(before: readonly InterfaceMember[], after: readonly InterfaceMember[], compareSignatures: boolean): InterfaceChange[] {
  const [old, now] = [byName(before), byName(after)];
  const changes = [
    ...before.filter(({ name }) => !now.has(name)).map((member) => change(member, 'export-removed', 'major', `\`${member.name}\` is no longer exported.`)),
    ...after.filter(({ name }) => !old.has(name)).map((member) => change(member, 'export-added', 'minor', `\`${member.name}\` is exported now.`)),
    ...after.flatMap((member) => {
      const was = old.get(member.name);
      if (!compareSignatures || was === undefined || was.signature === member.signature) return [];
      // What is passed on from elsewhere, and what is computed, may be of any kind.
      if ([was, member].some(({ signature }) => signature === 're-export' || signature === 'unknown')) return [];
      return [{
        ...change(member, 'export-changed', 'major', `\`${member.name}\` was ${was.signature} and is ${member.signature} now.`),
        before: was.signature, after: member.signature,
      }];
    }),
  ];
  return changes.sort((a, b) => compareText(a.path, b.path) || a.span[0] - b.span[0] || a.span[1] - b.span[1] || compareText(a.name, b.name));
}

function byName(members: readonly InterfaceMember[]): Map<string, InterfaceMember> {
  return new Map(members.map((member) => [member.name, member]));
}

function change({ name, path, span, signature }: InterfaceMember, kind: string, effect: 'major' | 'minor', message: string): InterfaceChange {
  return {
    kind, name, path, span, effect, certainty: 'heuristic', message, proof: null,
    before: kind === 'export-added' ? null : signature, after: kind === 'export-removed' ? null : signature,
  };
}
