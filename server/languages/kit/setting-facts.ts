/** Settings that a function reads from the environment with a default of its own, to find those that are read twice. */
import type { ClassFact, FunctionFact } from '../../facts/file-facts.ts';
import type { SettingFact } from '../../facts/module-facts.ts';
import type { Span } from '../../facts/span.ts';

/** A reading as the collector sees it, before functions have names. */
export interface SettingReading {
  name: string;
  default: string;
  /** Index of the enclosing function, -1 at module level. */
  function: number;
  span: Span;
}

/**
 * @param readings in source order
 * @param functions all functions of the file
 * @param classes all classes of the file
 * @returns readings inside named functions; a callback counts as part of the enclosing function
 */
export function settingsOf(readings: readonly SettingReading[], functions: readonly FunctionFact[], classes: readonly ClassFact[]): SettingFact[] {
  return readings.flatMap(({ name, default: fallback, function: index, span }) => {
    const reader = readerName(index, functions, classes);
    return reader === null ? [] : [{ name, default: fallback, function: reader, span }];
  });
}

function readerName(index: number, functions: readonly FunctionFact[], classes: readonly ClassFact[]): string | null {
  for (let fn = functions[index]; fn !== undefined; fn = functions[fn.parent]) {
    const owner = classes[fn.owner]?.name ?? '';
    // A constructor is not called by its name.
    if (fn.kind === 'constructor') return owner === '' ? null : owner;
    if (fn.name !== '') return owner === '' ? fn.name : `${owner}.${fn.name}`;
  }
  return null;
}
