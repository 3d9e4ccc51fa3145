/** Reads TOML, the format of most Python settings. */
import { parse, type TomlTable, type TomlValue } from 'smol-toml';

export type { TomlTable, TomlValue } from 'smol-toml';

/** Deeper than any real settings file; anything deeper is not read. */
const DEEPEST = 60;

/**
 * @param text a whole file
 * @returns its contents; null when it is not TOML
 */
export function parseToml(text: string): TomlTable | null {
  try {
    return parse(text.replace(/^\uFEFF/, ''), { maxDepth: DEEPEST });
  } catch {
    // The library throws various errors; callers only need to know whether there are settings.
    return null;
  }
}

/**
 * @param table where the path begins
 * @param path keys, outermost first
 * @returns the table at the path, or an empty one
 */
export function tableAt(table: TomlTable, ...path: string[]): TomlTable {
  return path.reduce<TomlTable>((at, key) => {
    const next = Object.hasOwn(at, key) ? at[key] : undefined;
    return isTable(next) ? next : {};
  }, table);
}

/** True for a table, not for a list, a date or a plain value. */
export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}
