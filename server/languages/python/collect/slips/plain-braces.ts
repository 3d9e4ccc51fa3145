/** `raise ValueError("unknown key {key}")`: a text for people that names variables in braces, and has no `f` before it. */
import { argumentsOf, calleeName, functionOf } from '../../names.ts';
import type { Scopes } from '../../scopes.ts';
import type { Node, Source } from '../../syntax.ts';
import type { Collector } from '../../walk.ts';
import type { AddSlip } from './slips.ts';

/** Calls that only say what they are given. */
const SAYS = new RegExp(
  String.raw`^(print|(\w+\.)*(log|logger|logging|_log|_logger|LOG|LOGGER)\.(debug|info|warning|warn|error|critical|exception|fatal)|`
  + String.raw`(warnings\.)?warn|(sys\.)?exit|click\.(echo|secho))$`,
);
/** Those that say how, and fill nothing. */
const HOW = /^(file|end|sep|flush|exc_info|stacklevel|stack_info|category|err|nl|fg|bold)$/;
const PLACEHOLDER = /\{([A-Za-z_]\w*)(?:\.[A-Za-z_]\w*|\[[\w'"]+\])*(?:![rsa])?(?::[^{}"']*)?\}/g;
/** What another function fills has these. */
const TEMPLATE = /\{\{|\}\}|\{\}|\{\d/;

/** Records texts that are raised, printed, logged or told by an assertion, with braces around variables of the file. */
export function plainBraces(source: Source, scopes: Scopes, add: AddSlip): Collector {
  return {
    on: {
      string: (node) => {
        if (!source.text.slice(node.start, node.end).includes('{') || !isPlain(node) || !isSaid(node)) return;
        const placeholder = placeholderIn(node);
        if (placeholder !== null) add('plain-braces', node, placeholder);
      },
    },
  };

  function isPlain(node: Node): boolean {
    const start = node.children[0];
    return start?.type === 'string_start' && !/[fbt]/i.test(source.textOf(start));
  }

  /** The first placeholder, if each of them begins with a variable. */
  function placeholderIn(node: Node): string | null {
    const written = source.textOf(node);
    if (TEMPLATE.test(written)) return null;
    const found = [...written.matchAll(PLACEHOLDER)];
    const isVariable = ([, name]: RegExpMatchArray): boolean => /^(parameter|variable|loop|with|catch)$/.test(scopes.lookup(name!, node)?.kind ?? '');
    return found.length > 0 && found.every(isVariable) ? found[0]![0] : null;
  }

  /** Nothing but the reader gets the text, with nothing to fill it from. */
  function isSaid(node: Node): boolean {
    let inner = node;
    while (/^(concatenated_string|parenthesized_expression)$/.test(inner.parent.type)
      || (inner.parent.type === 'binary_operator' && inner.parent.tokens[0] === '+')) inner = inner.parent;
    const { parent } = inner;
    if (parent.type === 'assert_statement') return parent.children[1] === inner;
    if (parent.type !== 'argument_list' || parent.parent.type !== 'call') return false;
    const { positional, keywords, spread } = argumentsOf(source, parent.parent);
    const callee = calleeName(source, functionOf(parent.parent)).text;
    if (spread.length > 0 || keywords.some(({ name }) => !HOW.test(name)) || (positional.length > 1 && callee !== 'print')) return false;
    return SAYS.test(callee) || (parent.parent.parent.type === 'raise_statement' && parent.parent.parent.children[0] === parent.parent);
  }
}
