/** Loops and comprehensions, and awaits with whether their order matters. */
import type { AwaitFact, LoopFact } from '../../../facts/file-facts.ts';
import { functionOf, lastName } from '../names.ts';
import { boundNames, isComprehension, isFunction, part, some, statementOf, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

/** These are meant to be awaited one after another: pauses, streams, cursors, locks, steps of a protocol. */
const SEQUENTIAL_NAME = new RegExp(
  String.raw`^(sleep|delay|wait\w*|gather|as_completed|pause|timeout|yield\w*|next|anext|step|advance|acquire|lock|release|drain|write\w*|`
  + String.raw`read\w*|recv\w*|receive\w*|send\w*|flush|seek|poll|retry|backoff|a?close|throttle|migrate|get_nowait|put|get|join|commit|`
  + String.raw`rollback|execute|press|type|click|fill|goto|__\w+__|start|stop|startup|shutdown|connect|disconnect|setup|teardown|cleanup|`
  + 'open|exit)$',
);
const MUTATES = new RegExp(
  '^(append|extend|insert|remove|pop|popitem|clear|add|discard|update|sort|reverse|setdefault|write|writelines|appendleft|'
  + 'popleft|seek|readline|read|put|send|next)$',
);

export interface LoopCollector extends Collector {
  loops: LoopFact[];
  awaits: AwaitFact[];
  enterLoop(node: Node, at: Place): number;
  nodeOf(loop: number): Node;
  /** Names that are assigned or added to in a loop: their values differ between iterations. */
  changing(loop: number): ReadonlySet<string>;
}

export function loopCollector(source: Source): LoopCollector {
  const loops: LoopFact[] = [];
  const awaits: AwaitFact[] = [];
  const nodes: Node[] = [];
  const ordered = new Map<Node, boolean>();
  const changes = new Map<number, ReadonlySet<string>>();

  return {
    loops,
    awaits,
    enterLoop(node, at) {
      const clauses = isComprehension(node) ? node.children.filter((child) => child.type === 'for_in_clause') : [node];
      const iterable = part(clauses[0] ?? node, 'right');
      nodes.push(node);
      loops.push({
        kind: node.type === 'while_statement' ? 'while' : 'for-of', span: source.span(node), parent: at.loop, function: at.function,
        async: clauses.some((clause) => clause.tokens.includes('async')),
        iterable: iterable ? source.shorten(iterable, 80) : '',
        variables: clauses.flatMap((clause) => boundNames(part(clause, 'left') ?? clause).map((name) => source.textOf(name))),
      });
      return loops.length - 1;
    },
    nodeOf: (loop) => nodes[loop]!,
    changing(loop) {
      let found = changes.get(loop);
      if (found === undefined) changes.set(loop, (found = new Set([...assignedIn(nodes[loop]!), ...mutatedIn(nodes[loop]!), ...loops[loop]!.variables])));
      return found;
    },
    on: {
      await: (node, at) => {
        const loop = at.loop === -1 ? undefined : nodes[at.loop];
        const [waited] = node.children;
        awaits.push({
          span: source.span(node), function: at.function, loop: at.loop, text: waited ? source.shorten(waited, 80) : '',
          ordered: loop !== undefined && (loopIsOrdered(loop) || awaitIsOrdered(node, loop)),
        });
      },
      // `all = [*all, x]` and `all = all + [x]` copy everything in every iteration.
      assignment: (node, at) => {
        const loop = at.loop === -1 ? undefined : nodes[at.loop];
        const left = part(node, 'left');
        const right = part(node, 'right');
        if (loop === undefined || left?.type !== 'identifier' || !right) return;
        const name = source.textOf(left);
        const copied = copyIn(right, name) ?? (isUsedBeside(nodes[at.loop]!, node, name) ? null : tableGrownBy(right, name));
        if (copied !== null && !leavesAfter(node)) (loops[at.loop]!.copies ??= []).push({ name, span: source.span(copied) });
      },
    },
  };

  function copyIn(value: Node, name: string): Node | null {
    // `{**defaults, **given}` merges two dictionaries and grows neither; a growing one is followed by another entry.
    if (value.type === 'dictionary') {
      const [first, ...rest] = value.children;
      return first?.type === 'dictionary_splat' && source.textOf(first.children[0] ?? first) === name && rest.length > 0
        && rest.every((child) => child.type === 'pair') ? first : null;
    }
    if (value.type === 'list' || value.type === 'tuple' || value.type === 'set') {
      const spread = value.children.find((child) => /splat/.test(child.type) && source.textOf(child.children[0] ?? child) === name);
      return spread !== undefined && value.children.length > 1 ? spread : null;
    }
    const [left, right] = value.children;
    const adds = value.type === 'binary_operator' && value.tokens[0] === '+' && left?.type === 'identifier' && source.textOf(left) === name;
    return adds && (right?.type === 'list' || right?.type === 'list_comprehension') ? left : null;
  }

  /** `table = pd.concat([table, row])`, `array = np.append(array, x)`, `table = table.append(row)`. */
  function tableGrownBy(value: Node, name: string): Node | null {
    if (value.type !== 'call' || !/^(concat|append|concatenate|vstack|hstack|column_stack|row_stack|cat)$/.test(lastName(source, functionOf(value))))
      return null;
    const own = (node: Node): boolean => node.type === 'identifier' && source.textOf(node) === name;
    const object = part(functionOf(value), 'object');
    if (object !== null && own(object)) return object;
    const [first] = part(value, 'arguments')?.children ?? [];
    if (first === undefined) return null;
    return own(first) ? first : (first.type === 'list' || first.type === 'tuple') ? first.children.find(own) ?? null : null;
  }

  /** The loop itself uses what has grown so far, so collecting the parts for later is not possible. */
  function isUsedBeside(loop: Node, growing: Node, name: string): boolean {
    return (
      loop.type === 'for_statement' &&
      some(loop, (each) => each.type === 'identifier' && source.textOf(each) === name && !(growing.start <= each.start && each.end <= growing.end))
    );
  }

  /** The next statement ends the loop: nothing is copied a second time. */
  function leavesAfter(node: Node): boolean {
    const statement = statementOf(node);
    const siblings = statement.parent.children;
    const next = siblings[siblings.indexOf(statement) + 1];
    return next !== undefined && /^(return|break|raise)_statement$/.test(next.type);
  }

  /** The loop as a whole must run in order: it polls, pages, retries or may end early. */
  function loopIsOrdered(loop: Node): boolean {
    let found = ordered.get(loop);
    if (found === undefined) {
      found = loop.type === 'while_statement' || loop.tokens.includes('async') || endsEarly(loop) || pauses(loop)
        || loop.children.some((clause) => clause.type === 'for_in_clause' && clause.tokens.includes('async'));
      ordered.set(loop, found);
    }
    return found;
  }

  function awaitIsOrdered(node: Node, loop: Node): boolean {
    const call = node.children[0]?.type === 'call' ? node.children[0] : null;
    // Anything but a call was started before: awaiting one after the other costs nothing.
    if (call === null || SEQUENTIAL_NAME.test(lastName(source, functionOf(call)))) return true;
    const carried = assignedIn(loop, false);
    const target = node.parent.type === 'assignment' ? part(node.parent, 'left') : null;
    return carried.size > 0 && (some(node, (each) => each.type === 'identifier' && carried.has(source.textOf(each)))
      || (target !== null && carried.has(source.textOf(target)) && usedBefore(loop, node, source.textOf(target))));
  }

  /** An iteration reads what an earlier one set: the name is used in the loop before it is assigned. */
  function usedBefore(loop: Node, node: Node, name: string): boolean {
    return some(loop, (each) => each.type === 'identifier' && each.end <= node.parent.start && each.field !== 'left' && source.textOf(each) === name);
  }

  /** A `break`, `return` or `yield` of this loop, not of a nested function or loop. */
  function endsEarly(loop: Node): boolean {
    const search = (node: Node, breakable: boolean): boolean => {
      if (isFunction(node)) return false;
      if (node.type === 'return_statement' || node.type === 'yield' || (node.type === 'break_statement' && breakable)) return true;
      const own = breakable && node.type !== 'for_statement' && node.type !== 'while_statement';
      return node.children.some((child) => search(child, own));
    };
    return loop.children.some((child) => search(child, true));
  }

  /** Pauses between its iterations. */
  function pauses(loop: Node): boolean {
    return some(loop, (node) => node.type === 'await' && node.children[0]?.type === 'call'
      && /^(sleep|delay|pause|wait\w*|backoff|throttle)$/.test(lastName(source, functionOf(node.children[0]))));
  }

  /**
   * Names that a loop assigns.
   * @param all include those that each iteration assigns before using them
   */
  function assignedIn(loop: Node, all = true): Set<string> {
    const names = new Set<string>();
    some(loop, (node) => {
      const target = node.type === 'assignment' || (node.type === 'augmented_assignment') ? part(node, 'left')
        : node.type === 'named_expression' ? part(node, 'name')
        : null;
      if (target)
        for (const name of boundNames(target)) if (all || node.type === 'augmented_assignment' || node.type === 'assignment') names.add(source.textOf(name));
      if (all) {
        const bound = node.type === 'for_statement' || node.type === 'for_in_clause' ? part(node, 'left') : node.type === 'as_pattern_target' ? node : null;
        if (bound) for (const name of boundNames(bound)) names.add(source.textOf(name));
      }
      return false;
    });
    return names;
  }

  /** Names of objects that are written to, or on which a mutating method is called. */
  function mutatedIn(loop: Node): Set<string> {
    const names = new Set<string>();
    some(loop, (node) => {
      let object = node.type === 'call' ? functionOf(node)
        : node.type === 'assignment' || node.type === 'augmented_assignment' ? part(node, 'left')
        : node.type === 'delete_statement' ? node.children[0] ?? null
        : null;
      if (node.type === 'call' && (object?.type !== 'attribute' || !MUTATES.test(source.textOf(part(object, 'attribute')!)))) object = null;
      while (object?.type === 'attribute' || object?.type === 'subscript') object = object.children[0] ?? null;
      if (object?.type === 'identifier') names.add(source.textOf(object));
      return false;
    });
    return names;
  }
}
