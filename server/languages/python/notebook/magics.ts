/**
 * What IPython accepts and Python does not: `%magic`, `%%magic` for a whole cell, `!command`, `name?`, and the rare
 * `,f a`, `;f a`, `/f a`. Replaced by text of the same length, so that no position changes.
 */

/** Magics whose cell is still Python; the cell of any other is text in another language. */
const PYTHON_CELLS = /^%%(time|timeit|capture|prun|memit|mprun|debug|python3?|pypy|ipytest|heat|snakeviz|wandb|skip)\b/;
/** Databricks marks a cell in another language by one percent sign, alone or before its text; `%sql` of others takes one line. */
const OTHER_CELLS = /^%(?:(?:sql|r|scala)\s*$|(?:md|md-sandbox|sh|fs|scala|r|html)(?:\s|$))/;
const LINE_MAGIC = /^\s*(?:%%?[\w.]|!|\?{1,2}[\w%*]|[,;/][A-Za-z_])/;
/** Magics that take Python. */
const OF_CODE = /^\s*([A-Za-z_][\w.,\s[\]'"]*=\s*)?%(timeit|time|prun|memit|mprun|lprun|snakeviz|debug)\b/;
const HELP = /^\s*%{0,2}[\w.*]+(?:\[[^\]]*\][\w.]*)*\?{1,2}\s*$/;
/** Works without a percent sign unless something else has that name. */
const AUTOMATIC = /^(?:pip3?|conda|mamba)\s+(?:install|uninstall|list|show|freeze|update)\b/;
/** `files = !ls`, `result = %timeit -o f()`. */
const ASSIGNED = /^(\s*[A-Za-z_][\w.,\s[\]'"]*=\s*)([!%][^\r]*\r?)$/;

/**
 * @param source of one code cell
 * @returns text of the same length, and the masked lines, counted from 0
 */
export function maskMagics(source: string): { text: string; lines: number[] } {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first >= 0 && isOtherCell(lines[first]!)) {
    return { text: source.replace(/[^\r\n]/g, ' '), lines: [...lines.keys()] };
  }
  const masked: number[] = [];
  let state = START;
  /** The line continues a magic from the line before. */
  let goesOn = false;
  /** The last line of a magic whose brackets close further down. */
  let lastOf = -1;
  const text = lines.map((line, index) => {
    const fresh = state.depth === 0 && state.quote === '' && !state.continued;
    const magic = goesOn ? '' : fresh ? maskLine(line) : null;
    if (magic !== null) {
      masked.push(index);
      const whole = goesOn ? line.replace(/[^\r]/g, ' ') : magic;
      if (!goesOn && OF_CODE.test(line)) lastOf = endOfBrackets(lines, index);
      goesOn = /\\\r?$/.test(line) || index < lastOf;
      return whole;
    }
    goesOn = false;
    state = after(line, state);
    return line;
  });
  return { text: text.join('\n'), lines: masked };
}

function isOtherCell(line: string): boolean {
  return line.startsWith('%%') ? !PYTHON_CELLS.test(line) : OTHER_CELLS.test(line.trimEnd());
}

/** `%timeit f(a,` goes on until its brackets are closed; if they never are, they are not Python brackets. */
function endOfBrackets(lines: readonly string[], from: number): number {
  let state = START;
  for (let index = from; index < lines.length; index++) {
    state = after(lines[index]!, state);
    if (state.depth === 0 && state.quote === '') return index;
  }
  return from;
}

/** The line with `0` in place of what is not Python, which is allowed wherever a statement is; null for Python. */
function maskLine(line: string): string | null {
  const assigned = ASSIGNED.exec(line);
  if (assigned !== null) return assigned[1]! + filled(assigned[2]!);
  if (!LINE_MAGIC.test(line) && !HELP.test(line) && !AUTOMATIC.test(line)) return null;
  const indent = /^\s*/.exec(line)![0];
  return indent + filled(line.slice(indent.length));
}

function filled(text: string): string {
  return `0${text.slice(1).replace(/[^\r]/g, ' ')}`;
}

interface State {
  /** Open brackets. */
  depth: number;
  /** Quotes of a string that continues past the end of the line. */
  quote: string;
  /** The line ends with a backslash. */
  continued: boolean;
}

const START: State = { depth: 0, quote: '', continued: false };

/** A line that begins inside brackets or a string is not a magic, no matter how it begins. */
function after(line: string, { depth, quote }: State): State {
  for (let index = 0; index < line.length; index++) {
    const char = line[index]!;
    if (quote !== '') {
      if (char === '\\') index++;
      else if (line.startsWith(quote, index)) {
        index += quote.length - 1;
        quote = '';
      }
    } else if (char === '#') break;
    else if (char === '"' || char === "'") {
      quote = line.startsWith(char.repeat(3), index) ? char.repeat(3) : char;
      index += quote.length - 1;
    } else if (char === '(' || char === '[' || char === '{') depth++;
    else if ((char === ')' || char === ']' || char === '}') && depth > 0) depth--;
  }
  const continued = /\\\r?$/.test(line);
  return { depth, quote: quote.length === 3 || continued ? quote : '', continued };
}
