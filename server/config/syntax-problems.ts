/** What is wrong with a text that is no JSON, in words. */
import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { ConfigProblem } from './config.ts';
import type { SpanFinder } from './positions.ts';

const SYNTAX_MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no value. Text needs double quotes.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing "}" is missing.',
  CloseBracketExpected: 'A closing "]" is missing.',
  EndOfFileExpected: 'The document has ended before this.',
  InvalidCommentToken: 'This is no comment.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'This text has no closing quote.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'This is no Unicode escape.',
  InvalidEscapeCharacter: 'This escape is not known. For a backslash write two.',
  InvalidCharacter: 'This character is not allowed here.',
};

/**
 * @param errors of the parser; none when there is nothing in it
 * @param spans of the text
 */
export function syntaxProblems(errors: readonly ParseError[], spans: SpanFinder): ConfigProblem[] {
  if (errors.length === 0) return [{ message: 'The file is empty. The least that it can hold is {}.', path: [], span: spans.at(0, 0), severity: 'error' }];
  return errors.map(({ error, offset, length }) => ({
    message: SYNTAX_MESSAGES[printParseErrorCode(error)] ?? 'This is not JSON.',
    path: [],
    span: spans.at(offset, length),
    severity: 'error',
  }));
}
