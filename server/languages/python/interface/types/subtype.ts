/** Whether every value of one type is also one of another, as far as that is known. */
import type { ClassBinding } from '../model.ts';
import { basesOf, isKnownClass, tupleAsSequence, varianceOf } from './known-classes.ts';
import { classType, type Type, printType } from './type.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** What is asked about classes of the workspace. */
export interface Hierarchy {
  /** Bases as types; null where one cannot be known. */
  bases(binding: ClassBinding): { types: Type[]; isWhole: boolean };
  isProtocol(binding: ClassBinding): boolean;
  /** Whether a class has all members of a protocol. */
  implementsProtocol(binding: ClassBinding, protocol: ClassBinding): Answer;
}

const DEEPEST = 30;

export function isSubtype(a: Type, b: Type, hierarchy: Hierarchy): Answer {
  return new Judge(hierarchy).sub(a, b, false, 0);
}

function all(answers: Iterable<Answer>): Answer {
  let result: Answer = 'yes';
  for (const each of answers) {
    if (each === 'no') return 'no';
    if (each === 'unknown') result = 'unknown';
  }
  return result;
}

function any(answers: Iterable<Answer>): Answer {
  let result: Answer = 'no';
  for (const each of answers) {
    if (each === 'yes') return 'yes';
    if (each === 'unknown') result = 'unknown';
  }
  return result;
}

class Judge {
  private readonly hierarchy: Hierarchy;

  constructor(hierarchy: Hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** @param inside an argument of a generic, where `Any` fits everything; by itself it stands for every value */
  sub(a: Type, b: Type, inside: boolean, depth: number): Answer {
    if (depth > DEEPEST) return 'unknown';
    if (a.kind === 'missing' || b.kind === 'missing' || printType(a) === printType(b)) return 'yes';
    if (b.kind === 'any' || (b.kind === 'class' && b.id === 'object') || a.kind === 'never') return 'yes';
    if (a.kind === 'any') return inside ? 'yes' : 'no';
    if (a.kind === 'union') return all(a.of.map((each) => this.sub(each, b, inside, depth + 1)));
    if (b.kind === 'union') return any(b.of.map((each) => this.sub(a, each, inside, depth + 1)));
    if (b.kind === 'never') return 'no';
    if (a.kind === 'none' || b.kind === 'none') return this.none(a, b);
    if (a.kind === 'variable' || b.kind === 'variable') return this.variable(a, b, inside, depth);
    if (a.kind === 'unknown' || b.kind === 'unknown') return 'unknown';
    if (a.kind === 'literal') return b.kind === 'literal' ? 'no' : this.sub(classType(a.base), b, inside, depth + 1);
    if (b.kind === 'literal') return a.kind === 'class' && !isKnownClass(a.id) ? 'unknown' : 'no';
    if (a.kind === 'tuple') return this.tuple(a, b, depth);
    if (a.kind === 'callable') return this.callable(a, b, depth);
    if (b.kind === 'callable') return isKnownClass(a.id) && a.id !== 'type' ? 'no' : 'unknown';
    if (b.kind === 'tuple') return isKnownClass(a.id) ? 'no' : 'unknown';
    return this.classes(a, b, depth);
  }

  private none(a: Type, b: Type): Answer {
    const isStructural = b.kind === 'class' && (b.id === 'Hashable' || (b.binding !== null && this.hierarchy.isProtocol(b.binding)));
    if (a.kind === 'none') return isStructural ? 'unknown' : 'no';
    return a.kind === 'unknown' ? 'unknown' : 'no';
  }

  private variable(a: Type, b: Type, inside: boolean, depth: number): Answer {
    if (a.kind === 'variable' && b.kind === 'variable') {
      if (a.id !== b.id) return 'unknown';
      if (b.bound === null) return 'yes';
      return a.bound === null ? 'no' : this.sub(a.bound, b.bound, inside, depth + 1);
    }
    return a.kind === 'variable' && a.bound !== null ? this.sub(a.bound, b, inside, depth + 1) : 'unknown';
  }

  private tuple(a: Type & { kind: 'tuple' }, b: Type, depth: number): Answer {
    if (b.kind !== 'tuple') {
      if (b.kind !== 'class') return 'no';
      return b.id === 'Hashable' ? 'yes' : this.sub(tupleAsSequence(a.items, a.rest), b, true, depth + 1);
    }
    if (b.rest === null) {
      if (a.rest !== null) return a.rest.kind === 'missing' ? 'yes' : 'no';
      return a.items.length !== b.items.length ? 'no' : all(a.items.map((each, index) => this.sub(each, b.items[index]!, true, depth + 1)));
    }
    if (a.items.length < b.items.length) return 'no';
    const rest = b.rest;
    return all([...a.items, ...(a.rest === null ? [] : [a.rest])].map((each, index) => this.sub(each, b.items[index] ?? rest, true, depth + 1)));
  }

  private callable(a: Type & { kind: 'callable' }, b: Type, depth: number): Answer {
    if (b.kind !== 'callable') return b.kind === 'class' && (isKnownClass(b.id) && b.id !== 'Hashable') ? 'no' : 'unknown';
    const returns = this.sub(a.returns, b.returns, true, depth + 1);
    const { params } = b;
    if (a.params === null || params === null) return returns;
    if (a.params.length !== params.length) return 'no';
    return all([returns, ...a.params.map((each, index) => this.sub(params[index]!, each, true, depth + 1))]);
  }

  private classes(a: Type & { kind: 'class' }, b: Type & { kind: 'class' }, depth: number): Answer {
    if (a.id === b.id) return this.args(a, b, depth);
    const known = a.base ? [a.base] : a.binding === null ? basesOf(a.id, a.args) : null;
    const { types, isWhole } = a.binding === null ? { types: known ?? [], isWhole: known !== null } : this.hierarchy.bases(a.binding);
    const above = any(types.map((each) => this.sub(each, b, true, depth + 1)));
    if (above === 'yes') return 'yes';
    if (b.binding !== null && this.hierarchy.isProtocol(b.binding))
      return a.binding === null ? 'unknown' : this.hierarchy.implementsProtocol(a.binding, b.binding);
    if (!isWhole) return 'unknown';
    // A class from elsewhere may be a protocol or another name of something.
    if (b.binding === null && !isKnownClass(b.id)) return 'unknown';
    if (a.binding !== null && STRUCTURAL.has(b.id)) return 'unknown';
    return above;
  }

  private args(a: Type & { kind: 'class' }, b: Type & { kind: 'class' }, depth: number): Answer {
    const variance = varianceOf(a.id);
    const answers: Answer[] = [];
    for (let index = 0; index < Math.max(a.args.length, b.args.length); index++) {
      const [x, y] = [a.args[index], b.args[index]];
      if (x === undefined || y === undefined) continue;
      const way = variance?.[index] ?? '=';
      if (way !== '-') answers.push(this.sub(x, y, true, depth + 1));
      if (way !== '+') answers.push(this.sub(y, x, true, depth + 1));
    }
    return all(answers);
  }
}

/** What a class is by the methods that it has. */
const STRUCTURAL = new Set(('Iterable Iterator Container Sized Hashable Collection Reversible AsyncIterable AsyncIterator Awaitable ContextManager '
  + 'AsyncContextManager Buffer PathLike SupportsInt SupportsFloat SupportsIndex').split(' '));
