/** Parameters in two states. */
import type { KindId } from '../kinds.ts';
import type { Parameter } from '../signature.ts';
import { relate } from '../types/relate.ts';
import { printType } from '../types/type.ts';
import type { Comparison, Subject } from './changes.ts';

/** @param what how the callable is called in messages: `place()` */
export function compareParameters(before: readonly Parameter[], after: readonly Parameter[], subject: Subject, what: string, comparison: Comparison): void {
  const tell = (kind: KindId, message: string): void => comparison.add(kind, subject, message);
  const pairs = pairUp(before, after);
  const takes = (kind: Parameter['kind']): boolean => after.some((each) => each.kind === kind);
  const positional = after.filter(isPositional);
  const placeAfter = new Map(positional.map((each, index) => [each, index]));

  for (const each of before) {
    if (isVariadic(each)) continue;
    const now = pairs.get(each);
    if (now !== undefined) comparePair(each, now, what, comparison, tell);
    // Whatever takes any arguments still takes these.
    else if (takes('kwargs') && (each.kind === 'keyword' || takes('args'))) continue;
    else if (takes('args') && each.kind === 'positional') continue;
    else if (each.name.startsWith('_') && each.fallback !== null && each.kind !== 'positional') continue;
    else tell('parameter-removed', `${what} no longer takes "${each.name}".`);
  }

  const kept = [...pairs].filter(([one, other]) => isPositional(one) && isPositional(other));
  const order = [...kept].sort(([a], [b]) => before.indexOf(a) - before.indexOf(b)).map(([, other]) => placeAfter.get(other)!);
  if (order.some((place, index) => index > 0 && place < order[index - 1]!)) {
    const names = kept.map(([, other]) => other).sort((a, b) => placeAfter.get(a)! - placeAfter.get(b)!).map(({ name }) => `"${name}"`);
    tell('parameter-reordered', `${what} takes its parameters in another order: ${names.join(', ')}.`);
  }

  const paired = new Set(pairs.values());
  const hadArgs = before.some(({ kind }) => kind === 'args');
  for (const each of after) {
    if (isVariadic(each) || paired.has(each)) continue;
    const place = placeAfter.get(each);
    if (each.fallback === null) tell('parameter-added-required', `${what} asks for "${each.name}", which callers do not give.`);
    else if (each.name.startsWith('_') && each.kind === 'keyword') continue;
    else if (place !== undefined && (hadArgs || order.some((other) => other > place)))
      tell('parameter-inserted', `${what} takes "${each.name}" in front of parameters that may be given by position.`);
    else if (!each.name.startsWith('_')) tell('parameter-added-optional', `${what} takes "${each.name}" too.`);
  }

  for (const kind of ['args', 'kwargs'] as const) {
    const [one, other] = [before, after].map((list) => list.find((each) => each.kind === kind));
    const stars = kind === 'args' ? '*' : '**';
    if (one && other) compareTypes(one, other, what, comparison, tell);
    else if (other) tell('variadic-added', `${what} takes any further arguments as ${stars}${other.name}.`);
    else if (one) tell('variadic-removed', `${what} no longer takes further arguments as ${stars}${one.name}.`);
  }
}

function isVariadic({ kind }: Parameter): boolean {
  return kind === 'args' || kind === 'kwargs';
}

function isPositional({ kind }: Parameter): boolean {
  return kind === 'positional' || kind === 'standard';
}

/** Which parameter became which: by name where it counts, else by place. */
function pairUp(before: readonly Parameter[], after: readonly Parameter[]): Map<Parameter, Parameter> {
  const pairs = new Map<Parameter, Parameter>();
  const free = new Set(after.filter((each) => !isVariadic(each)));
  const named = (each: Parameter): boolean => each.kind !== 'positional' && !isVariadic(each);
  for (const each of before) {
    if (!named(each)) continue;
    const same = after.find((other) => free.has(other) && other.name === each.name);
    if (same) { pairs.set(each, same); free.delete(same); }
  }
  const [places, placesAfter] = [before.filter(isPositional), after.filter(isPositional)];
  places.forEach((each, index) => {
    if (pairs.has(each)) return;
    const other = placesAfter[index];
    if (other !== undefined && free.has(other)) { pairs.set(each, other); free.delete(other); }
    else if (each.kind === 'positional') {
      const same = placesAfter.find((candidate) => free.has(candidate) && candidate.name === each.name);
      if (same) { pairs.set(each, same); free.delete(same); }
    }
  });
  return pairs;
}

type Tell = (kind: KindId, message: string) => void;

function comparePair(before: Parameter, after: Parameter, what: string, comparison: Comparison, tell: Tell): void {
  const { name } = before;
  if (name !== after.name && before.kind !== 'positional' && !name.startsWith('_'))
    tell('parameter-renamed', `${what} calls its parameter "${name}" "${after.name}" now.`);
  if (before.kind !== after.kind) {
    const isPrivate = name.startsWith('_');
    if (after.kind === 'standard') {
      if (!(isPrivate && before.kind === 'positional')) tell('parameter-kind-widened', `${what} takes "${after.name}" by position and by name.`);
    } else if (!isPrivate || after.kind === 'keyword') {
      if (name === after.name || after.kind === 'keyword' || before.kind === 'keyword')
        tell('parameter-kind-narrowed', `${what} takes "${after.name}" only by ${after.kind === 'keyword' ? 'name' : 'position'} now.`);
    }
  }
  if (before.fallback !== null && after.fallback === null)
    tell('parameter-now-required', `${what} asks for "${after.name}", which had the default ${before.fallback.text}.`);
  else if (before.fallback === null && after.fallback !== null) tell('parameter-now-optional', `${what} can be called without "${after.name}".`);
  else if (before.fallback !== null && after.fallback !== null) compareDefaults(before.fallback, after.fallback, `${what} has `, after.name, tell);
  compareTypes(before, after, what, comparison, tell);
}

function compareDefaults(before: NonNullable<Parameter['fallback']>, after: NonNullable<Parameter['fallback']>, what: string, name: string, tell: Tell): void {
  // In a stub the dots only say that there is a default.
  if (before.text === after.text || before.text === '...' || after.text === '...') return;
  if (before.isKnown && after.isKnown) tell('parameter-default-changed', `${what}${after.text} as the default of "${name}", which was ${before.text}.`);
  else tell('parameter-default-unclear', `${what}another expression as the default of "${name}".`);
}

function compareTypes(before: Parameter, after: Parameter, what: string, comparison: Comparison, tell: Tell): void {
  const { name } = after;
  if (before.type === null && after.type === null) return;
  if (before.type === null) return tell('annotation-added', `${what} states the type of "${name}".`);
  if (after.type === null) return tell('annotation-removed', `${what} no longer states the type of "${name}".`);
  const [was, is] = [printType(before.type), printType(after.type)];
  switch (relate(before.type, after.type, [comparison.before, comparison.after])) {
    case 'narrowed': return tell('parameter-narrowed', `${what} takes ${is} as "${name}", no longer every ${was}.`);
    case 'widened': return tell('parameter-widened', `${what} takes ${is} as "${name}", more than ${was}.`);
    case 'changed': return tell('parameter-type-changed', `${what} takes ${is} as "${name}", not ${was}.`);
    case 'more-said': return tell('annotation-added', `${what} states more of the type of "${name}".`);
    case 'less-said': return tell('annotation-removed', `${what} states less of the type of "${name}".`);
    default:
  }
}
