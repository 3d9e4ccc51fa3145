/** Functions and classes as bindings: overloads, accessors, members of classes, attributes of instances. */
import { parametersOf } from '../../scopes.ts';
import { isPlainString, stringValue } from '../../strings.ts';
import { decoratorsOf, each, part, unwrap, type Node, type Source } from '../../syntax.ts';
import type { ClassBinding, Decorator, FunctionBinding } from '../model.ts';
import { dottedName, lastName } from './nodes.ts';
import { boundHere, INSTANCE_ATTRIBUTE, put, type Scope } from './scope.ts';

function readDecorators(source: Source, definition: Node): Decorator[] {
  return decoratorsOf(definition).map((node) => {
    const call = unwrap(node).type === 'call' ? unwrap(node) : null;
    const dotted = dottedName(source, call ? part(call, 'function') ?? node : node) ?? '';
    return { name: lastName(dotted), dotted, call };
  });
}

export function bindFunction(definition: Node, { module, owner, names }: Scope, condition: string): void {
  const { source } = module;
  const node = part(definition, 'name');
  if (node === null) return;
  const name = source.textOf(node);
  const decorators = readDecorators(source, definition);
  const before = boundHere(names, name, condition);
  const known = before?.kind === 'function' ? before : null;
  const accessor = decorators.find((each) => each.dotted === `${name}.${each.name}`);
  if (accessor && known) {
    if (accessor.name === 'setter') known.settable = true;
    if (accessor.name === 'setter' || accessor.name === 'deleter' || accessor.name === 'register') return;
  }
  const made: FunctionBinding =
    { kind: 'function', name, node, condition, module, owner, definition, decorators, overloads: [], settable: false };
  if (decorators.some((each) => each.name === 'overload')) {
    // Until the implementation comes, the first overload stands for it, as it does for ever in a stub.
    const started = known !== null && known.overloads.length > 0;
    const first = started ? known : made;
    first.overloads.push({ ...made, overloads: [] });
    if (!started) put(names, first);
    return;
  }
  const overloads = known !== null && known.overloads.length > 0 && known.decorators.some((each) => each.name === 'overload') ? known.overloads : [];
  put(names, { ...made, overloads });
}

/** @param readBody reads the statements of the class's body */
export function bindClass(
  definition: Node, { module, owner, names }: Scope, condition: string, readBody: (body: readonly Node[], scope: Scope) => void,
): void {
  const { source } = module;
  const node = part(definition, 'name');
  if (node === null) return;
  const made: ClassBinding = {
    kind: 'class', name: source.textOf(node), node, condition, module, owner, definition, decorators: readDecorators(source, definition), members: new Map(),
  };
  const scope: Scope = { module, owner: made, names: made.members };
  readBody(part(definition, 'body')?.children ?? [], scope);
  readSlots(made);
  readInstance(made);
  put(names, made);
}

/** Names in `__slots__` are attributes. */
function readSlots(owner: ClassBinding): void {
  const slots = owner.members.get('__slots__')?.[0];
  if (slots?.kind !== 'variable' || !slots.value) return;
  const { module } = owner;
  const listed = isPlainString(slots.value) ? [slots.value] : unwrap(slots.value).children;
  for (const node of listed.map((child) => (child.type === 'pair' ? child.children[0]! : child)).filter(isPlainString)) {
    const name = stringValue(module.source, node);
    if (!owner.members.has(name))
      owner.members.set(name, [{ ...INSTANCE_ATTRIBUTE, name, node, module, owner }]);
  }
}

/** What `__init__` sets on the instance; its type is that of the parameter where it only keeps one. */
function readInstance(owner: ClassBinding): void {
  const { module, members } = owner;
  const { source } = module;
  for (const method of ['__init__', '__new__', '__post_init__', '__attrs_post_init__'].flatMap((name) => members.get(name) ?? [])) {
    if (method.kind !== 'function') continue;
    const parameters = parametersOf(method.definition);
    const self = method.name === '__new__' ? 'self' : parameters[0] && source.textOf(parameters[0].name);
    const body = part(method.definition, 'body');
    if (self === undefined || body === null) continue;
    each(body, (node) => {
      if (node.type !== 'assignment') return;
      const left = part(node, 'left');
      const targets = left === null ? [] : left.type === 'attribute' ? [left] : left.children.filter((child) => child.type === 'attribute');
      for (const target of targets) {
        const [object, attribute] = [part(target, 'object'), part(target, 'attribute')];
        if (object?.type !== 'identifier' || attribute === null || source.textOf(object) !== self) continue;
        const name = source.textOf(attribute);
        const value = targets.length === 1 && target === left ? part(node, 'right') : null;
        const kept = value?.type === 'identifier' ? parameters.find((each) => source.textOf(each.name) === source.textOf(value) && !each.rest) : undefined;
        const known = members.get(name)?.[0];
        if (known !== undefined && (known.kind !== 'variable' || known.annotation !== null || !known.isOfInstance)) continue;
        const annotation = part(node, 'type') ?? (kept?.type ?? null);
        if (known !== undefined && annotation === null) continue;
        members.set(name, [{
          ...INSTANCE_ATTRIBUTE, name, node: attribute, module, owner, annotation,
          isInferred: part(node, 'type') === null, mayBeNone: kept?.value?.type === 'none',
        }]);
      }
    }, true);
  }
}
