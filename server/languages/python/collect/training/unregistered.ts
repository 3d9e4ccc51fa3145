/** Layers that a module of torch keeps in a plain list or dictionary, where it does not know of them. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf } from '../../names.ts';
import { parametersOf } from '../../scopes.ts';
import { around, each, isFunction, part, unwrap, type Node } from '../../syntax.ts';
import { isModule, madeBy, withBases, type Made } from './layers.ts';
import { calledName, methodOf, type Material } from './material.ts';

/** The class registers, lists, moves or freezes its layers by hand, or hides them on purpose. */
const BY_HAND = new RegExp(
  String.raw`\.requires_grad_?\b|\b(add_module|register_module|register_parameter|setattr|__setattr__|_modules|_parameters|_apply)\b|`
  + String.raw`\b(named_)?parameters\s*\(`,
);
/** Calls that only look at a list. */
const LOOKS = /^(len|enumerate|zip|range|reversed|iter|print|next|sum|isinstance|str|min|max|any|all)$/;

const WRAPS = /^torch\.nn\.(Module|Sequential)/;

interface Kept {
  /** Where the first layer gets in. */
  at: Node;
  made: NonNullable<Made>;
}

/** @returns one fault for each field that keeps layers so */
export function unregisteredModules(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.classes.filter((owner) => isModule(material, owner)).flatMap((owner) => {
    if (withBases(material, owner).some((node) => BY_HAND.test(source.textOf(node)))) return [];
    const fields = fieldsOf(material, owner);
    return [...fields].flatMap(([name, { container, kept }]): TrainingFaultFact[] => {
      if (container === null || container === '' || kept === null || !isOnlyLookedAt(material, owner, name)) return [];
      const kind = container === 'dictionary' ? 'Dict' : 'List';
      return [{
        kind: 'unregistered-module', text: `self.${name}`, span: source.span(kept.at), other: `nn.${kept.made === 'module' ? 'Module' : 'Parameter'}${kind}`,
      }];
    });
  });
}

interface Field {
  /** Empty until it is set; null when it is also something else than a plain container. */
  container: 'list' | 'dictionary' | '' | null;
  kept: Kept | null;
}

function fieldsOf(material: Material, owner: Node): Map<string, Field> {
  const { source } = material;
  const fields = new Map<string, Field>();
  for (const method of methodsOf(owner)) {
    const self = parametersOf(method)[0]?.name;
    if (self === undefined) continue;
    const isField = (node: Node | null): node is Node =>
      node?.type === 'attribute' && source.textOf(part(node, 'object')!) === source.textOf(self);
    const fieldOf = (node: Node): Field => {
      const name = source.textOf(part(node, 'attribute')!);
      const field = fields.get(name) ?? { container: '', kept: null };
      fields.set(name, field);
      return field;
    };
    each(method, (node) => {
      if (node.type === 'assignment' || node.type === 'augmented_assignment') assign(node, isField, fieldOf);
      else if (node.type === 'call') {
        const called = methodOf(source, node);
        if (called === null || !/^(append|insert|extend)$/.test(called.name) || !isField(called.object)) return;
        const item = argumentsOf(source, node).positional.at(-1);
        if (item !== undefined) keep(fieldOf(called.object), node, item);
      }
    });
  }
  return fields;

  function assign(node: Node, isField: (node: Node | null) => node is Node, fieldOf: (node: Node) => Field): void {
    const left = part(node, 'left');
    const right = part(node, 'right');
    if (left === null || right === null) return;
    if (left.type === 'subscript' && isField(part(left, 'value'))) return keep(fieldOf(part(left, 'value')!), node, right);
    // `self.a, self.b = …`
    if (left.type === 'pattern_list' || left.type === 'tuple_pattern') for (const target of left.children.filter(isField)) fieldOf(target).container = null;
    if (!isField(left)) return;
    const field = fieldOf(left);
    const value = unwrap(right);
    const container = containerOf(material, value);
    if (container === 'none') return;
    if (container === null || field.container === null) {
      field.container = null;
      return;
    }
    if (node.type === 'assignment') field.container = container;
    // One item alone in a list is the common way to hide a module on purpose.
    if (!(value.type === 'list' && value.children.length === 1)) keep(field, value, value);
    if (value.type === 'identifier') for (const item of grownBy(material, value)) keep(field, item, argumentsOf(source, item).positional.at(-1)!);
  }

  function keep(field: Field, at: Node, item: Node): void {
    if (field.kept !== null || field.container === null) return;
    const made = madeBy(material, ownValue(material, item));
    if (made !== null) field.kept = { at, made };
  }
}

