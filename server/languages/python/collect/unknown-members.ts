/** Members that a class reads from itself, and that neither it nor anything else in the file gives it. */
import type { UnknownMemberFact } from '../../../facts/missing-names.ts';
import { definitionsOf, methodOfObject } from '../definitions.ts';
import { isProbe } from '../probes.ts';
import type { Scopes } from '../scopes.ts';
import { around, decorated, decoratorsOf, each, isFunction, part, type Node, type Source } from '../syntax.ts';

/** Gives members that the text does not name. */
const DYNAMIC = /\b(setattr|vars|locals|exec|make_dataclass|namedtuple)\(|__dict__|__getattr|__slots__|\bself\.update\b|type\(\s*['"]/;
/** Leave the members of the class as they are. */
const PLAIN_CLASS = /^(\w+\.)*(dataclass|define|frozen|final|runtime_checkable|total_ordering)(\(.*\))?$/s;
/** Leave `self` as it is. */
const PLAIN_METHOD =
  /^((\w+\.)*(property|cached_property|override|final|contextmanager|lru_cache|cache|no_grad|inference_mode)(\(.*\))?|\w+\.(setter|getter|deleter))$/s;
/** Written to be completed by the classes that derive from it. */
const OPEN = /(Mixins?|Base|Interface|Protocol)$|Abstract|^_?Base/;
const MOST_BASES = 5;
/** Of more missing members in one file the rest is left out. */
const MOST = 50;

/** @param source a file @param scopes of its names @returns each missing member of a class once, where it is first read */
export function unknownMembers(source: Source, scopes: Scopes): UnknownMemberFact[] {
  if (DYNAMIC.test(source.text)) return [];
  const { classes, bases } = definitionsOf(source);
  if (classes.size === 0) return [];
  const given = new Set<string>();
  each(source.root, (node) => {
    if (node.type === 'attribute' && isGiven(node)) given.add(source.textOf(part(node, 'attribute') ?? node));
  });
  return [...classes.values()].flat().filter((owner) => isClosed(owner)).flatMap(missingIn).slice(0, MOST);

  /** Nothing but its text and that of its bases in this file says what it has. */
  function isClosed(owner: Node): boolean {
    const name = nameOf(owner);
    return !OPEN.test(name) && !bases.has(name) && lineage(owner) !== null && !isMixedIn(owner)
      && !/\b(NotImplementedError|abstractmethod|super\(\)\.__(get|set)attr)/.test(source.textOf(owner));
  }

  /** It hands arguments on to a base that it does not name, so another class gets it as a base. */
  function isMixedIn(owner: Node): boolean {
    const hasBase = (part(owner, 'superclasses')?.children ?? []).some((base) => source.textOf(base) !== 'object');
    return !hasBase && /\bsuper\([^()]*\)\.\w+\([^)\s]/.test(source.textOf(owner));
  }

  /** The class and its bases; null where one of them is not in this file. */
  function lineage(owner: Node): Node[] | null {
    const all = [owner];
    for (let at = 0; at < all.length; at++) {
      if (all.length > MOST_BASES || !decoratorsOf(all[at]!).every((decorator) => PLAIN_CLASS.test(source.textOf(decorator)))) return null;
      for (const base of part(all[at]!, 'superclasses')?.children ?? []) {
        if (base.type !== 'identifier') return null;
        if (source.textOf(base) === 'object') continue;
        const declared = scopes.lookup(source.textOf(base), base);
        if (declared?.kind !== 'class') return null;
        all.push(declared.node);
      }
    }
    return all;
  }

  function missingIn(owner: Node): UnknownMemberFact[] {
    const known = new Set((lineage(owner) ?? []).flatMap(bodyNames));
    const told = new Set<string>();
    const found: UnknownMemberFact[] = [];
    each(part(owner, 'body') ?? owner, (node) => {
      if (node.type !== 'attribute') return;
      const attribute = part(node, 'attribute');
      const name = attribute === null ? '' : source.textOf(attribute);
      if (told.size >= MOST || name === '' || /^__\w+__$/.test(name) || known.has(name) || given.has(name) || told.has(name)) return;
      if (!isOwn(node, owner)) return;
      told.add(name);
      if (isDoubted(node, name)) return;
      const method = around(node, isFunction);
      const made = isMade(owner) ? { made: true as const } : {};
      found.push({ owner: nameOf(owner), ...made, name, place: method === null ? '' : nameOf(method), span: source.span(node) });
    });
    return found;
  }

  /** It says how one is made, or the file makes one: `Layer(…)`. */
  function isMade(owner: Node): boolean {
    return bodyNames(owner).includes('__init__') || new RegExp(String.raw`(?<!class\s+)\b${nameOf(owner)}\(`).test(source.text);
  }

  /** Read from `self` in a method of this class; by another name it may be what a plain function in the class is given. */
  function isOwn(node: Node, owner: Node): boolean {
    const object = part(node, 'object');
    const method = object === null || source.textOf(object) !== 'self' ? null : methodOfObject(source, scopes, object);
    return method !== null && decorated(method).parent.parent === owner && nameOf(method) !== '__new__'
      && decoratorsOf(method).every((decorator) => PLAIN_METHOD.test(source.textOf(decorator)));
  }

  /** It is asked for first, or its absence is provided for. */
  function isDoubted(node: Node, name: string): boolean {
    if (source.text.includes(`'${name}'`) || source.text.includes(`"${name}"`)) return true;
    return isProbe(source, node, /\b(AttributeError|Exception)\b/);
  }

  /** What stands on the left of an assignment, a loop or `as`, or is deleted. */
  function isGiven(node: Node): boolean {
    let inner = node;
    while (/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|expression_list)$/.test(inner.parent.type)) inner = inner.parent;
    const { parent, field } = inner;
    return field === 'left' || field === 'alias' || /^(as_pattern_target|delete_statement|for_in_clause)$/.test(parent.type);
  }

  /** Names that the body of a class binds, its methods among them. */
  function bodyNames(owner: Node): string[] {
    const names: string[] = [];
    const visit = (node: Node): void => {
      if (isFunction(node) || node.type === 'class_definition') return void names.push(nameOf(node));
      if (node.type === 'identifier' && node.field !== 'function') names.push(source.textOf(node));
      node.children.forEach(visit);
    };
    part(owner, 'body')?.children.forEach(visit);
    return names;
  }

  function nameOf(definition: Node): string {
    const name = part(definition, 'name');
    return name === null ? '' : source.textOf(name);
  }
}
