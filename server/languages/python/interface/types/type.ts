/** Types as annotations state them, in one form for every spelling. */
import type { ClassBinding } from '../model.ts';

export type Type =
  | { kind: 'any' }
  /** An argument of a generic that was left out. */
  | { kind: 'missing' }
  | { kind: 'never' }
  | { kind: 'none' }
  | { kind: 'union'; of: readonly Type[] }
  | { kind: 'literal'; text: string; base: string }
  /** `binding` for a class of the workspace, `base` for a `NewType`. */
  | { kind: 'class'; id: string; args: readonly Type[]; binding: ClassBinding | null; base?: Type }
  /** `rest` for what may follow in any number. */
  | { kind: 'tuple'; items: readonly Type[]; rest: Type | null }
  /** `params` is null where nothing is said of them. */
  | { kind: 'callable'; params: readonly Type[] | null; returns: Type }
  | { kind: 'variable'; id: string; bound: Type | null }
  | { kind: 'unknown'; text: string };

export const ANY: Type = { kind: 'any' };
export const NONE: Type = { kind: 'none' };
export const MISSING: Type = { kind: 'missing' };

export function classType(id: string, args: readonly Type[] = [], binding: ClassBinding | null = null): Type {
  return { kind: 'class', id, args, binding };
}

/** The union of some types, without nested unions and duplicates; their order does not count, and with `Any` in it it is that. */
export function unionOf(types: readonly Type[]): Type {
  const flat = types.flatMap((each) => (each.kind === 'union' ? each.of : [each])).filter((each) => each.kind !== 'never');
  if (flat.some((each) => each.kind === 'any')) return ANY;
  const byText = new Map(flat.map((each) => [printType(each), each]));
  const kept = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  if (kept.length === 1) return kept[0]!;
  return kept.length === 0 ? { kind: 'never' } : { kind: 'union', of: kept };
}

/** One text for every spelling. */
export function printType(type: Type): string {
  switch (type.kind) {
    case 'any': case 'missing': return 'Any';
    case 'never': return 'Never';
    case 'none': return 'None';
    case 'union': return [...type.of.filter((each) => each.kind !== 'none'), ...type.of.filter((each) => each.kind === 'none')].map(printType).join(' | ');
    case 'literal': return `Literal[${type.text}]`;
    case 'class': {
      const saysMore = type.args.some((each) => each.kind !== 'missing' && each.kind !== 'any');
      return saysMore ? `${type.id}[${type.args.map(printType).join(', ')}]` : type.id;
    }
    case 'tuple': {
      if (type.rest?.kind === 'missing' && type.items.length === 0) return 'tuple';
      const items = [...type.items.map(printType), ...(type.rest === null ? [] : [printType(type.rest), '...'])];
      return `tuple[${items.length === 0 ? '()' : items.join(', ')}]`;
    }
    case 'callable': return `Callable[${type.params === null ? '...' : `[${type.params.map(printType).join(', ')}]`}, ${printType(type.returns)}]`;
    case 'variable': return type.bound === null ? type.id : `${type.id}: ${printType(type.bound)}`;
    case 'unknown': return type.text;
  }
}

/** How much of a type is left open. */
export function openness(type: Type): number {
  switch (type.kind) {
    case 'any': case 'missing': return 1;
    case 'union': return sum(type.of);
    case 'class': return sum(type.args);
    case 'tuple': return sum(type.items) + (type.rest === null ? 0 : openness(type.rest));
    case 'callable': return (type.params === null ? 1 : sum(type.params)) + openness(type.returns);
    default: return 0;
  }
}

function sum(types: readonly Type[]): number {
  return types.reduce((total, each) => total + openness(each), 0);
}
