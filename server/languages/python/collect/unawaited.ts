/** Coroutines that nothing takes, and those that are used or tested where their value was meant: of functions of the file, and of those imported. */
import type { FunctionFact } from '../../../facts/file-facts.ts';
import type { ModuleFacts, UnawaitedFact } from '../../../facts/module-facts.ts';
import { MOST_UNAWAITED } from '../../kit/unawaited.ts';
import { asyncFunctions } from '../async-functions.ts';
import { calleeName, functionOf } from '../names.ts';
import { isExpecting } from '../probes.ts';
import type { Scopes } from '../scopes.ts';
import { around as enclosing, isFunction, part, wrapped, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface UnawaitedCollector extends Collector {
  finish(): Pick<ModuleFacts, 'unawaited' | 'asyncFunctions'>;
}

/** What a coroutine has. */
const OF_COROUTINES = /^(send|throw|close|cr_\w+|__\w+__)$/;

/** @param source a file @param scopes of its names @param around the functions of the file, filled during the walk */
export function unawaitedCollector(source: Source, scopes: Scopes, around: readonly FunctionFact[]): UnawaitedCollector {
  const unawaited: UnawaitedFact[] = [];
  const functions = asyncFunctions(source, scopes);
  return {
    finish() {
      const own = functions.ofTopLevel().map((name) => ({ name }));
      return {
        ...(unawaited.length === 0 ? {} : { unawaited: unawaited.slice(0, MOST_UNAWAITED) }),
        ...(own.length === 0 ? {} : { asyncFunctions: own }),
      };
    },
    on: {
      call: (call, at) => {
        const found = kindOf(wrapped(call));
        if (found === null) return;
        const from = functions.makesCoroutine(call) ? null : functions.importedBy(call);
        if ((from === null && !functions.makesCoroutine(call)) || isExpected(call)) return;
        unawaited.push({
          ...found, callee: calleeName(source, functionOf(call)).text, ...(from === null ? {} : { from }),
          place: around[at.function]?.name ?? '', span: source.span(call),
        });
      },
    },
  };

  function kindOf(node: Node): Pick<UnawaitedFact, 'kind' | 'use'> | null {
    const { parent } = node;
    if (parent.type === 'expression_statement' && parent.children.length === 1) return { kind: 'dropped', use: '' };
    if (decides(node)) return { kind: 'condition', use: '' };
    if (parent.type === 'attribute' && node.field === 'object') {
      const name = source.textOf(part(parent, 'attribute')!);
      return OF_COROUTINES.test(name) ? null : { kind: 'value', use: `.${name}` };
    }
    return parent.type === 'subscript' && node.field === 'value' ? { kind: 'value', use: '[…]' } : null;
  }

  function isExpected(call: Node): boolean {
    const block = enclosing(call, (each) => isFunction(each) || (each.type === 'with_statement' && isExpecting(source, each)));
    return block?.type === 'with_statement';
  }
}

/** Whether the truth of an expression decides what happens next. */
function decides(node: Node): boolean {
  const { parent, field } = node;
  switch (parent.type) {
    case 'if_statement': case 'elif_clause': case 'while_statement': return field === 'condition';
    case 'not_operator': return true;
    case 'conditional_expression': return parent.children[1] === node;
    case 'assert_statement': return parent.children[0] === node;
    case 'if_clause': return true;
    case 'boolean_operator': return field === 'left' || decides(parent);
    case 'parenthesized_expression': return decides(parent);
    default: return false;
  }
}
