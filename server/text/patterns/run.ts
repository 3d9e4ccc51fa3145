/** Runs the programs of `program.ts` over a text: one step for each character and instruction, without backtracking. */
import type { Condition, Instruction, Program } from './program.ts';

/** For each place between two characters, whether a condition holds. */
type Places = Uint8Array;

interface Run {
  text: string;
  /** Results of the conditions, computed once for each text. */
  known: Map<Condition, Places>;
}

/**
 * @param program of an expression
 * @param text to match from its start; the expression says itself whether it has to reach the end
 * @returns whether it matches
 */
export function matches(program: Program, text: string): boolean {
  return placesReached(program, { text, known: new Map() }, { isBackwards: false, startsEverywhere: false }).includes(1);
}

/**
 * Follows all ways through a program at once.
 * @param startsEverywhere starts at every place, not only at the first
 * @returns the places at which it has matched
 */
function placesReached(program: Program, run: Run, { isBackwards, startsEverywhere }: { isBackwards: boolean; startsEverywhere: boolean }): Places {
  const { length } = run.text;
  const reached: Places = new Uint8Array(length + 1);
  // Instructions that were met at a place carry its number, so that none is met twice there.
  const met = new Int32Array(program.length).fill(-1);
  let current: number[] = [];
  let next: number[] = [];
  const waiting: number[] = [];

  /** Goes on from an instruction to all those that take a character next. */
  const follow = (from: number, place: number, into: number[]): void => {
    waiting.push(from);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (met[at] === place) continue;
      met[at] = place;
      const instruction: Instruction = program[at]!;
      if (instruction.op === 'character') into.push(at);
      else if (instruction.op === 'match') reached[place] = 1;
      else if (instruction.op === 'fork') waiting.push(...instruction.to);
      else if (holds(instruction.condition, place, run)) waiting.push(at + 1);
    }
  };

  const first = isBackwards ? length : 0;
  follow(0, first, current);
  for (let read = 0; read < length && (startsEverywhere || current.length > 0); read++) {
    const place = isBackwards ? length - read - 1 : read + 1;
    const code = run.text.charCodeAt(isBackwards ? place : read);
    for (const at of current) {
      const instruction = program[at]!;
      if (instruction.op === 'character' && instruction.test(code)) follow(at + 1, place, next);
    }
    if (startsEverywhere) follow(0, place, next);
    [current, next] = [next, current];
    next.length = 0;
  }
  return reached;
}

function holds(condition: Condition, place: number, run: Run): boolean {
  switch (condition.kind) {
    case 'start': return place === 0;
    case 'end': return place === run.text.length;
    case 'boundary': return (isWord(run.text, place - 1) !== isWord(run.text, place)) !== condition.negate;
    case 'around': return (placesAround(condition, run)[place] === 1) !== condition.negate;
  }
}

/**
 * Where a look-around matches, for all places in one run: what lies ahead of a place is read from the end of the text
 * by a program written backwards, which starts at every place; the places it reaches are those where it matches.
 */
function placesAround(condition: Condition & { kind: 'around' }, run: Run): Places {
  const places = run.known.get(condition) ?? placesReached(condition.program, run, { isBackwards: condition.ahead, startsEverywhere: true });
  run.known.set(condition, places);
  return places;
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /\w/.test(text[at]!);
}
