/** A rule's page for a terminal: headings and code stand out, markup and comments are removed, lines are wrapped. */
import { lexer, type Token, type Tokens } from 'marked';
import pc from 'picocolors';
import { columns, padded } from '../../text/plain-text.ts';

export interface TerminalPageOptions {
  color: boolean;
  /** Terminal width in columns. */
  width: number;
}

type Colors = ReturnType<typeof pc.createColors>;
type Paint = (text: string) => string;

/** A run of text in one style. */
interface Run {
  text: string;
  paint: Paint;
}

/** Long lines are tiring to read, so wide terminals are not fully used. */
const WIDEST = 100;
const NARROWEST = 40;
const CODE_INDENT = '    ';

const plain: Paint = (text) => text;

/**
 * @param markdown of a rule's page
 * @returns text for a terminal, with a final line break
 */
export function terminalPage(markdown: string, { color, width }: TerminalPageOptions): string {
  const colors = pc.createColors(color);
  const room = Math.min(WIDEST, Math.max(NARROWEST, width));
  const blocks = lexer(markdown).map((token) => linesOf(token, room, colors)).filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function linesOf(token: Token, width: number, colors: Colors): string[] {
  switch (token.type) {
    case 'space':
    case 'html':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return wrappedRuns(runsOf(tokens, depth === 1 ? (text) => colors.bold(colors.underline(text)) : colors.bold, colors), width);
    }
    case 'code': {
      const { lang = '', text } = token as Tokens.Code;
      const file = lang.split(' ').slice(1).join(' ');
      return [
        ...(file === '' ? [] : [colors.dim(`${CODE_INDENT}${file}`)]),
        ...text.split('\n').map((line) => (line === '' ? '' : colors.cyan(`${CODE_INDENT}${line}`))),
      ];
    }
    case 'list':
      return (token as Tokens.List).items.flatMap((item, at) => itemLines(item, (token as Tokens.List).ordered ? `${at + 1}. ` : '- ', width, colors));
    default:
      return wrappedRuns(runsOf('tokens' in token && token.tokens ? token.tokens : [token], plain, colors), width);
  }
}

function itemLines(item: Tokens.ListItem, mark: string, width: number, colors: Colors): string[] {
  const lines = item.tokens.flatMap((token) => linesOf(token, width - mark.length, colors));
  return lines.map((line, at) => `${at === 0 ? mark : padded('', mark.length)}${line}`);
}

/** The runs of a paragraph. Links keep only their text, because a terminal cannot follow them. */
function runsOf(tokens: readonly Token[], paint: Paint, colors: Colors): Run[] {
  return tokens.flatMap((token): Run[] => {
    if (token.type === 'codespan') return [{ text: (token as Tokens.Codespan).text, paint: (text) => paint(colors.cyan(text)) }];
    if (token.type === 'br') return [{ text: ' ', paint: plain }];
    const within =
      token.type === 'strong'
        ? (text: string): string => paint(colors.bold(text))
        : token.type === 'em'
          ? (text: string): string => paint(colors.italic(text))
          : paint;
    if ('tokens' in token && token.tokens && token.tokens.length > 0) return runsOf(token.tokens, within, colors);
    return [{ text: 'text' in token && typeof token.text === 'string' ? token.text : token.raw, paint: within }];
  });
}

/** Wraps at words; colour codes take no width. A word may have several styles, as in `code`, with a comma. */
function wrappedRuns(runs: readonly Run[], width: number): string[] {
  const words: Run[][] = [[]];
  for (const { text, paint } of runs) {
    text.split(/[ \n]+/).forEach((part, at) => {
      if (at > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ text: part, paint });
    });
  }
  const lines: { runs: Run[]; taken: number }[] = [];
  for (const word of words.filter((parts) => parts.length > 0)) {
    const taken = word.reduce((sum, { text }) => sum + columns(text), 0);
    const line = lines.at(-1);
    if (line && line.taken + 1 + taken <= width) {
      const [before, next] = [line.runs.at(-1)?.paint, word[0]?.paint];
      line.runs.push({ text: ' ', paint: before === next && next !== undefined ? next : plain }, ...word);
      line.taken += 1 + taken;
    } else lines.push({ runs: [...word], taken });
  }
  return lines.map(({ runs: inLine }) => painted(inLine));
}

/** Adjacent runs of the same style are painted as one, so that underlines continue across spaces. */
function painted(runs: readonly Run[]): string {
  const joined: Run[] = [];
  for (const { text, paint } of runs) {
    const last = joined.at(-1);
    if (last?.paint === paint) last.text += text;
    else joined.push({ text, paint });
  }
  return joined.map(({ text, paint }) => paint(text)).join('');
}
