/** A command as somebody types it, cut into words, so that it can be run without a shell. */

/** A shell would do something with these outside of quotes, and with the second ones between double quotes too. */
const OF_SHELLS = /[|&;<>()$`*?[{\n]/;
const IN_DOUBLE_QUOTES = /[$`]/;

interface Reading {
  words: string[];
  /** The word so far; null between words. */
  word: string | null;
  quote: '"' | '\'' | null;
}

/**
 * Words are separated by blanks. What stands in single or double quotes is one word, and a backslash takes the next character as it is,
 * except between single quotes.
 * @param text one command
 * @returns its words, of which there is at least one; or why it takes a shell, as a sentence
 */
export function commandWords(text: string): { words: string[] } | { refusal: string } {
  const reading: Reading = { words: [], word: null, quote: null };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const next = text[at + 1];
    if (takesNext(reading, character, next)) {
      reading.word = (reading.word ?? '') + next!;
      at++;
      continue;
    }
    const refused = read(reading, character);
    if (refused !== null) return { refusal: refused };
  }
  if (reading.quote !== null) return { refusal: 'A quote is not closed.' };
  const words = reading.word === null ? reading.words : [...reading.words, reading.word];
  if ((words[0] ?? '') === '') return { refusal: 'This is no command.' };
  if (/^[A-Za-z_]\w*=/.test(words[0]!)) return { refusal: `Variables before a command take a shell, and it is run without one. Write "env ${words[0]!} …".` };
  return { words };
}

function takesNext({ quote }: Reading, character: string, next: string | undefined): boolean {
  if (character !== '\\' || next === undefined || quote === '\'') return false;
  return quote === null || next === '"' || next === '\\';
}

/** @returns why it takes a shell; null when it does not */
function read(reading: Reading, character: string): string | null {
  if (reading.quote !== null) {
    if (character === reading.quote) reading.quote = null;
    else if (reading.quote === '"' && IN_DOUBLE_QUOTES.test(character)) return needsShell(character);
    else reading.word += character;
    return null;
  }
  if (character === '"' || character === '\'') {
    reading.quote = character;
    reading.word ??= '';
  } else if (character === ' ' || character === '\t') {
    if (reading.word !== null) reading.words.push(reading.word);
    reading.word = null;
  } else {
    if (OF_SHELLS.test(character) || (reading.word === null && /[~#]/.test(character))) return needsShell(character);
    reading.word = (reading.word ?? '') + character;
  }
  return null;
}

function needsShell(character: string): string {
  const shown = character === '\n' ? 'A line break' : `"${character}"`;
  return `${shown} takes a shell, and commands are run without one. Put it in single quotes, write several commands, or name the shell: ["sh", "-c", "…"].`;
}

/** @param words of a command @returns it as one could type it */
export function asCommand(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll('\'', String.raw`'\''`)}'`)).join(' ');
}
