/** Makes a file out of bytes: they choose a seed and what is changed of it, by tokens. The same bytes make the same file. */
import type { FuzzFile } from './seeds.ts';

/** Words, numbers, quoted texts, spaces of a line, line ends, and single characters. */
const TOKEN = /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[ \t]+|\r\n|[\s\S]/gu;

/** What readers of text are known to stumble over. */
const ODD = [
  '', '\r', '\r\n', '\n', '\t', '\f', '\v', '\u2028', '\u2029', '\u0085', '\ufeff', '\ud83d', '\ude00', '\u{1f600}', '\u202e', '\u0000', '\u00a0',
  'ﬁ', 'İ', 'ß', '{', '}', '(', ')', '[', ']', '<', '>', '"', "'", '`', '"""', "'''", '${', '{{', '}}', '/*', '*/', '//', '#', '\\', '\\\n', '@',
  '...', '=>', ':=', '**', ';', ':', ',', '?.', '!', '=', '==', '-', '--', '<!--', '-->', '<![CDATA[', ']]>', '&amp;', '&#x0;', '%', '%s', 'f"{',
  "rb'", '-1', '0', '1e999', 'NaN', '0x', '1_000', '1n', '99999999999999999999', 'null', 'None', 'undefined', 'true', '__proto__', 'constructor',
  'toString', 'class', 'def', 'function', 'async', 'await', 'yield', 'return', 'import', 'from', 'export', 'default', 'if', 'else', 'try', 'catch',
  'except', 'finally', 'lambda', 'match', 'case', 'type', 'interface', 'enum', 'namespace', 'declare', 'static', 'get', 'constructor()', 'super',
  'this', 'self', 'global', 'nonlocal', 'del', 'with', 'as', 'in', 'is', 'not', '*args', '**kwargs', '%matplotlib', '!pip install', '# type: ignore',
  '# noqa', '// archwright-ignore', '# archwright-ignore', '// @ts-ignore', '<<: *x', '&x', '*x', '!!binary', '---', 'FROM', 'RUN', 'ENV', 'ARG',
  'COPY <<EOF', 'password = "hunter2hunter2"', '/** ', ' */', '@param', ':param x:', '  ', '    ',
];

/** Reads choices from bytes; when they are used up, every choice is the first. */
class Choices {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isUsedUp(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** @returns a whole number below `most`, which is at most 65,536 */
  below(most: number): number {
    const byte = (): number => this.bytes[this.#at++] ?? 0;
    return most <= 1 ? 0 : (most <= 256 ? byte() : byte() * 256 + byte()) % most;
  }
}

type Change = (tokens: string[], choices: Choices, other: readonly string[]) => string[];

/** A place and how many tokens from there. */
function range(tokens: readonly string[], choices: Choices): [from: number, to: number] {
  const from = choices.below(tokens.length);
  return [from, Math.min(tokens.length, from + 1 + choices.below(choices.below(4) === 0 ? 200 : 8))];
}

const CHANGES: readonly Change[] = [
  (tokens, choices) => tokens.toSpliced(...lengthFrom(range(tokens, choices))),
  (tokens, choices) => {
    const [from, to] = range(tokens, choices);
    return tokens.toSpliced(choices.below(tokens.length), 0, ...tokens.slice(from, to));
  },
  (tokens, choices) => {
    const [from, to] = range(tokens, choices);
    const repeated = tokens.slice(from, to);
    return tokens.toSpliced(from, 0, ...Array.from({ length: 1 + choices.below(40) }, () => repeated).flat());
  },
  (tokens, choices) => tokens.with(choices.below(tokens.length), ODD[choices.below(ODD.length)]!),
  (tokens, choices) => tokens.toSpliced(choices.below(tokens.length), 0, ODD[choices.below(ODD.length)]!),
  (tokens, choices) => tokens.with(choices.below(tokens.length), tokens[choices.below(tokens.length)]!),
  (tokens, choices, other) => tokens.with(choices.below(tokens.length), other[choices.below(other.length)] ?? ''),
  (tokens, choices, other) => [...tokens.slice(0, choices.below(tokens.length)), ...other.slice(choices.below(other.length))],
  (tokens, choices, other) => {
    const [from, to] = range(other, choices);
    return tokens.toSpliced(choices.below(tokens.length), 0, ...other.slice(from, to));
  },
  (tokens, choices) => {
    const at = choices.below(tokens.length);
    const token = tokens[at]!;
    const place = choices.below(token.length);
    return tokens.with(at, token.slice(0, place) + String.fromCharCode(token.charCodeAt(place) ^ (1 << choices.below(8))) + token.slice(place + 1));
  },
  (tokens, choices) => tokens.slice(0, choices.below(tokens.length) + 1),
  (tokens, choices) => {
    const end = ['\r\n', '\r', '\n\n', ' '][choices.below(4)]!;
    return tokens.map((token) => (token === '\n' ? end : token));
  },
];

function lengthFrom([from, to]: [number, number]): [number, number] {
  return [from, to - from];
}

/** So many changes at most, and characters, so that a run is bounded by the number of its inputs. */
const MOST_CHANGES = 12;
const MOST_CHARACTERS = 40_000;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/**
 * @param seeds files by kind, none without files
 * @param bytes what chooses
 * @returns a file with the path of its seed
 */
export function fileOf(seeds: readonly (readonly FuzzFile[])[], bytes: Uint8Array): FuzzFile {
  const choices = new Choices(bytes);
  const kind = seeds[choices.below(seeds.length)]!;
  const { path, text } = kind[choices.below(kind.length)]!;
  const other = tokensOf(kind[choices.below(kind.length)]!.text);
  let tokens = tokensOf(text);
  for (let count = 0; count < MOST_CHANGES && !choices.isUsedUp && tokens.length > 0; count++) {
    const changed = CHANGES[choices.below(CHANGES.length)]!(tokens, choices, other);
    if (changed.reduce((sum, token) => sum + token.length, 0) > MOST_CHARACTERS) break;
    tokens = changed;
  }
  return { path, text: tokens.join('') };
}
