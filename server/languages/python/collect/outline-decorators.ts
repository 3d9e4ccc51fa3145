/** What decorators do with a function: keep it for others to call, hand it to code of the project, or make it a fixture. */
import type { OutlineItem } from '../../../facts/outline.ts';
import { isPlainString, stringValue } from '../strings.ts';
import { part, type Node, type Source } from '../syntax.ts';

export interface Decoration {
  /** Something may call what is decorated without naming it: a route, a command, a receiver of events. */
  registers: boolean;
  /** Functions of the project that are handed what is decorated. */
  handedTo: string[];
}

/** They give back what calls the function, and nothing else knows it. */
const HARMLESS = new RegExp(
  String.raw`^(staticmethod|classmethod|property|overload|override|final|abstractmethod|cached_property|lru_cache|cache|wraps|contextmanager|`
  + String.raw`asynccontextmanager|dataclass|total_ordering|singledispatch|deprecated|no_type_check|runtime_checkable|unique)$`,
);
const HARMLESS_MODULES = new RegExp(
  '^(functools|contextlib|abc|typing|t|te|typing_extensions|dataclasses|pytest|attr|attrs|mock|unittest|hypothesis|np|numba|enum|warnings)$',
);
const REGISTERS = /register|receiver|listen|route|hook|task|handler|subscrib|(^|_)on(_|$)|event|command|signal|plugin/i;

/** @param bound names at the top level @param outside those of them that are imported from packages */
export function decorationOf(source: Source, decorators: readonly Node[], bound: ReadonlySet<string>, outside: ReadonlySet<string>): Decoration {
  const found: Decoration = { registers: false, handedTo: [] };
  for (const expression of decorators) {
    const callee = expression.type === 'call' ? part(expression, 'function')! : expression;
    const name = source.textOf(callee);
    const [root = '', ...rest] = name.split('.');
    const last = rest.at(-1) ?? root;
    if (HARMLESS.test(last) || HARMLESS_MODULES.test(root) || /\.(setter|getter|deleter)$/.test(name)) continue;
    if (outside.has(root) || !bound.has(root)) found.registers ||= REGISTERS.test(last);
    else if (rest.length > 0) found.registers = true;
    else found.handedTo.push(name);
  }
  return found;
}

/** Whether pytest calls a function by itself, and under which names tests ask for it. */
export function fixtureOf(source: Source, name: string, decorators: readonly Node[]): { names: string[]; fact: Pick<OutlineItem, 'fixture'> } {
  if (/^pytest_\w/.test(name)) return { names: [], fact: { fixture: 'always' } };
  const expression = decorators.find((each) => /^(\w+\.)*\w*fixture\b/.test(source.textOf(each)));
  if (expression === undefined) return { names: [], fact: {} };
  const args = expression.type === 'call' ? part(expression, 'arguments')?.children ?? [] : [];
  const given = (key: string): Node | null => {
    const found = args.find((each) => each.type === 'keyword_argument' && source.textOf(part(each, 'name')!) === key);
    return found === undefined ? null : part(found, 'value');
  };
  const named = given('name');
  const automatic = given('autouse');
  return {
    names: named !== null && isPlainString(named) ? [stringValue(source, named)] : [],
    fact: { fixture: automatic !== null && source.textOf(automatic) !== 'False' ? 'always' : 'asked' },
  };
}
