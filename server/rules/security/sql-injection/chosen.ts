/** What is inserted into SQL with some thought: names that were checked or looked up, text that is escaped, statements that are handed on. */
import type { CallFact, FileFacts, Origin } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { compareSpans, contains } from '../../../text/spans.ts';

/** A parameter that holds a statement by its name: the function runs what its callers have written. */
const STATEMENT_NAME = /^(sql|query|statement|stmt|raw_?sql|sql_?(text|query|string)|query_?(text|string))$/i;
const QUOTES = /['"`]/;

/**
 * @param file with the call
 * @param call that runs the statement
 * @param origin of what is inserted
 * @param isPart inserted where a value or a name stands, not as a whole statement
 */
export function isChosen(file: FileFacts, call: CallFact, origin: Origin, isPart: boolean): boolean {
  if (origin.kind === 'request') return false;
  return origin.lookedUp === true || (!isPart && origin.kind === 'parameter' && STATEMENT_NAME.test(origin.text))
    || isChecked(file, call, origin.text) || (origin.kind === 'call' && isOwnEscape(file, origin.text));
}

/** A branch before the call asks whether the name is in a list: `if (!COLUMNS.includes(name)) throw …`, `if name not in COLUMNS: raise …`. */
function isChecked(file: FileFacts, call: CallFact, text: string): boolean {
  const body = file.functions[call.function]?.span;
  const name = escapePattern(text);
  const asks = new RegExp(String.raw`\.(includes|has|hasOwn)\([^()]*(?<![\w$.])${name}\)|(?<![\w$.])${name} (not )?in [A-Za-z_(\[{]`);
  return body !== undefined && file.branches.some(({ span, condition }) => contains(body, span) && compareSpans(span, call.span) < 0 && asks.test(condition));
}

/** A function of the same file that replaces quotes. */
function isOwnEscape(file: FileFacts, text: string): boolean {
  const index = file.functions.findIndex(({ name }) => name !== '' && `${name}()` === text);
  const body = file.functions[index]?.bodySpan ?? null;
  return body !== null && file.calls.some((call) =>
    /^(replace|replaceAll)$/.test(call.name) && contains(body, call.span) && QUOTES.test(call.args[0]?.text ?? ''));
}

const DOUBLED = /''|""|``|\\\\?["'`]/;
/** Quotes in it are doubled or escaped where it is inserted: `name.replace("'", "''")`. */
const DOUBLES_QUOTES = /\.replace(?:All)?\(\s*(?:(["'`])["'`]\1|\/["'`]\/g?),\s*(["'`])(?:''|""|``|\\\\["'`])\2/;

/**
 * @param file with the call
 * @param call that runs the statement
 * @param text of the statement as written
 * @param from where the value that is inserted comes from
 * @returns whether its author has thought of quotes, which a placeholder would make unnecessary: where they are inserted, or for a variable before
 */
export function areQuotesDoubled(file: FileFacts, call: CallFact, text: string, from: string): boolean {
  if (DOUBLES_QUOTES.test(text)) return true;
  return file.calls.some((other) => /^(replace|replaceAll)$/.test(other.name) && other.function === call.function && other.flowsTo !== null
    && compareSpans(other.span, call.span) < 0 && doublesQuotes(other)
    && (new RegExp(`(?<![\\w$.])${escapePattern(other.flowsTo)}(?![\\w$])`).test(text) || (/^\w+$/.test(text) && isOf(other, from))));
}

/** The value that a statement in a variable holds comes from the same place as what this call is given. */
function isOf({ args }: CallFact, from: string): boolean {
  return args.some(({ origins }) => origins.some((origin) => origin.text === from));
}

/** `name.replace("'", "''")`, `str.replace(name, "'", "''")`. */
function doublesQuotes({ callee, args }: CallFact): boolean {
  const [quote, two] = callee === 'str.replace' ? args.slice(1) : args;
  return QUOTES.test(quote?.text ?? '') && DOUBLED.test(two?.text ?? '');
}
