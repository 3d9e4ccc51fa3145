/** Findings that other files decide on: whether a request reaches a parameter; shared by the rules about injection. */
import type { CallFact, FileFacts, FunctionIndex, Origin, ValueFact } from '../../facts/file-facts.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import type { Awaited } from '../../findings/finding.ts';
import { enclosing } from './enclosing.ts';
import { holderOf, isHandedIn, openOrigins, passedParams, qualifiedName, type ExposureOptions } from './exposure.ts';
import { isTested } from './tested.ts';

/** A message for rules whose findings may await a request: the places on its way. */
export const HANDED = { handed: '{from} is passed on here.' } as const;

/** A name or an address is mostly looked at on its way, in manners that nobody can list: of twenty such findings in public code two were worth saying. */
export const ON_ITS_WAY = { recommended: 'info', blocks: false } as const;

/** What the limits of such a rule are, in its documentation. */
export const FOLLOWED =
  'Values are followed within one file, and parts of requests also into the functions that they are passed to, over up to six calls, where the files show '
  + 'which function is called: by its import, or by the class that an object is declared or created with. Not followed is what a function returns or stores. ';

/** Holds what a program or its framework provides, whoever calls. */
const PROVIDED = /^_?(req|res|request|response|reply|ctx|context|next|event|self|cls|db|conn|connection|client|session|cursor|app|info|config|settings)$/i;

/**
 * A parameter as others pass it: that of a function with a name.
 * @param file with the function
 * @param origin that may be one
 * @param at the function in which it is used
 * @returns null where it is none, or others cannot know it
 */
export function givenTo(file: FileFacts, origin: Origin, at: FunctionIndex): { function: string; param: number; name: string; part: string | null } | null {
  if (origin.kind !== 'parameter' || origin.bounded === true || isHandedIn(file, origin, at)) return null;
  const [, root, part] = /^([\w$]+)(?:\??\.([\w$]+))?/.exec(origin.text) ?? [];
  if (root === undefined || PROVIDED.test(root)) return null;
  const holder = file.functions[holderOf(file, origin.text, at)];
  if (holder === undefined) return destructured(file, root, at);
  if (holder.name === '') return null;
  const param = passedParams(holder).findIndex(({ name }) => name === root);
  return { function: qualifiedName(file, holder), param, name: root, part: part ?? null };
}

/** `function load({ url: address })`: the part `url` of the first parameter. */
function destructured(file: FileFacts, root: string, at: FunctionIndex): ReturnType<typeof givenTo> {
  for (const index of enclosing(file, at)) {
    const fn = file.functions[index]!;
    for (const [param, { name, pattern }] of fn.params.entries()) {
      const found = pattern ? new RegExp(String.raw`[{,]\s*(?:([\w$]+)\s*:\s*)?${escapePattern(root)}\s*[,}=]`).exec(name) : null;
      if (found !== null) return fn.name === '' ? null : { function: qualifiedName(file, fn), param, name, part: found[1] ?? root };
    }
  }
  return null;
}

/**
 * Whether a finding about a value from a parameter is to wait for a request that another file hands on.
 * @param file with the call
 * @param call the sink
 * @param value that reaches it
 * @param options what the rule counts as clean; `about`: what it counts as a question about the value
 * @returns what the finding awaits; null where the code asks about the value before it uses it, or it has other origins only
 */
export function awaited(
  file: FileFacts, call: Pick<CallFact, 'function' | 'span'>, value: ValueFact, options: ExposureOptions & { about?: RegExp } = {},
): Awaited | null {
  if (value.constant || value.kind === 'function' || call.function < 0 || file.role !== 'source') return null;
  const values = openOrigins(value, options).flatMap((origin): Awaited['values'][number] & { function: string } | never[] => {
    const given = givenTo(file, origin, call.function);
    return given === null || isTested(file, call, value, origin, options.about) ? [] : given;
  });
  const [first] = values;
  if (first === undefined) return null;
  const ofOne = values.filter((each) => each.function === first.function).map(({ param, name, part }) => ({ param, name, part }));
  return { function: first.function, values: ofOne };
}
