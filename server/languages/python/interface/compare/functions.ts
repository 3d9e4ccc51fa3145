/** Functions and methods in two states. */
import { effectOf, type KindId } from '../kinds.ts';
import type { FunctionBinding } from '../model.ts';
import { deprecation, raisesOf } from '../shown.ts';
import { formOf, printSignature, type FunctionForm } from '../signature.ts';
import { printType, type Type } from '../types/type.ts';
import { relate } from '../types/relate.ts';
import type { Comparison, Subject } from './changes.ts';
import { compareParameters } from './parameters.ts';

type Tell = (kind: KindId, message: string) => void;

export function compareFunctions(before: FunctionBinding, after: FunctionBinding, subject: Subject, comparison: Comparison): void {
  const [was, is] = [formOf(before), formOf(after)];
  const isProperty = is.role === 'property';
  const what = isProperty ? `The property ${subject.name}` : `${subject.name}()`;
  const tell = (kind: KindId, message: string): void => comparison.add(kind, subject, message);
  const [taken, given] = [comparison.before.signature(before), comparison.after.signature(after)];

  if (isBound(was) !== isBound(is) && was.role !== 'property')
    tell('binding-changed', `${what} is a ${is.role} now; it was a ${was.role}.`);
  if (isProperty) {
    const [could, can] = [before.settable || was.isCached, after.settable || is.isCached];
    if (could && !can) tell('setter-removed', `${what} can no longer be set.`);
    if (!could && can && !is.isCached) tell('setter-added', `${what} can be set.`);
  }
  if (!is.isAbstract && was.isAbstract) tell('member-no-longer-abstract', `${what} need not be implemented.`);
  if (is.isAbstract && !was.isAbstract) tell('member-now-abstract', `${what} must be implemented by every subclass.`);
  if (is.isFinal && !was.isFinal) tell('final-added', `${what} may no longer be overridden.`);
  if (was.isFinal && !is.isFinal) tell('final-removed', `${what} may be overridden.`);

  if (before.overloads.length > 0 && after.overloads.length > 0) compareOverloads(before, after, subject, comparison);
  else if (!isProperty) {
    // A signature that is only split into overloads, or joined again, is judged by what stands for all of them.
    const hidden = before.overloads.length > 0 || after.overloads.length > 0;
    const bare = <T extends { type: Type | null }>(list: readonly T[]): T[] => (hidden ? list.map((each) => ({ ...each, type: null })) : [...list]);
    compareParameters(bare(taken.parameters), bare(given.parameters), subject, what, comparison);
  }
  const isSplit = before.overloads.length + after.overloads.length > 0;
  compareResults({ was, is, taken: taken.returns, given: given.returns, isSplit }, what, tell, comparison);

  const [raised, raises] = [raisesOf(before), raisesOf(after)];
  for (const name of raises) if (!raised.has(name)) tell('raises-added', `${what} is documented to raise ${name}.`);
  for (const name of raised) if (!raises.has(name)) tell('raises-removed', `${what} is no longer documented to raise ${name}.`);
  compareDeprecation(deprecation(before), deprecation(after), what, tell);
}

export function compareDeprecation(before: string | null, after: string | null, what: string, tell: Tell): void {
  if (before === null && after !== null) tell('deprecated', `${what} is deprecated${after === '' ? '.' : `: ${after}`}`);
  if (before !== null && after === null) tell('deprecation-removed', `${what} is no longer deprecated.`);
}

function isBound({ role }: FunctionForm): boolean {
  return role === 'classmethod' || role === 'staticmethod';
}

interface Results {
  was: FunctionForm;
  is: FunctionForm;
  taken: Type | null;
  given: Type | null;
  isSplit: boolean;
}

