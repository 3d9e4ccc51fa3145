/** What is read from a Python module before anything is compared: names and what they are bound to. */
import type { Node, Source } from '../syntax.ts';

interface Bound {
  name: string;
  /** Where the name stands. */
  node: Node;
  /** The branches it stands in, from outside in; empty for what always holds. Two names in the same branch of two states have the same text. */
  condition: string;
  module: ModuleModel;
  /** The class it stands in. */
  owner: ClassBinding | null;
}

export interface FunctionBinding extends Bound {
  kind: 'function';
  definition: Node;
  decorators: readonly Decorator[];
  /** In order; the implementation is the binding itself. */
  overloads: FunctionBinding[];
  /** A property that can be set. */
  settable: boolean;
}

export interface ClassBinding extends Bound {
  kind: 'class';
  /** The definition, or the call that makes it: `namedtuple('Point', 'x y')`. */
  definition: Node;
  decorators: readonly Decorator[];
  members: Map<string, Binding[]>;
}

export interface VariableBinding extends Bound {
  kind: 'variable';
  annotation: Node | null;
  value: Node | null;
  /** `type A = …`. */
  isAlias: boolean;
  /** `self.x` in `__init__`. */
  isOfInstance: boolean;
  /** The annotation is that of the parameter which is kept. */
  isInferred?: boolean;
  /** That parameter has `None` as its default. */
  mayBeNone?: boolean;
}

export interface ImportBinding extends Bound {
  kind: 'import';
  /** As written, with its dots. */
  specifier: string;
  /** The name taken from the module; null for the module itself. */
  imported: string | null;
  /** It stands under `if TYPE_CHECKING`. */
  isTypeOnly: boolean;
  /** `import x as x`, `from m import x as x`. */
  isPassedOn: boolean;
}

export type Binding = FunctionBinding | ClassBinding | VariableBinding | ImportBinding;
export type Definition = FunctionBinding | ClassBinding | VariableBinding;

export interface Decorator {
  /** Its last name: `setter` of `@x.setter`. */
  name: string;
  /** As written, without arguments. */
  dotted: string;
  /** Its arguments when it is called. */
  call: Node | null;
}

/** What `__all__` is put together from, in order. */
export type Listed = { kind: 'name'; name: string } | { kind: 'remove'; name: string } | { kind: 'module'; dotted: string };

export interface ModuleModel {
  /** Relative to the root of the state. */
  path: string;
  /** `shop.orders`. */
  name: string;
  isPackage: boolean;
  isStub: boolean;
  source: Source;
  names: Map<string, Binding[]>;
  /** Null without `__all__`. */
  all: Listed[] | null;
  /** Part of `__all__` is computed. */
  allIsOpen: boolean;
  /** Specifiers of star imports. */
  stars: string[];
  /** It has a `__getattr__`. */
  isLazy: boolean;
}

/** What a name stands for once all aliases are followed. */
export type Found =
  | { kind: 'definition'; binding: Definition }
  | { kind: 'module'; module: ModuleModel }
  /** Of another package: its name as `package.name`. */
  | { kind: 'external'; name: string }
  | { kind: 'unknown' };
