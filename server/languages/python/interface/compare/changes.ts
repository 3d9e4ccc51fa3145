/** Collects changes while two states are compared. */
import type { InterfaceChange } from '../../../../facts/interface.ts';
import type { Span } from '../../../../facts/span.ts';
import { effectOf, type KindId } from '../kinds.ts';
import type { Binding } from '../model.ts';
import type { World } from '../world.ts';

/** What is compared: its public name, and how it looks in both states. */
export interface Subject {
  name: string;
  path: string;
  span: Span;
  before: string | null;
  after: string | null;
}

export interface Comparison {
  before: World;
  after: World;
  add(kind: KindId, subject: Subject, message: string): void;
  /** Whether two definitions are compared for the first time; what is inherited or offered under several names is told once. */
  isNew(before: Binding | null, after: Binding | null): boolean;
}

export interface Collected extends Comparison {
  changes: InterfaceChange[];
}

const LONGEST = 200;

export function createComparison(before: World, after: World): Collected {
  const changes: InterfaceChange[] = [];
  const ids = new Map<Binding, number>();
  const seen = new Set<string>();
  const idOf = (binding: Binding | null): number => {
    if (binding === null) return -1;
    const known = ids.get(binding) ?? ids.size;
    ids.set(binding, known);
    return known;
  };
  return {
    before, after, changes,
    add(kind, subject, message) {
      changes.push({
        kind, name: subject.name, path: subject.path, span: subject.span, effect: effectOf(kind), certainty: 'heuristic', message,
        before: shorten(subject.before), after: shorten(subject.after), proof: null,
      });
    },
    isNew(one, other) {
      const key = `${idOf(one)} ${idOf(other)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    },
  };
}

function shorten(text: string | null): string | null {
  return text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Where a definition stands, as the subject of a change. */
export function placeOf(binding: Binding): { path: string; span: Span } {
  return { path: binding.module.path, span: binding.module.source.span(binding.node) };
}
