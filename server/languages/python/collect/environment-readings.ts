/** Environment variables that are read with a default: `os.getenv("HOST", "localhost")`. */
import type { CallFact, ValueFact } from '../../../facts/file-facts.ts';
import type { SettingReading } from '../../kit/setting-facts.ts';

/**
 * @param calls all calls of the file: each reading is one of them
 * @returns those inside functions whose name and default are literals
 */
export function environmentReadings(calls: readonly CallFact[]): SettingReading[] {
  return calls.flatMap((call) => {
    if ((call.name !== 'getenv' && call.name !== 'get') || call.function === -1 || call.firstString === null || !readsEnvironment(call)) return [];
    const fallback = defaultOf(call.args[1]);
    return fallback === '' ? [] : [{ name: call.firstString, default: fallback, function: call.function, span: call.span }];
  });
}

/** Code excerpts often leave out the import. */
function readsEnvironment({ module, member, callee, ownRoot }: CallFact): boolean {
  return /^os\.(getenv|environ\.get)$/.test(module === null && ownRoot !== true ? callee : `${module}.${member}`);
}

/** The second argument or `default=`; empty when there is none, or when it is computed. */
function defaultOf(given: ValueFact | undefined): string {
  const value = given?.keywords === true ? given.properties?.find(({ name }) => name === 'default')?.value : given;
  return value?.kind === 'string' || value?.kind === 'number' ? value.text : '';
}
