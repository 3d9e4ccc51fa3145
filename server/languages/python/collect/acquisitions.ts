/** Resources that are opened and must be closed: what happens to the variable that holds them. */
import type { AcquisitionFact } from '../../../facts/file-facts.ts';
import { argumentsOf, calleeName, calleeTarget, functionOf, lastName, onlyValue, receiverOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { around, enclosingFunction, isFunction, part, some, statementOf, unwrap, wrapped, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { useOf } from './calls.ts';

/** Callees that may open something; the rule decides which of them really do. */
const OPENS = new RegExp(
  '^(open|fdopen|connect|socket|create_connection|urlopen|Session|Client|AsyncClient|ClientSession|TemporaryFile|'
  + 'NamedTemporaryFile|ZipFile|TarFile|Popen|FTP|FTP_TLS|SMTP|SMTP_SSL|IMAP4|HTTPConnection|HTTPSConnection|ThreadPoolExecutor|'
  + 'ProcessPoolExecutor|Pool|SharedMemory|mmap|memmap|scandir|getconn|acquire|raw_connection|begin|Redis|MongoClient|'
  + 'VideoCapture|VideoWriter|File|Dataset|SummaryWriter|launch|Connection|GzipFile|BZ2File|LZMAFile)$',
);
const CLOSES = new RegExp(
  '^(close|aclose|shutdown|terminate|release|disconnect|dispose|quit|stop|kill|wait|communicate|unlink|detach|finish|join|'
  + 'cleanup|putconn)$|^(close|release|dispose|disconnect)_',
);

/** Files in memory. */
const MEMORY = /^(BytesIO|StringIO)$/;

/** Read from or write to their argument without keeping it. */
const READS_THROUGH = new RegExp(
  String.raw`^(print|len|isinstance|str|repr|iter|next|enumerate|list|sorted|json\.\w+|load|loads|dump|safe_load|yaml\.\w+|pickle\.\w+|`
  + 'reader|writer|DictReader|DictWriter|copyfileobj|read_csv|writerow|input|id|type|zip|map|filter|tuple|set|sum|max|min|any|'
  + 'all)$',
);
/** Types of nodes that use a value without keeping it. */
const READING_NODES = new RegExp(
  '^(for_statement|for_in_clause|if_statement|elif_clause|while_statement|comparison_operator|not_operator|boolean_operator|'
  + 'expression_statement|subscript|del_statement|assert_statement|binary_operator|delete_statement)$',
);

interface Closing {
  by: string;
  node: Node;
  place: 'finally' | 'except' | 'plain';
}

export interface AcquisitionCollector extends Collector {
  acquisitions: AcquisitionFact[];
}

export function acquisitionCollector(source: Source, scopes: Scopes): AcquisitionCollector {
  const acquisitions: AcquisitionFact[] = [];
  const add = (node: Node, at: Place): void => {
    const calleeNode = functionOf(node);
    const written = lastName(source, calleeNode);
    const target = calleeTarget(source, scopes, calleeNode);
    const name = target?.member.split('.').at(-1) ?? written;
    if ((!OPENS.test(written) && !OPENS.test(name)) || readsMemory(node)) return;
    const receiver = receiverOf(source, scopes, calleeNode);
    const use = useOf(source, node);
    const held = holderOf(node);
    const managed = isManaged(node);
    const base = {
      callee: calleeName(source, calleeNode).text, name: name === 'default' ? written : name, module: target?.module ?? null, member: target?.member ?? null,
      span: source.span(node), function: at.function, awaited: use.awaited, ...(receiver === null ? {} : { receiver }),
    };
    if (held === null || managed) {
      const closedBy = managed ? ['with'] : chainCloses(node);
      acquisitions.push({
        ...base, variable: managed ? use.name : null, managed,
        escapes: !managed && use.result !== 'unused' && use.result !== 'member' && !isOnlyRead(node), closedBy,
        closedInFinally: closedBy.length > 0, exitBeforeClose: false,
      });
      return;
    }
    acquisitions.push({ ...base, variable: source.textOf(held), ...follow(held, node) });
  };
  return { acquisitions, on: { call: add } };

  /** `ZipFile(BytesIO(…))` holds no system resource. Only when it is closed is everything written to memory. */
  function readsMemory(node: Node): boolean {
    const { positional, keywords } = argumentsOf(source, node);
    const named = (pattern: RegExp): Node | undefined => keywords.find(({ name }) => pattern.test(name))?.value;
    const mode = positional[1] ?? named(/^mode$/);
    return [positional[0], named(/^(fileobj|file|filename|name)$/)].some((each) => each !== undefined && isMemory(unwrap(each)))
      && (mode === undefined || !/[wax]/.test(source.textOf(mode)));
  }

  function isMemory(node: Node): boolean {
    if (node.type === 'call') return MEMORY.test(lastName(source, functionOf(node)));
    const declared = node.type === 'identifier' ? scopes.lookup(source.textOf(node), node) : null;
    if (declared?.kind === 'parameter') return declared.type !== null && MEMORY.test(source.textOf(declared.type).split('.').at(-1)!);
    const value = declared === null ? null : onlyValue(declared);
    return value !== null && unwrap(value).type === 'call' && isMemory(unwrap(value));
  }

  /** The local variable that holds the result; null for fields, several targets and use in place. */
  function holderOf(node: Node): Node | null {
    let value = wrapped(node);
    while (value.parent.type === 'await' || value.parent.type === 'parenthesized_expression') value = value.parent;
    const { parent } = value;
    if (parent.type === 'named_expression') return part(parent, 'name');
    const left = parent.type === 'assignment' && value.field === 'right' && parent.parent.type === 'expression_statement' ? part(parent, 'left') : null;
    return left?.type === 'identifier' ? left : null;
  }

  /** Passed to something that reads it and does not keep it: `json.load(open(path))`. */
  function isOnlyRead(node: Node): boolean {
    const value = wrapped(node);
    return value.parent.type === 'argument_list'
      && /^(load|safe_load|full_load|read|parse|list|sorted|len|reader|DictReader|tuple|set|sum|enumerate|dump|safe_dump)$/.test(lastName(
        source, functionOf(value.parent.parent),
      ));
  }

  /** Directly after `with`, or passed to something that closes it there: `closing(x)`, `stack.enter_context(x)`. */
  function isManaged(node: Node): boolean {
    let value = wrapped(node);
    while (value.parent.type === 'await' || value.parent.type === 'parenthesized_expression') value = value.parent;
    let { parent } = value;
    if (parent.type === 'as_pattern') ({ parent } = parent);
    if (parent.type === 'with_item') return true;
    const call = value.parent.type === 'argument_list' ? value.parent.parent : null;
    return call !== null && /^(closing|aclosing|enter_context|enter_async_context|push|callback)$/.test(lastName(source, functionOf(call)));
  }

  function follow(held: Node, opened: Node): Pick<AcquisitionFact, 'managed' | 'escapes' | 'closedBy' | 'closedInFinally' | 'exitBeforeClose'> {
    const name = source.textOf(held);
    const scope = enclosingFunction(opened) ?? around(opened, (each) => each.type === 'module') ?? opened;
    const closings: Closing[] = [];
    // Other modules may use what a module opens at top level; a handle that the module itself reads from is its own.
    let escapes = enclosingFunction(opened) === null && (/^[A-Z_]+$/.test(name) || !readsThrough(held));
    let managed = false;
    some(scope, (node) => {
      if (node.type === 'global_statement' || node.type === 'nonlocal_statement') escapes ||= node.children.some((child) => source.textOf(child) === name);
      if (node.type !== 'identifier' || node.start <= held.start || source.textOf(node) !== name || isMemberName(node)) return false;
      if (scopes.lookup(name, node)?.node !== scopes.lookup(name, held)?.node) return false;
      if (enclosingFunction(node) !== enclosingFunction(opened) && !withinComprehension(node)) {
        escapes = true;
        return false;
      }
      const use = judgeUse(node);
      if (use === 'managed') managed = true;
      else if (use === 'escapes') escapes = true;
      else if (use !== null) closings.push({ by: use, node, place: placeOf(node, scope) });
      return false;
    });
    const everywhere = closings.some((each) => each.place === 'finally')
      || (closings.some((each) => each.place === 'except') && closings.some((each) => each.place === 'plain'));
    const first = Math.min(...closings.map((each) => each.node.start));
    return {
      managed, escapes,
      closedBy: closings.map((each) => each.by),
      closedInFinally: everywhere,
      exitBeforeClose: closings.length > 0 && !everywhere && canLeave(scope, statementOf(opened).end, first),
    };
  }

  /** Something is read or written through the variable after it was opened. */
  function readsThrough(held: Node): boolean {
    const module = around(held, (each) => each.type === 'module');
    return module !== null && some(module, (node) => node.type === 'attribute' && node.start > held.start
      && /^(read|readline|readlines|write|writelines)$/.test(source.textOf(part(node, 'attribute')!))
      && source.textOf(part(node, 'object')!) === source.textOf(held));
  }

  /** What one use of the variable does with it: `escapes`, `managed`, the name of what closes it, or null. */
  function judgeUse(node: Node): string | null {
    const value = wrapped(node);
    const { parent, field } = value;
    if (parent.type === 'attribute' && field === 'object') {
      const member = source.textOf(part(parent, 'attribute')!);
      return CLOSES.test(member) ? member : null;
    }
    if (parent.type === 'with_item' || (parent.type === 'as_pattern' && parent.parent.type === 'with_item')) return 'managed';
    if (parent.type === 'argument_list' || parent.type === 'keyword_argument') {
      const call = around(value, (each) => each.type === 'call')!;
      const callee = lastName(source, functionOf(call));
      if (/^(closing|aclosing|enter_context|enter_async_context)$/.test(callee)) return 'managed';
      if (CLOSES.test(callee)) return callee;
      // Functions that only read or write through it do not keep it.
      return READS_THROUGH.test(callee) ? null : 'escapes';
    }
    if (READING_NODES.test(parent.type)) return null;
    if (parent.type === 'assignment' && field === 'left') return null;
    return 'escapes';
  }

  function chainCloses(node: Node): string[] {
    const closed: string[] = [];
    for (let current = node.parent; current.type === 'attribute' || current.type === 'call' || current.type === 'await'
      || current.type === 'parenthesized_expression'; current = current.parent) {
      const member = current.type === 'attribute' ? source.textOf(part(current, 'attribute')!) : '';
      if (CLOSES.test(member)) closed.push(member);
    }
    return closed;
  }
}

function withinComprehension(node: Node): boolean {
  return around(node, isFunction)?.type !== 'lambda' && around(node, isFunction) === null;
}

function isMemberName(node: Node): boolean {
  const { parent, field } = node;
  return (parent.type === 'attribute' && field === 'attribute') || (parent.type === 'keyword_argument' && field === 'name');
}

function placeOf(node: Node, scope: Node): Closing['place'] {
  for (let current = node; current !== scope && current.parent !== current; current = current.parent) {
    if (current.type === 'finally_clause') return 'finally';
    if (current.type === 'except_clause') return 'except';
  }
  return 'plain';
}

/** A `return`, `raise`, `await`, `yield` or call between two offsets: something that can leave before the close. */
function canLeave(scope: Node, from: number, to: number): boolean {
  return some(scope, (node) => node.start >= from && node.end <= to && /^(return_statement|raise_statement|await|call|yield|assert_statement)$/.test(node.type),
    (node) => node === scope || (!isFunction(node) && node.end > from && node.start < to));
}