/** What a field is given: a plain container, nothing yet, or (null) something else. */
function containerOf(material: Material, value: Node): 'list' | 'dictionary' | 'none' | null {
  if (value.type === 'none') return 'none';
  if (value.type === 'dictionary' || value.type === 'dictionary_comprehension') return 'dictionary';
  if (value.type === 'list' || value.type === 'tuple' || value.type === 'list_comprehension') return 'list';
  if (value.type === 'binary_operator' && value.children[0]?.type === 'list') return 'list';
  if (value.type === 'call') return /^(list|dict|OrderedDict)$/.test(material.source.textOf(value.children[0]!)) && value.end - value.start < 14
    ? (/^list/.test(material.source.textOf(value)) ? 'list' : 'dictionary') : null;
  const filled = value.type === 'identifier' ? localValue(material, value) : null;
  return filled?.type === 'list' || filled?.type === 'list_comprehension' ? 'list' : null;
}

/** The value of a local variable that is set once, and handed to nothing that could register what is in it. */
function localValue({ source, scopes }: Material, name: Node): Node | null {
  const text = source.textOf(name);
  const declared = scopes.lookup(text, name);
  const method = around(name, isFunction);
  if (declared?.kind !== 'variable' || declared.scope !== method || declared.values.length !== 1) return null;
  const { value, whole } = declared.values[0]!;
  if (value === null || !whole) return null;
  let isPlain = true;
  let kept = 0;
  each(method, (node) => {
    if (node.type !== 'identifier' || source.textOf(node) !== text || node.field === 'attribute' || node === declared.node) return;
    if (node.parent.type === 'argument_list') {
      const called = methodOf(source, node.parent.parent);
      const isGrown = called !== null && /^(append|insert|extend)$/.test(called.name);
      if (isGrown) kept++;
      if (!isGrown && !LOOKS.test(source.textOf(node.parent.parent.children[0]!))) isPlain = false;
    } else if (node.parent.type === 'assignment' && node.field === 'right') {
      kept++;
    } else if (!/^(attribute|subscript|list)$/.test(node.parent.type) && node.field !== 'right') isPlain = false;
  });
  return isPlain && kept <= 1 ? unwrap(value) : null;
}

/** `layers.append(…)` of a local list. */
function grownBy(material: Material, name: Node): Node[] {
  const { source } = material;
  const found: Node[] = [];
  each(around(name, isFunction)!, (node) => {
    const called = node.type === 'call' ? methodOf(source, node) : null;
    if (called?.name !== 'append' || source.textOf(called.object) !== source.textOf(name)) return;
    if (argumentsOf(source, node).positional.length === 1) found.push(node);
  });
  return found;
}

function ownValue(material: Material, item: Node): Node {
  const inner = unwrap(item);
  return inner.type === 'identifier' ? localValue(material, inner) ?? inner : inner;
}

function methodsOf(owner: Node): Node[] {
  return (part(owner, 'body')?.children ?? []).map((each) => (each.type === 'decorated_definition' ? part(each, 'definition')! : each))
    .filter((each) => each.type === 'function_definition');
}

/** Nothing wraps the field, hands it on, or reaches it from outside the class. */
function isOnlyLookedAt(material: Material, owner: Node, name: string): boolean {
  const { source } = material;
  return material.attributes.every((node) => {
    if (source.textOf(part(node, 'attribute')!) !== name) return true;
    const isSelf = source.textOf(part(node, 'object')!) === 'self';
    const holder = around(node, (each) => each.type === 'class_definition');
    if (!isSelf || holder === null) return false;
    if (holder !== owner && !withBases(material, holder).includes(owner) && !withBases(material, owner).includes(holder)) return true;
    return isLookedAt(material, node);
  });
}

function isLookedAt(material: Material, node: Node): boolean {
  const { source } = material;
  if (node.field === 'right' && node.parent.type === 'assignment') return false;
  if (node.parent.type === 'return_statement') return false;
  for (let at = node; at.parent !== at && !/_statement$|^block$/.test(at.parent.type); at = at.parent) {
    const { parent } = at;
    if (parent.type === 'call' && at.field === 'arguments') {
      if (WRAPS.test(calledName(material, parent))) return false;
      const isDirect = node.parent === at || node.parent.parent === at;
      if (isDirect && !LOOKS.test(source.textOf(parent.children[0]!))) return false;
    }
  }
  return true;
}
