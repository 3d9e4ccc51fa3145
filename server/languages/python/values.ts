/** Turns an expression into a `ValueFact`: what is fixed in it, and where the rest comes from. */
import { limitedOrigins } from '../kit/collected.ts';
import type { Origin, ValueFact } from '../../facts/file-facts.ts';
import { argumentsOf, calleeName, calleeTarget, functionOf } from './names.ts';
import { createOrigins, MAX_STEPS } from './origins.ts';
import type { Scopes } from './scopes.ts';
import { isPlainString, stringValue } from './strings.ts';
import { part, unwrap, type Node, type Source } from './syntax.ts';

export interface Values {
  /** @param depth how many levels of keys to describe */
  describe(node: Node, depth?: number): ValueFact;
  /** Positional arguments in order; the named ones as one object after them. */
  describeArguments(call: Node, limit: number): ValueFact[];
}

/** Values of one file. */
export function createValues(source: Source, scopes: Scopes): Values {
  const origins = createOrigins(source, scopes);

  const describe = (node: Node, depth = 1): ValueFact => {
    const inner = unwrap(node);
    const span = source.span(node);
    const literal = (kind: ValueFact['kind'], text: string): ValueFact => ({ kind, text, span, constant: true, pieces: null, origins: [], properties: null });
    if (isPlainString(inner)) return literal('string', stringValue(source, inner).slice(0, 400));
    switch (inner.type) {
      case 'integer': case 'float': return literal('number', source.textOf(inner));
      case 'true': return literal('boolean', 'true');
      case 'false': return literal('boolean', 'false');
      case 'none': return literal('null', 'null');
      case 'lambda': return literal('function', source.shorten(inner, 60));
      default: break;
    }
    const text = source.shorten(inner);
    const made = (kind: ValueFact['kind'], found: Origin[], pieces: ValueFact['pieces'] = null, properties: ValueFact['properties'] = null): ValueFact =>
      ({ kind, text, span, constant: found.length === 0, pieces, origins: found, properties });
    if (origins.isAssembled(inner)) {
      const found = origins.assemble(inner, MAX_STEPS);
      return made('template', found.origins, found.pieces);
    }
    if (inner.type === 'dictionary') return made('object', limitedOrigins(origins.of(inner, MAX_STEPS)), null, depth > 0 ? entries(inner, depth) : null);
    if (inner.type === 'call' && calleeTarget(source, scopes, functionOf(inner)) === null && calleeName(source, functionOf(inner)).text === 'dict') {
      const { keywords } = argumentsOf(source, inner);
      return made(
        'object', limitedOrigins(origins.of(inner, MAX_STEPS)), null,
        depth > 0 ? keywords.slice(0, 24).map(({ name, value }) => ({ name, value: describe(value, depth - 1) })) : null,
      );
    }
    const kind = KINDS[inner.type] ?? 'other';
    if (kind === 'identifier' && scopes.lookup(source.textOf(inner), inner)?.kind === 'function') return { ...made('function', []), constant: true };
    // Look through a variable that was assembled elsewhere in the file.
    const assembled = origins.assembledVariable(inner, MAX_STEPS);
    if (assembled) return made(kind, assembled.origins, assembled.pieces);
    return made(kind, limitedOrigins(origins.of(inner, MAX_STEPS)));
  };

  const entries = (node: Node, depth: number): NonNullable<ValueFact['properties']> => node.children.filter((child) => child.type === 'pair')
    .slice(0, 24).map((pair) => {
    const key = part(pair, 'key')!;
    return { name: isPlainString(key) ? stringValue(source, key) : source.shorten(key, 60), value: describe(part(pair, 'value')!, depth - 1) };
  });

  return {
    describe,
    describeArguments(call, limit) {
      const { positional, keywords, spread } = argumentsOf(source, call);
      const values = positional.slice(0, limit).map((node) => describe(node));
      const named = [...keywords, ...spread.map((node) => ({ name: '**', value: node.children[0] ?? node, node }))];
      if (named.length === 0) return values;
      const properties = named.slice(0, 24).map(({ name, value }) => ({ name, value: describe(value, 1) }));
      const found = limitedOrigins(properties.flatMap(({ value }) => value.origins));
      const nodes = named.map(({ node }) => node).sort((a, b) => a.start - b.start);
      const [first, last] = [nodes[0]!, nodes.at(-1)!];
      const text = source.text.slice(first.start, last.end).replace(/\s+/g, ' ').slice(0, 120);
      values.push({
        kind: 'object', text, span: source.spanBetween(first.start, last.end), constant: found.length === 0,
        pieces: null, origins: found, properties, keywords: true,
      });
      return values;
    },
  };
}

const KINDS: Readonly<Record<string, ValueFact['kind']>> = {
  identifier: 'identifier', attribute: 'member', subscript: 'member', call: 'call', list: 'array', tuple: 'array', set: 'array', expression_list: 'array',
};
