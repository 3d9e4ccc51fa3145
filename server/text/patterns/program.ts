/**
 * A regular expression as a small program for `run.ts`, which follows all of its ways at once instead of trying one
 * after the other (Thompson, "Regular expression search algorithm", 1968; Pike's machine). Matching takes time in
 * proportion to the text and to the program, whatever the expression.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Returns whether a UTF-16 code unit belongs to a set. */
export type CharacterTest = (code: number) => boolean;

/** What holds between two characters, whichever way the text is read. */
export type Condition =
  | { kind: 'start' | 'end' }
  | { kind: 'boundary'; negate: boolean }
  /** A program that has to match from here on (`ahead`) or up to here. Ahead, it is written backwards: see `run.ts`. */
  | { kind: 'around'; ahead: boolean; negate: boolean; program: Program };

export type Instruction =
  | { op: 'character'; test: CharacterTest }
  | { op: 'condition'; condition: Condition }
  /** Goes on at each of these. */
  | { op: 'fork'; to: number[] }
  | { op: 'match' };

export type Program = readonly Instruction[];

/** Why an expression cannot be matched in linear time. The message is for users. */
export class RefusedPattern extends Error {}

/** More than this many steps is no pattern that somebody wrote by hand. */
const LONGEST_PROGRAM = 20_000;

/** @param source of an expression without flags @returns its tree @throws {RefusedPattern} when it is no expression, or nested too deeply */
export function parseExpression(source: string): AST.Pattern {
  try {
    return new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source);
  } catch {
    throw new RefusedPattern('it is not a pattern');
  }
}

/**
 * @param pattern tree of the expression
 * @returns its program, to be run from the start of the text
 * @throws {RefusedPattern} for references to earlier groups, and for programs that would be too long
 */
export function compileExpression(pattern: AST.Pattern): Program {
  return compile(pattern.alternatives, { isBackwards: false, size: { left: LONGEST_PROGRAM } });
}

interface Writing {
  /** The text is read from its end. */
  isBackwards: boolean;
  /** Shared by all programs of one expression. */
  size: { left: number };
}

function compile(alternatives: readonly AST.Alternative[], writing: Writing): Program {
  const program: Instruction[] = [];
  writeAlternatives(program, alternatives, writing);
  add(program, { op: 'match' }, writing);
  return program;
}

function add(program: Instruction[], instruction: Instruction, { size }: Writing): void {
  if (size.left-- <= 0) throw new RefusedPattern('it is too long');
  program.push(instruction);
}

/** A fork whose ways are filled in later. */
function addFork(program: Instruction[], writing: Writing): number[] {
  const to: number[] = [];
  add(program, { op: 'fork', to }, writing);
  return to;
}

function writeAlternatives(program: Instruction[], alternatives: readonly AST.Alternative[], writing: Writing): void {
  if (alternatives.length === 1) return writeSequence(program, alternatives[0]!.elements, writing);
  const fork = addFork(program, writing);
  const ends = alternatives.map(({ elements }) => {
    fork.push(program.length);
    writeSequence(program, elements, writing);
    return addFork(program, writing);
  });
  for (const end of ends) end.push(program.length);
}

function writeSequence(program: Instruction[], elements: readonly AST.Element[], writing: Writing): void {
  for (const element of writing.isBackwards ? elements.toReversed() : elements) writeElement(program, element, writing);
}

function writeElement(program: Instruction[], element: AST.Element, writing: Writing): void {
  switch (element.type) {
    case 'Character':
      return add(program, { op: 'character', test: (code) => code === element.value }, writing);
    case 'CharacterSet': case 'CharacterClass':
      return add(program, { op: 'character', test: characterTest(element.raw) }, writing);
    case 'Group': case 'CapturingGroup':
      return writeAlternatives(program, element.alternatives, writing);
    case 'Quantifier':
      return writeRepeated(program, element, writing);
    case 'Assertion':
      return add(program, { op: 'condition', condition: conditionOf(element, writing) }, writing);
    default:
      throw new RefusedPattern('it refers back to an earlier part of itself');
  }
}

function writeRepeated(program: Instruction[], { element, min, max }: AST.Quantifier, writing: Writing): void {
  for (let times = 0; times < min; times++) writeElement(program, element, writing);
  if (max === Infinity) {
    const start = program.length;
    const fork = addFork(program, writing);
    fork.push(program.length);
    writeElement(program, element, writing);
    addFork(program, writing).push(start);
    fork.push(program.length);
    return;
  }
  const forks = Array.from({ length: max - min }, () => {
    const fork = addFork(program, writing);
    fork.push(program.length);
    writeElement(program, element, writing);
    return fork;
  });
  for (const fork of forks) fork.push(program.length);
}

function conditionOf(assertion: AST.Assertion, writing: Writing): Condition {
  switch (assertion.kind) {
    case 'start': case 'end': return { kind: assertion.kind };
    case 'word': return { kind: 'boundary', negate: assertion.negate };
    case 'lookahead': case 'lookbehind': {
      const ahead = assertion.kind === 'lookahead';
      const program = compile(assertion.alternatives, { ...writing, isBackwards: ahead });
      return { kind: 'around', ahead, negate: assertion.negate, program };
    }
  }
}

/** Codes of ASCII, which paths mostly consist of. */
const PLAIN = 128;

/** @param raw a set or class of characters as written in an expression: it holds no repetition */
function characterTest(raw: string): CharacterTest {
  const one = new RegExp(`^${raw}$`);
  const plain = Uint8Array.from({ length: PLAIN }, (_, code) => Number(one.test(String.fromCharCode(code))));
  return (code) => (code < PLAIN ? plain[code] === 1 : one.test(String.fromCharCode(code)));
}
