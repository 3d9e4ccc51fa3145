/**
 * Reads TOML as far as settings of Python projects use it: tables, arrays of tables, dotted keys,
 * text in its four forms, numbers, booleans, arrays, inline tables. Dates stay text.
 */
export type TomlValue = string | number | boolean | TomlValue[] | TomlTable;
export interface TomlTable { [key: string]: TomlValue }

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001B', '"': '"', '\\': '\\' };
/** More nesting than any settings have; what is deeper is not read. */
const DEEPEST = 60;

class Broken extends Error {}

/**
 * @param text a whole file
 * @returns what it says; null when it is not TOML
 */
export function parseToml(text: string): TomlTable | null {
  try {
    return new Reader(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).document();
  } catch (error) {
    if (error instanceof Broken) return null;
    throw error;
  }
}

/** @returns the table at a path of keys, or an empty one */
export function tableAt(table: TomlTable, ...path: string[]): TomlTable {
  return path.reduce<TomlTable>((at, key) => {
    const next = at[key];
    return isTable(next) ? next : newTable();
  }, table);
}

export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Without a prototype: a key of any name is only a key. */
function newTable(): TomlTable {
  return Object.create(null) as TomlTable;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): TomlTable {
    const root = newTable();
    let current = root;
    for (this.#skip(true); this.#at < this.#text.length; this.#skip(true)) {
      current = this.#peek() === '[' ? this.#header(root) : this.#pair(current, 0);
      this.#skip(false);
      if (this.#at < this.#text.length && this.#peek() !== '\n') throw new Broken();
    }
    return root;
  }

  #header(root: TomlTable): TomlTable {
    const many = this.#text.startsWith('[[', this.#at);
    this.#at += many ? 2 : 1;
    const path = this.#key();
    this.#expect(many ? ']]' : ']');
    const last = path.pop()!;
    const parent = this.#descend(root, path);
    if (!many) return this.#descend(parent, [last]);
    const list = parent[last] ?? (parent[last] = []);
    if (!Array.isArray(list)) throw new Broken();
    const table = newTable();
    list.push(table);
    return table;
  }

  /** Reads `key = value` into a table, which it gives back. */
  #pair(table: TomlTable, depth: number): TomlTable {
    const path = this.#key();
    this.#expect('=');
    this.#skip(false);
    const last = path.pop()!;
    const target = this.#descend(table, path);
    if (last in target) throw new Broken();
    target[last] = this.#value(depth);
    return table;
  }

  #descend(from: TomlTable, path: readonly string[]): TomlTable {
    return path.reduce((at, key) => {
      const found = at[key] ?? (at[key] = newTable());
      const next = Array.isArray(found) ? found.at(-1) : found;
      if (!isTable(next)) throw new Broken();
      return next;
    }, from);
  }

  #key(): string[] {
    const path: string[] = [];
    do {
      this.#skip(false);
      const char = this.#peek();
      if (char === '"' || char === "'") path.push(this.#string());
      else path.push(this.#match(/[A-Za-z0-9_-]+/y));
      this.#skip(false);
    } while (this.#take('.'));
    return path;
  }

  #value(depth: number): TomlValue {
    if (depth > DEEPEST) throw new Broken();
    const char = this.#peek();
    if (char === '"' || char === "'") return this.#string();
    if (char === '[') return this.#array(depth);
    if (char === '{') return this.#inline(depth);
    const word = this.#match(/[\w.:+-]+(?: \d\d:[\w.:+-]+)?/y);
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word.replace(/^\+/, '').replaceAll('_', ''));
    if (!Number.isNaN(number)) return number;
    if (/^[+-]?(inf|nan)$/.test(word)) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : word.endsWith('inf') ? Number.POSITIVE_INFINITY : Number.NaN;
    if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(word)) return word;
    throw new Broken();
  }

  #array(depth: number): TomlValue[] {
    const values: TomlValue[] = [];
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#take(']')) return values;
      values.push(this.#value(depth + 1));
      this.#skip(true);
      if (!this.#take(',') && this.#peek() !== ']') throw new Broken();
    }
  }

  #inline(depth: number): TomlTable {
    const table = newTable();
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#take('}')) return table;
      this.#pair(table, depth + 1);
      this.#skip(true);
      if (!this.#take(',') && this.#peek() !== '}') throw new Broken();
    }
  }

  #string(): string {
    const quote = this.#peek();
    const long = this.#text.startsWith(quote.repeat(3), this.#at);
    const close = long ? quote.repeat(3) : quote;
    this.#at += close.length;
    if (long) this.#take('\n');
    let value = '';
    for (;;) {
      const char = this.#peek();
      if (char === '' || (char === '\n' && !long)) throw new Broken();
      if (this.#text.startsWith(close, this.#at)) {
        // Up to two quotes may stand right before the closing ones.
        while (long && this.#text[this.#at + 3] === quote) value += this.#text[this.#at++]!;
        this.#at += close.length;
        return value;
      }
      this.#at++;
      value += char === '\\' && quote === '"' ? this.#escape(long) : char;
    }
  }

  #escape(long: boolean): string {
    const char = this.#peek();
    this.#at++;
    const known = ESCAPES[char];
    if (known !== undefined) return known;
    if (char === 'u' || char === 'U' || char === 'x') {
      const digits = this.#match(char === 'u' ? /[0-9a-fA-F]{4}/y : char === 'U' ? /[0-9a-fA-F]{8}/y : /[0-9a-fA-F]{2}/y);
      const point = Number.parseInt(digits, 16);
      if (point > 0x10ffff) throw new Broken();
      return String.fromCodePoint(point);
    }
    // A line that ends with a backslash goes on with the next text.
    if (!long || !/\s/.test(char)) throw new Broken();
    this.#at--;
    this.#match(/[ \t]*\n\s*/y);
    return '';
  }

  /** Passes over blanks and comments, and with `lines` over ends of lines. */
  #skip(lines: boolean): void {
    const pattern = lines ? /(?:[ \t\n]+|#[^\n]*)*/y : /[ \t]*(?:#[^\n]*)?/y;
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    this.#skip(false);
    if (!this.#take(text)) throw new Broken();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new Broken();
    this.#at += found.length;
    return found;
  }
}
