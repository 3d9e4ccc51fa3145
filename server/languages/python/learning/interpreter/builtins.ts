/** Python's own functions, which take their arguments apart or combine them. */
import { combine, traceAlone } from '../domain/combine.ts';
import { either } from '../domain/either.ts';
import { elementsOf } from '../domain/flow.ts';
import { blank, containerOf, functionOf, knowledge, list, rowsOf, setTable, withoutRowsOf, type Value } from '../domain/value.ts';
import { handed, type Arguments } from './arguments.ts';
import { callFunction } from './callables.ts';
import type { Machine } from './machine.ts';

/** How many times loops over several lists at once are run. */
const MOST_TURNS = 6;

/** @param lib qualified name @param name its last part; libraries have functions of the same names that do the same @returns null for other functions */
export function builtinCall(machine: Machine, lib: string, name: string, args: Arguments): Value | null {
  const [first, second] = args.positional;
  switch (name) {
    case 'enumerate': return list(turns(first).map((each) => list([blank(), each])));
    case 'zip': return zipped(args);
    case 'list': case 'set': return first === undefined ? list([]) : null;
    case 'dict':
      if (first !== undefined && args.named.size === 0) return list([], null, combine([first]));
      return list([...args.named.values()], [...args.named.keys()]);
    case 'map': case 'filter': return first === undefined || second === undefined ? null : forEach(machine, first, second);
    case 'next': return first === undefined ? blank() : elementsOf(first)[0] ?? combine([first]);
    case 'print': case 'isinstance': case 'type': case 'hasattr': case 'str': case 'repr': case 'id': case 'input': case 'exec': case 'help':
      return traceAlone(args.all);
    case 'max': case 'min':
      if (lib !== name) return null;
      return first !== undefined && args.named.has('key') ? bestOf(first) : withoutRowsOf(combine(args.all));
    case 'abs': case 'round': return lib === name ? combine(args.all) : null;
    case 'sum': case 'int': case 'float': case 'bool': case 'any': case 'all': return lib === name ? withoutRowsOf(combine(args.all)) : null;
    default: return null;
  }
}

/** `map(function, rows)`: the function is called for each. */
function forEach(machine: Machine, by: Value, over: Value): Value | null {
  const fn = functionOf(by);
  if (fn === null) return null;
  const each = setTable(combine([over]), { single: true });
  return setTable(combine([over, callFunction(machine, fn, handed([each]))]), { single: false });
}

/** @returns one element of a container: any of them may be the best */
function bestOf(container: Value): Value {
  const elements = elementsOf(container);
  return elements.length === 0 ? withoutRowsOf(combine([container])) : elements.reduce((best, each) => either(best, each));
}

function turns(value: Value | undefined): Value[] {
  if (value === undefined) return [blank(), blank()];
  const known = elementsOf(value);
  if (known.length > 0 && containerOf(value)?.keys === null) return known;
  if (rowsOf(value) === null) return [knowledge(value.learned), knowledge(value.learned)];
  return [setTable(combine([value]), { single: true }), setTable(combine([value]), { single: true })];
}

function zipped({ positional }: Arguments): Value {
  const lanes = positional.map((each) => turns(each));
  const length = Math.max(0, Math.min(MOST_TURNS, ...lanes.map((lane, at) => (rowsOf(positional[at]!) === null ? lane.length : 2))));
  return list(Array.from({ length }, (_, at) => list(lanes.map((lane) => lane[Math.min(at, lane.length - 1)] ?? blank()))));
}
