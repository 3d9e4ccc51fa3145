/** Words for the faults of a text that is not JSON. */
import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { ConfigProblem } from './config.ts';
import type { SpanFinder } from './positions.ts';

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value. Text needs double quotes.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'Expected a key in double quotes.',
  ValueExpected: 'Expected a value.',
  ColonExpected: 'Expected a colon.',
  CommaExpected: 'Missing comma.',
  CloseBraceExpected: 'Missing closing "}".',
  CloseBracketExpected: 'Missing closing "]".',
  EndOfFileExpected: 'Unexpected text after the end of the configuration.',
  InvalidCommentToken: 'This is not a valid comment.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  UnexpectedEndOfString: 'Missing closing quote.',
  UnexpectedEndOfNumber: 'This number is incomplete.',
  InvalidUnicode: 'Invalid Unicode escape.',
  InvalidEscapeCharacter: 'Unknown escape sequence. Write a backslash as two.',
  InvalidCharacter: 'This character is not allowed here.',
};

/**
 * @param errors of the parser; none when the text is empty
 * @param spans of the text
 */
export function syntaxProblems(errors: readonly ParseError[], spans: SpanFinder): ConfigProblem[] {
  if (errors.length === 0) return [{ message: 'The file is empty. Write at least {}.', path: [], span: spans.at(0, 0), severity: 'error' }];
  return errors.map(({ error, offset, length }) => ({
    message: SYNTAX_MESSAGES[printParseErrorCode(error)] ?? 'This is not JSON.',
    path: [],
    span: spans.at(offset, length),
    severity: 'error',
  }));
}