function compareResults({ was, is, taken, given, isSplit }: Results, what: string, tell: Tell, comparison: Comparison): void {
  if (was.isContextManager !== is.isContextManager)
    return is.isContextManager
      ? tell('context-manager-added', `${what} gives a context manager now.`) : tell('context-manager-removed', `${what} no longer gives a context manager.`);
  let [before, after] = [taken, given];
  if (was.isAsync !== is.isAsync) {
    // `def f() -> Awaitable[int]` gives callers what `async def f() -> int` does.
    const [coroutine, plain] = was.isAsync ? [was, given] : [is, taken];
    const awaited = plain?.kind === 'class' ? (plain.id === 'Coroutine' ? plain.args[2] : plain.id === 'Awaitable' ? plain.args[0] : undefined) : undefined;
    const iterates = coroutine.isGenerator && plain?.kind === 'class' && /^Async(Iterator|Iterable|Generator)$/.test(plain.id);
    if (awaited === undefined && !iterates)
      return is.isAsync ? tell('async-added', `${what} is asynchronous now.`) : tell('async-removed', `${what} is no longer asynchronous.`);
    if (awaited !== undefined) [before, after] = was.isAsync ? [taken, awaited] : [awaited, given];
  } else if (was.isGenerator !== is.isGenerator && (before === null || after === null) && !is.isContextManager) {
    const stated = before ?? after;
    const isStated = stated?.kind === 'class' && /^(Async)?(Iterator|Iterable|Generator)$/.test(stated.id);
    if (!isStated)
      return is.isGenerator ? tell('generator-added', `${what} is a generator now.`) : tell('generator-removed', `${what} is no longer a generator.`);
  }
  if (isSplit) return;
  compareReturn(before, after, what, tell, comparison);
}

function compareReturn(before: Type | null, after: Type | null, what: string, tell: Tell, comparison: Comparison): void {
  if (before === null && after === null) return;
  if (before === null) return tell('annotation-added', `${what} states the type of its result.`);
  if (after === null) return tell('annotation-removed', `${what} no longer states the type of its result.`);
  const [was, is] = [printType(before), printType(after)];
  switch (relate(before, after, [comparison.before, comparison.after])) {
    case 'narrowed': return tell('return-narrowed', `${what} gives ${is}, less than ${was}.`);
    case 'widened': return tell('return-widened', `${what} gives ${is}, which may be more than the ${was} that callers are prepared for.`);
    case 'changed': return tell('return-changed', `${what} gives ${is}, not ${was}.`);
    case 'more-said': return tell('annotation-added', `${what} states more of the type of its result.`);
    case 'less-said': return tell('annotation-removed', `${what} states less of the type of its result.`);
    default:
  }
}

/** Overloads by what they say; one that another takes the place of without breaking a call is compared with that one. */
function compareOverloads(before: FunctionBinding, after: FunctionBinding, subject: Subject, comparison: Comparison): void {
  const print = (each: FunctionBinding, world: Comparison['before']): string => printSignature(world.signature(each));
  const rest = new Map(after.overloads.map((each) => [print(each, comparison.after), each]));
  const gone = before.overloads.filter((each) => !rest.delete(print(each, comparison.before)));
  const what = `${subject.name}()`;
  for (const each of gone) {
    const [compatible] = [...rest].map(([text, other]) => ({ text, changes: overloadChanges(each, other, subject, comparison) }))
      .filter(({ changes }) => changes.every(({ kind }) => effectOf(kind) !== 'major')).sort((a, b) => a.changes.length - b.changes.length);
    if (compatible === undefined) {
      comparison.add('overload-removed', subject, `${what} can no longer be called as ${print(each, comparison.before)}.`);
      continue;
    }
    rest.delete(compatible.text);
    for (const { kind, message } of compatible.changes) comparison.add(kind, subject, message);
  }
  for (const text of rest.keys()) comparison.add('overload-added', subject, `${what} can be called as ${text}.`);
}

function overloadChanges(before: FunctionBinding, after: FunctionBinding, subject: Subject, comparison: Comparison): { kind: KindId; message: string }[] {
  const changes: { kind: KindId; message: string }[] = [];
  const trial: Comparison = { ...comparison, add: (kind, _subject, message) => void changes.push({ kind, message }) };
  const what = `${subject.name}()`;
  const [one, other] = [comparison.before.signature(before), comparison.after.signature(after)];
  compareParameters(one.parameters, other.parameters, subject, what, trial);
  compareReturn(one.returns, other.returns, what, (kind, message) => trial.add(kind, subject, message), trial);
  return changes;
}
