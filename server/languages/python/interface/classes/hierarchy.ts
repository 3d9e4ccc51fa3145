/** Bases of classes: those of the workspace in the order in which members are looked up, and those from elsewhere. */
import { part, unwrap, type Node } from '../../syntax.ts';
import type { ClassBinding, Found } from '../model.ts';
import type { Project } from '../project.ts';
import { argumentsIn, calledName, dottedName, lastName } from '../read/nodes.ts';
import { canonicalName, isKnownClass, knownAncestors } from '../types/known-classes.ts';

export interface Lineage {
  /** The class and its ancestors in the workspace, in the order of lookup. */
  own: readonly ClassBinding[];
  /** Ancestors from elsewhere by their names, with what they are known to derive from. */
  foreign: ReadonlySet<string>;
  /** False when an ancestor is not known, so that members may come from it. */
  isWhole: boolean;
  /** Names of metaclasses that are given. */
  metaclasses: ReadonlySet<string>;
}

/** Bases that bring no members that others use. */
const BARE = new Set(['object', 'Generic', 'Protocol', 'abc.ABC', 'ABC', 'enum.Enum', 'enum.IntEnum', 'enum.StrEnum', 'enum.Flag', 'enum.IntFlag', 'NamedTuple',
  'TypedDict', 'typing.Generic', 'typing.Protocol', 'BaseModel']);

export class Hierarchy {
  private readonly project: Project;
  private readonly lineages = new Map<ClassBinding, Lineage>();
  private readonly direct = new Map<ClassBinding, Found[]>();

  constructor(project: Project) {
    this.project = project;
  }

  /** Expressions of the bases, without arguments of generics. */
  baseNodes(binding: ClassBinding): Node[] {
    const { definition, module } = binding;
    if (definition.type !== 'class_definition') return [];
    return argumentsIn(module.source, part(definition, 'superclasses')).positional.map((node) => {
      const inner = unwrap(node);
      return inner.type === 'subscript' ? part(inner, 'value') ?? inner : inner;
    });
  }

  /** What the direct bases are. */
  bases(binding: ClassBinding): Found[] {
    let found = this.direct.get(binding);
    if (found === undefined) this.direct.set(binding, (found = this.readBases(binding)));
    return found;
  }

  private readBases(binding: ClassBinding): Found[] {
    const { module, owner, definition } = binding;
    const { source } = module;
    if (definition.type === 'call') {
      const name = lastName(calledName(source, definition) ?? '');
      return [{ kind: 'external', name: name === 'namedtuple' ? 'NamedTuple' : /Enum$|Flag$/.test(name) ? `enum.${name}` : name }];
    }
    return this.baseNodes(binding).map((node): Found => {
      // `six.with_metaclass(Meta, Base)` stands for its second argument.
      const dotted = dottedName(source, node);
      if (dotted === null) return { kind: 'unknown' };
      const resolved = this.project.resolve(dotted, module, owner);
      const [first] = resolved.filter((each) => each.kind !== 'definition' || each.binding !== binding);
      const isKnown = isKnownClass(canonicalName(dotted)) || BARE.has(lastName(dotted));
      if (first === undefined) return isKnown ? { kind: 'external', name: dotted } : { kind: 'unknown' };
      if (first.kind === 'definition' && first.binding.kind === 'variable' && first.binding.value) {
        // `Base = namedtuple(…)` is a class already; `Base = declarative_base()` is not known.
        return { kind: 'unknown' };
      }
      return first;
    });
  }

  lineage(binding: ClassBinding, trail: readonly ClassBinding[] = []): Lineage {
    const known = this.lineages.get(binding);
    if (known !== undefined) return known;
    const own: ClassBinding[] = [binding];
    const foreign = new Set<string>();
    const metaclasses = new Set<string>();
    let isWhole = true;
    const metaclass = binding.definition.type === 'class_definition'
      ? argumentsIn(binding.module.source, part(binding.definition, 'superclasses')).named.get('metaclass') : undefined;
    if (metaclass) metaclasses.add(lastName(dottedName(binding.module.source, metaclass) ?? '?'));
    for (const base of this.bases(binding)) {
      if (base.kind === 'definition' && base.binding.kind === 'class') {
        if (trail.includes(base.binding) || base.binding === binding) continue;
        const above = this.lineage(base.binding, [...trail, binding]);
        // A class that several bases share comes after all of them.
        for (const each of above.own) {
          const at = own.indexOf(each);
          if (at > 0) own.splice(at, 1);
          own.push(each);
        }
        for (const name of above.foreign) foreign.add(name);
        for (const name of above.metaclasses) metaclasses.add(name);
        isWhole &&= above.isWhole;
      } else if (base.kind === 'external') {
        const name = canonicalForeign(base.name);
        for (const each of knownAncestors(name)) foreign.add(each);
        isWhole &&= isKnownClass(name) || BARE.has(name);
      } else isWhole = false;
    }
    const made: Lineage = { own, foreign, isWhole, metaclasses };
    if (trail.length === 0) this.lineages.set(binding, made);
    return made;
  }
}

/** One name for each base from elsewhere. */
export function canonicalForeign(dotted: string): string {
  const name = canonicalName(dotted);
  if (isKnownClass(name)) return name;
  const last = lastName(name);
  if (isKnownClass(`enum.${last}`)) return `enum.${last}`;
  return ['Generic', 'Protocol', 'ABC', 'NamedTuple', 'TypedDict'].includes(last) ? last : name;
}
