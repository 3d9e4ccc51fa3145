/** What passes along an edge, as the names that are written on it. */
import type { EdgeFlow } from '../protocol/answers.ts';

/** What of it is wanted. */
export interface FlowChoice {
  /** Types and values. */
  data: boolean;
  /** Calls, and objects that are made. */
  control: boolean;
}

/** @returns names of data as they are, of calls with brackets; of both the first come first */
export function flowNames({ types, values, calls, makes }: EdgeFlow, { data, control }: FlowChoice): string[] {
  const passed = data ? [...types, ...values].map(({ name }) => name) : [];
  const called = control ? [...calls.map(({ name }) => `${name}()`), ...makes.map(({ name }) => `new ${name}`)] : [];
  return [...new Set([...passed.slice(0, 1), ...called.slice(0, 1), ...passed.slice(1), ...called.slice(1)])];
}
