/** What code does with something it opened: how long it is needed, and where it is closed. */
import { calleeName, functionOf } from '../names.ts';
import { around, each, enclosingFunction, isFunction, part, wrapped, type Node, type Source } from '../syntax.ts';

export interface Need {
  /** The last statement that needs it. */
  last: Node;
  /** The statement that closes it, or null. */
  closing: Node | null;
}

/** They return everything; nothing is read lazily. */
const WHOLE = new RegExp(`^(${[
  'read readline readlines readinto read1 write writelines seek tell flush truncate fileno isatty readable writable seekable getvalue peek',
  'fetchone fetchall fetchmany commit rollback executescript',
  'recv recv_into recvfrom send sendall sendto connect bind listen settimeout setsockopt setblocking shutdown getsockname getpeername',
  'namelist infolist getinfo testzip extract extractall writestr printdir getmembers getmember getnames add addfile',
  'getcode geturl info getheader getheaders',
  'sendmail send_message login starttls ehlo helo noop retrbinary storbinary retrlines storlines nlst cwd mkd rename size select search fetch store',
  'submit get post put patch delete head options request',
].join(' ').split(' ').join('|')})$`);
/** Plain attributes of it. */
const PLAIN = /^(name|mode|encoding|closed|status|code|headers|reason|url|lastrowid|rowcount|description|total_changes)$/;
/** Consume their argument before they return. */
const USES_UP = new RegExp(
  '^(print|len|list|tuple|set|dict|sorted|sum|min|max|any|all|next|isinstance|type|bool)$|^(json|pickle|marshal|plistlib|toml|'
  + String.raw`tomllib|tomli|joblib)\.(load|dump)$|^yaml\.(load|safe_load|full_load|dump|safe_dump)$|^(pd|pandas)\.read_\w+$|`
  + String.raw`^shutil\.copyfileobj$`,
);
/** Read lazily from their argument. */
const READS_ON = /^(enumerate|zip|map|filter|iter|reversed)$|^(csv\.)?(reader|writer|DictReader|DictWriter)$|^(itertools\.)?islice$/;

type Outcome = { is: 'done' | 'closed' } | { is: 'kept'; name: Node };

/**
 * @param source the file
 * @param name variable that holds the resource
 * @param opened the statement that opens it
 * @param close name of the method that closes it
 * @returns null when it outlives the block, is used later than can be seen, or is closed in several places
 */
export function needOf(source: Source, name: Node, opened: Node, close: string): Need | null {
  const block = opened.parent;
  const scope = enclosingFunction(opened) ?? source.root;
  const names = [name];
  let last: Node | null = null;
  let closing: Node | null = null;
  for (const held of names) {
    const text = source.textOf(held);
    for (const use of occurrences(source, scope, text)) {
      if (use === held) continue;
      if (use.start < held.start || !isReached(source, use, scope)) return null;
      const statement = block.children.find((child) => child.start <= use.start && child.end >= use.end);
      const outcome = statement === undefined ? null : outcomeOf(source, use, held === name ? close : '');
      if (outcome === null) return null;
      if (outcome.is === 'kept') names.push(outcome.name);
      if (outcome.is !== 'closed') {
        if (last === null || statement!.start > last.start) last = statement!;
        continue;
      }
      if (closing !== null || statement!.type !== 'expression_statement') return null;
      closing = statement!;
    }
  }
  last ??= opened;
  return closing !== null && last.start > closing.start ? null : { last, closing };
}

/** Every place where a name is used, in order, without attributes and argument names. */
function occurrences(source: Source, scope: Node, name: string): Node[] {
  const found: Node[] = [];
  each(scope, (node) => {
    if (node.type !== 'identifier' || source.textOf(node) !== name) return;
    const { parent, field } = node;
    if (!(parent.type === 'attribute' && field === 'attribute') && !(parent.type === 'keyword_argument' && field === 'name')) found.push(node);
  });
  return found;
}

/** Runs together with its statement: not in a function, and in a generator only when that is consumed at once. */
function isReached(source: Source, node: Node, scope: Node): boolean {
  if (around(node, isFunction) !== (scope.type === 'module' ? null : scope)) return false;
  const generator = around(node, (outer) => outer.type === 'generator_expression');
  if (generator === null || generator.start < scope.start) return true;
  const call = generator.parent.type === 'argument_list' ? generator.parent.parent : generator.parent;
  return call.type === 'call' && (USES_UP.test(calleeOf(source, call)) || /(^|\.)join$/.test(calleeOf(source, call))) && calleeOf(source, call) !== 'next';
}

function calleeOf(source: Source, call: Node): string {
  return calleeName(source, functionOf(call)).text;
}

/** Follows one use until its value is no longer needed. */
function outcomeOf(source: Source, use: Node, close: string): Outcome | null {
  for (let value = wrapped(use); ;) {
    const { parent, field } = value;
    if (parent.type === 'attribute' && field === 'object') {
      const member = source.textOf(part(parent, 'attribute')!);
      const call = parent.parent;
      if (call.type !== 'call' || functionOf(call) !== parent) return PLAIN.test(member) ? { is: 'done' } : null;
      const given = source.textOf(part(call, 'arguments')!).replace(/\s/g, '');
      if (member === close) return value === use && /^\((wait=True)?\)$/.test(given) ? { is: 'closed' } : null;
      // Closed in a different way from what the `with` would do.
      if (member === 'close' && value === use && close !== '') return null;
      if (WHOLE.test(member) || member === 'close') return /stream=/.test(given) ? null : { is: 'done' };
      value = wrapped(call);
    } else if (parent.type === 'argument_list' || parent.type === 'keyword_argument') {
      const call = around(value, (outer) => outer.type === 'call')!;
      const callee = calleeOf(source, call);
      if (USES_UP.test(callee)) return /(chunksize|iterator)=/.test(source.textOf(call)) ? null : { is: 'done' };
      if (!READS_ON.test(callee)) return null;
      value = wrapped(call);
    } else if (parent.type === 'await') value = wrapped(parent);
    else return endOf(value);
  }
}

function endOf(value: Node): Outcome | null {
  const { parent, field } = value;
  switch (parent.type) {
    case 'expression_statement': case 'assert_statement': return { is: 'done' };
    case 'for_statement': case 'for_in_clause': return field === 'right' ? { is: 'done' } : null;
    case 'if_statement': case 'while_statement': case 'elif_clause': return field === 'condition' ? { is: 'done' } : null;
    case 'assignment': {
      const left = part(parent, 'left');
      return field === 'right' && left?.type === 'identifier' && parent.parent.type === 'expression_statement' ? { is: 'kept', name: left } : null;
    }
    default: return null;
  }
}
