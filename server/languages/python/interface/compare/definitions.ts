/** Whatever a name stands for, in two states. */
import type { ClassBinding, Definition, Found, FunctionBinding, VariableBinding } from '../model.ts';
import { shown, typeOf, valueOf } from '../shown.ts';
import { formOf } from '../signature.ts';
import type { World } from '../world.ts';
import { placeOf, type Comparison, type Subject } from './changes.ts';
import { compareClasses } from './classes.ts';
import { compareFunctions } from './functions.ts';
import { compareAttributeTypes, compareVariables } from './variables.ts';

export interface Context {
  comparison: Comparison;
  /** `compareFound`: members of a class are compared like names of a module. */
  found: typeof compareFound;
  /** Classes that are told under a name of their own. */
  offeredBefore: ReadonlySet<ClassBinding>;
  offeredAfter: ReadonlySet<ClassBinding>;
}

interface Options {
  /** See `compareVariables`. */
  isField?: boolean;
  /** An attribute that could not be set before. */
  isReadonly?: boolean;
}

function definitionsIn(found: readonly Found[]): Definition[] {
  return found.flatMap((each) => (each.kind === 'definition' ? [each.binding] : []));
}

/**
 * Compares every branch that defines a name in the new state with the branch of the old one that it stands for.
 * @param name as readers know it
 */
export function compareFound(name: string, before: readonly Found[], after: readonly Found[], context: Context, options: Options = {}): void {
  const [olds, news] = [definitionsIn(before), definitionsIn(after)];
  if (olds.length === 0 || news.length === 0) {
    const [one, other] = [before[0], after[0]];
    const isJudged = one && other && one.kind !== 'unknown' && other.kind !== 'unknown' && olds.length + news.length > 0;
    if (isJudged && (one.kind === 'module') !== (other.kind === 'module')) {
      const binding = news[0] ?? olds[0]!;
      const subject: Subject = { name, ...placeOf(binding), before: null, after: null };
      context.comparison.add('kind-changed', subject, `${name} is ${wordFor(other)}; it was ${wordFor(one)}.`);
    }
    return;
  }
  for (const [index, now] of news.entries()) {
    const { comparison } = context;
    // The one in the same place comes first, because other classes may look the same from outside.
    const candidates = olds.length === news.length ? [olds[index]!, ...olds] : olds;
    const same = olds.length === 1 ? olds[0] : candidates.find((each) => shown(each, comparison.before) === shown(now, comparison.after));
    const was = same ?? olds.find(({ condition }) => condition === now.condition) ?? olds.find(({ kind }) => kind === now.kind) ?? olds[0]!;
    // One definition for all branches need only be what one of them was.
    compareDefinitions(name, was, now, context, options);
  }
}

function wordFor(found: Found): string {
  return `a ${found.kind === 'definition' ? found.binding.kind : found.kind}`;
}

function compareDefinitions(name: string, before: Definition, after: Definition, context: Context, options: Options): void {
  const { comparison } = context;
  if (!comparison.isNew(before, after)) return;
  // Put into words only for what is told.
  const subject: Subject = {
    name, ...placeOf(after),
    get before() { return shown(before, comparison.before); },
    get after() { return shown(after, comparison.after); },
  };
  if (before.kind === 'class' && after.kind === 'class') return compareClasses(before, after, subject, context);
  if (before.kind === 'function' && after.kind === 'function') {
    if ((formOf(before).role === 'property') === (formOf(after).role === 'property')) return compareFunctions(before, after, subject, comparison);
  } else if (before.kind === 'variable' && after.kind === 'variable') return compareVariables(before, after, subject, comparison, options.isField);
  else if (before.kind === 'variable' && after.kind === 'function' && formOf(after).role === 'property')
    return becameProperty(before, after, subject, comparison, options.isReadonly === true);
  else if (before.kind === 'function' && after.kind === 'variable' && formOf(before).role === 'property')
    return becameAttribute(before, after, subject, comparison);
  else if (isOpen(before, comparison.before) || isOpen(after, comparison.after)) return;
  comparison.add('kind-changed', subject, `${name} is ${word(after)}; it was ${word(before)}.`);
}

function word(binding: Definition): string {
  if (binding.kind === 'variable') return binding.owner ? 'an attribute' : 'a variable';
  return `a ${binding.kind === 'function' ? formOf(binding).role : binding.kind}`;
}

/** A variable whose value is computed may be a function or a class as well. */
function isOpen(binding: Definition, world: World): boolean {
  if (binding.kind !== 'variable') return false;
  const type = typeOf(binding, world);
  if (type !== null) return /^(callable|any|unknown)$/.test(type.kind) || (type.kind === 'class' && (type.id === 'type' || type.binding !== null));
  return binding.value !== null && valueOf(binding, world) === null;
}

function becameProperty(before: VariableBinding, after: FunctionBinding, subject: Subject, comparison: Comparison, isReadonly: boolean): void {
  const isFinal = before.annotation !== null && /\bFinal\b/.test(before.module.source.textOf(before.annotation));
  if (!after.settable && !formOf(after).isCached && !isReadonly && !isFinal)
    comparison.add('member-now-readonly', subject, `${subject.name} is a property that cannot be set; it was an attribute.`);
  const type = typeOf(before, comparison.before);
  const { returns } = comparison.after.signature(after);
  if (type !== null && returns !== null) compareAttributeTypes(type, returns, subject, comparison);
}

function becameAttribute(before: FunctionBinding, after: VariableBinding, subject: Subject, comparison: Comparison): void {
  if (!before.settable && !formOf(before).isCached && !after.isAlias) comparison.add('setter-added', subject, `${subject.name} can be set.`);
  const type = typeOf(after, comparison.after);
  const { returns } = comparison.before.signature(before);
  if (type !== null && returns !== null) compareAttributeTypes(returns, type, subject, comparison);
}
