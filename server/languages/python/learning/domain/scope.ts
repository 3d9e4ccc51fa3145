/** Names and what they stand for, by function. */
import type { Value } from './value.ts';

export class Scope {
  readonly names = new Map<string, Value>();
  /** Names declared `global`: assignments to them reach the outermost scope. */
  readonly globals = new Set<string>();

  constructor(readonly parent: Scope | null) {}

  get(name: string): Value | null {
    return this.names.get(name) ?? this.parent?.get(name) ?? null;
  }

  set(name: string, value: Value): void {
    if (this.parent !== null && this.globals.has(name)) this.outermost().names.set(name, value);
    else this.names.set(name, value);
  }

  private outermost(): Scope {
    return this.parent === null ? this : this.parent.outermost();
  }
}
