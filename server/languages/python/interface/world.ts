/** Everything that is known of one state, worked out when it is asked for. */
import type { InterfaceState } from '../../../facts/interface.ts';
import { factsOf, fieldDecorator, type ClassFacts } from './classes/facts.ts';
import { constructorOf } from './classes/constructor.ts';
import { Hierarchy } from './classes/hierarchy.ts';
import type { Source } from '../syntax.ts';
import type { ClassBinding, FunctionBinding } from './model.ts';
import { Project } from './project.ts';
import { signatureOf, type Signature } from './signature.ts';
import { isKnownClass, knownAncestors } from './types/known-classes.ts';
import { TypeReader } from './types/read-type.ts';
import type { Answer, Hierarchy as TypeHierarchy } from './types/subtype.ts';
import { classType, type Type } from './types/type.ts';

/** Bases that say what kind of class it is. */
const FORMS = /^(Protocol|Generic|ABC|NamedTuple|TypedDict|object)$/;

export class World implements TypeHierarchy {
  readonly project: Project;
  readonly reader: TypeReader;
  private readonly hierarchy: Hierarchy;
  private readonly known = new Map<ClassBinding, ClassFacts>();
  private readonly signatures = new Map<FunctionBinding, Signature>();
  private readonly constructors = new Map<ClassBinding, Signature | null>();

  /** @param sources see `Project` */
  constructor(state: InterfaceState, sources = new Map<string, Source>()) {
    this.project = new Project(state, sources);
    this.hierarchy = new Hierarchy(this.project);
    this.reader = new TypeReader(this.project, classId);
  }

  facts(binding: ClassBinding): ClassFacts {
    let found = this.known.get(binding);
    if (found === undefined) this.known.set(binding, (found = factsOf(binding, this.hierarchy)));
    return found;
  }

  signature(binding: FunctionBinding): Signature {
    const { owner } = binding;
    let found = this.signatures.get(binding);
    if (found === undefined)
      this.signatures.set(binding, (found = signatureOf(binding, this.reader, this.project, owner ? this.facts(owner).typeParameters : undefined)));
    return found;
  }

  /** What making an instance takes; null when it cannot be known. */
  constructing(binding: ClassBinding): Signature | null {
    let found = this.constructors.get(binding);
    if (found === undefined) {
      // A class whose field has its own type as default asks for itself.
      this.constructors.set(binding, null);
      this.constructors.set(binding, (found = constructorOf(binding, this)));
    }
    return found;
  }

  /** The class whose constructor is called; null when it is none of the workspace. */
  constructorHome(binding: ClassBinding): ClassBinding | null {
    return this.facts(binding).lineage.own.find((each) => each.members.has('__init__') || each.members.has('__new__') || fieldDecorator(each) !== null) ?? null;
  }

  /** Names of what a class from elsewhere is known to derive from. */
  foreignAncestors(name: string): string[] {
    return knownAncestors(name).slice(1);
  }

  bases(binding: ClassBinding): { types: Type[]; isWhole: boolean } {
    const { lineage } = this.facts(binding);
    const own = lineage.own.slice(1).map((each) => classType(classId(each), [], each));
    const foreign = [...lineage.foreign].filter((name) => !FORMS.test(name)).map((name) => classType(name));
    const types = [...own, ...foreign];
    return { types, isWhole: lineage.isWhole };
  }

  isProtocol(binding: ClassBinding): boolean {
    return this.facts(binding).flavour === 'protocol';
  }

  implementsProtocol(binding: ClassBinding, protocol: ClassBinding): Answer {
    const [own, wanted] = [this.facts(binding), this.facts(protocol)];
    const lacks = [...wanted.members.keys()].some((name) => !own.members.has(name));
    return !lacks ? 'yes' : own.lineage.isWhole && !own.isLazy ? 'no' : 'unknown';
  }
}

/** The name by which a class of the workspace goes. Its module does not count, nor that it became private: it may move behind a name that stays. */
export function classId({ name, owner }: ClassBinding): string {
  const bare = name.replace(/^_+/, '');
  const whole = owner ? `${classId(owner)}.${bare}` : bare;
  return isKnownClass(whole) ? `workspace.${whole}` : whole;
}
