/** What the constructor of a class takes, written or made. */
import type { ClassBinding } from '../model.ts';
import type { Signature } from '../signature.ts';
import type { World } from '../world.ts';
import { decoratorFlag, fieldDecorator } from './facts.ts';
import { fieldsOf } from './fields.ts';

/** Bases whose constructor takes nothing. */
const EMPTY = new Set(['object', 'ABC', 'Generic', 'Protocol', 'Hashable', 'Sized', 'Iterable', 'Iterator', 'Container', 'Collection', 'Reversible', 'Sequence',
  'MutableSequence', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'Awaitable', 'ContextManager', 'AsyncContextManager', 'Buffer', 'PathLike',
  'AsyncIterable', 'AsyncIterator', 'Generator']);

/** @returns null when it comes from a class that is not known, or instances are not made by calling */
export function constructorOf(binding: ClassBinding, world: World): Signature | null {
  const { lineage, flavour } = world.facts(binding);
  if (flavour === 'enum' || flavour === 'typed-dict' || flavour === 'protocol') return null;
  for (const each of lineage.own) {
    const decorator = fieldDecorator(each);
    const written = each.members.get('__init__') ?? each.members.get('__new__');
    const [first] = written ?? [];
    const isMade = decorator !== null && decoratorFlag(each, decorator, 'init') !== false;
    if (first?.kind === 'function') return { ...world.signature(first), returns: null };
    if (first) return null;
    if (isMade) return made(binding, world);
  }
  if (flavour === 'pydantic' || flavour === 'named-tuple') return made(binding, world);
  const foreign = [...lineage.foreign].filter((name) => !EMPTY.has(name));
  if (foreign.includes('BaseException')) return { parameters: [{ name: 'args', kind: 'args', fallback: null, type: null }], returns: null };
  return foreign.length === 0 && lineage.isWhole ? { parameters: [], returns: null } : null;
}

function made(binding: ClassBinding, world: World): Signature {
  return { parameters: fieldsOf(binding, world).filter(({ isTaken }) => isTaken), returns: null };
}
