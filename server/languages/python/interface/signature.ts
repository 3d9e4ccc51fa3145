/** Signatures of functions and methods as their callers see them. */
import { each, part, type Node } from '../syntax.ts';
import type { FunctionBinding } from './model.ts';
import type { Project } from './project.ts';
import { printValue, readDefault } from './read/read-value.ts';
import { NONE, printType, type Type, unionOf } from './types/type.ts';
import type { TypePlace, TypeReader } from './types/read-type.ts';

/** `standard` may be given by position and by name. */
export type ParameterKind = 'positional' | 'standard' | 'keyword' | 'args' | 'kwargs';

export interface Parameter {
  name: string;
  kind: ParameterKind;
  /** Null without default. `isKnown` when it is a value that can be compared; else the text is the expression. */
  fallback: { text: string; isKnown: boolean } | null;
  type: Type | null;
}

export interface Signature {
  parameters: readonly Parameter[];
  returns: Type | null;
}

/** How a function is reached and what a call gives. */
export interface FunctionForm {
  role: 'function' | 'method' | 'classmethod' | 'staticmethod' | 'property';
  /** A property that is computed once may be overwritten. */
  isCached: boolean;
  isAsync: boolean;
  isGenerator: boolean;
  isContextManager: boolean;
  isAbstract: boolean;
  isFinal: boolean;
}

/** What wraps a method as something that is read like an attribute: `cached_property`, `reify`, `hybrid_property`. */
const PROPERTY = /^(\w*property|reify|abstractproperty|getter|lazy|cached_slot_property|memoized_property)$/;

const FORMS = new WeakMap<FunctionBinding, FunctionForm>();

export function formOf(binding: FunctionBinding): FunctionForm {
  let found = FORMS.get(binding);
  if (found === undefined) FORMS.set(binding, (found = readForm(binding)));
  return found;
}

function readForm(binding: FunctionBinding): FunctionForm {
  const { owner, definition, decorators } = binding;
  const has = (...names: string[]): boolean => decorators.some(({ name }) => names.includes(name));
  const property = owner === null ? undefined : decorators.find(({ name }) => PROPERTY.test(name));
  const isStatic = has('staticmethod', 'abstractstaticmethod');
  const isOfClass = has('classmethod', 'abstractclassmethod') || /^__(init_subclass|class_getitem)__$/.test(binding.name);
  const role = owner === null ? 'function' : property ? 'property' : isStatic ? 'staticmethod' : isOfClass ? 'classmethod' : 'method';
  return {
    role, isCached: property !== undefined && /cached|lazy|reify|memo/.test(property.name),
    isAsync: definition.tokens.includes('async'), isGenerator: yields(definition),
    isContextManager: has('contextmanager', 'asynccontextmanager'),
    isAbstract: has('abstractmethod', 'abstractproperty', 'abstractclassmethod', 'abstractstaticmethod'), isFinal: has('final'),
  };
}

function yields(definition: Node): boolean {
  let found = false;
  const body = part(definition, 'body');
  if (body) each(body, (node) => { if (node.type === 'yield') found = true; }, true);
  return found;
}

/** Methods that are called by operators and by Python itself, whose arguments have no names for the caller. */
function isOperator(binding: FunctionBinding): boolean {
  return binding.owner !== null && /^__(?!init__|new__|call__|init_subclass__|post_init__).*__$/.test(binding.name);
}

export function placeOf(binding: Pick<FunctionBinding, 'module' | 'owner'>, declared: ReadonlyMap<string, Node | null>): TypePlace {
  return { module: binding.module, owner: binding.owner, source: binding.module.source, variables: new Map(), declared, depth: 0 };
}

/** Names in `[T: int]` of a function or class, with what bounds them. */
export function declaredVariables(definition: Node, text: (node: Node) => string): Map<string, Node | null> {
  const found = new Map<string, Node | null>();
  for (const child of part(definition, 'type_parameters')?.children ?? []) {
    const inner = child.type === 'type' && child.children.length === 1 ? child.children[0]! : child;
    if (inner.type === 'constrained_type') found.set(text(inner.children[0]!), inner.children[1] ?? null);
    else found.set(text(inner).replace(/^\*+/, ''), null);
  }
  return found;
}

/**
 * Without `self` or `cls`.
 * @param classVariables type variables of the class, in its own order
 */
export function signatureOf(
  binding: FunctionBinding, reader: TypeReader, project: Project, classVariables: ReadonlyMap<string, Node | null> = new Map(),
): Signature {
  const { definition, module } = binding;
  const { source } = module;
  const declared = new Map([...classVariables, ...declaredVariables(definition, (node) => source.textOf(node))]);
  const place = placeOf(binding, declared);
  for (const name of classVariables.keys()) place.variables.set(name, `T${place.variables.size + 1}`);
  const { role } = formOf(binding);
  let drop = role === 'method' || role === 'classmethod' || role === 'property';
  const parameters: Parameter[] = [];
  let isKeyword = false;
  const operator = isOperator(binding);
  for (const node of part(definition, 'parameters')?.children ?? []) {
    if (node.type === 'keyword_separator') { isKeyword = true; continue; }
    if (node.type === 'positional_separator') {
      parameters.forEach((each) => { if (each.kind === 'standard') each.kind = 'positional'; });
      continue;
    }
    const inner = node.type === 'typed_parameter' ? node.children[0]! : part(node, 'name') ?? node;
    const isArgs = inner.type === 'list_splat_pattern';
    const isKwargs = inner.type === 'dictionary_splat_pattern';
    if (isArgs) isKeyword = true;
    if (drop && !isArgs) { drop = false; continue; }
    drop = false;
    const name = source.textOf(inner).replace(/^\*+\s*/, '');
    const annotation = part(node, 'type');
    const value = part(node, 'value');
    const known = value === null ? null : readDefault(value, { project, module, owner: binding.owner, source });
    const text = known === null ? value && source.textOf(value).replace(/\s+/g, ' ') : printValue(known);
    let type = annotation && reader.read(annotation, place);
    if (text === 'None' && type !== null && type.kind !== 'any' && type.kind !== 'unknown') type = unionOf([type, NONE]);
    const byPosition = operator || (name.startsWith('__') && !name.endsWith('__'));
    parameters.push({
      name, type, kind: isArgs ? 'args' : isKwargs ? 'kwargs' : isKeyword ? 'keyword' : byPosition ? 'positional' : 'standard',
      fallback: text === null ? null : { text, isKnown: known !== null },
    });
  }
  const returns = part(definition, 'return_type');
  return { parameters, returns: returns && reader.read(returns, place) };
}

/** `(order: str, *, note: str = "") -> int`, with names only where a caller can use them. */
export function printSignature({ parameters, returns }: Signature): string {
  const parts: string[] = [];
  const print = ({ name, kind, fallback, type }: Parameter): string => {
    const shown = kind === 'args' ? '*args' : kind === 'kwargs' ? '**kwargs' : kind === 'positional' || name.startsWith('_') ? '_' : name;
    const typed = type === null ? shown : `${shown}: ${printType(type)}`;
    return fallback === null ? typed : `${typed}${type === null ? '=' : ' = '}${fallback.text}`;
  };
  const byPosition = parameters.filter(({ kind }) => kind === 'positional');
  parts.push(...byPosition.map(print));
  if (byPosition.length > 0) parts.push('/');
  parts.push(...parameters.filter(({ kind }) => kind === 'standard').map(print));
  const args = parameters.find(({ kind }) => kind === 'args');
  const keywords = parameters.filter(({ kind, name, fallback }) => kind === 'keyword' && !(name.startsWith('_') && fallback !== null));
  if (args) parts.push(print(args));
  else if (keywords.length > 0) parts.push('*');
  parts.push(...keywords.map(print).sort());
  parts.push(...parameters.filter(({ kind }) => kind === 'kwargs').map(print));
  return `(${parts.join(', ')})${returns === null ? '' : ` -> ${printType(returns)}`}`;
}
