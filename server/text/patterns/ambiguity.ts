/**
 * Whether an engine that tries one way after the other can need exponential time for a regular expression: a loop in which the same text can be
 * read in two ways. Each repetition then doubles the ways, and all of them are tried when the rest does not match (Weideman et al., "Analyzing
 * matching time behavior of backtracking regular expression matchers", 2016).
 */
import { compileExpression, parseExpression, RefusedPattern, type CharacterTest, type Program } from './program.ts';

/** More steps that take a character than this are not compared with each other. */
const MOST_STEPS = 150;
/** From one step to the next; more are not told apart. */
const MOST_WAYS = 500;
/** Characters that stand for all others of their kind: ASCII, and some of other scripts. */
const SAMPLES = [...Array.from({ length: 128 }, (_, code) => code), 0x85, 0xa0, 0xe9, 0x3b1, 0x2028, 0x4e2d, 0xd83d];
/** A group that is repeated; without one, no loop has two ways. */
const REPEATED_GROUP = /\)(?:[*+]|\{\d+,\})/;
/** `(a*)*` is `(a+)*`: a repetition that takes nothing ends. */
const LOOP_OF_MAYBE = /(?<!\\)\*\)(?=[*+])/g;

/** A step that takes a character, and those that may come next, with the number of ways there: one, or more. */
interface Step {
  takes: bigint;
  next: Map<number, number>;
}

/**
 * @param source of an expression, without flags
 * @returns true only where some text surely takes exponential time; false as well for what is not understood
 */
export function isExponential(source: string): boolean {
  if (!REPEATED_GROUP.test(source)) return false;
  try {
    const program = compileExpression(parseExpression(source.replace(LOOP_OF_MAYBE, '+)')));
    if (program.filter(({ op }) => op === 'character').length > MOST_STEPS) return false;
    const steps = stepsOf(program);
    return [...steps.keys()].some((at) => isAmbiguous(steps, at));
  } catch (error) {
    if (error instanceof RefusedPattern) return false;
    throw error;
  }
}

function stepsOf(program: Program): Map<number, Step> {
  const steps = new Map<number, Step>();
  program.forEach((instruction, at) => {
    if (instruction.op !== 'character') return;
    const { next, mayEnd } = after(program, at + 1);
    // Where the expression may end, it does, and no other way is tried.
    if (!mayEnd) steps.set(at, { takes: sampled(instruction.test), next });
  });
  return steps;
}

function sampled(test: CharacterTest): bigint {
  return SAMPLES.reduce((set, code, at) => (test(code) ? set | (1n << BigInt(at)) : set), 0n);
}

/** What can follow without a character. Conditions may forbid a way, so none that leads through one counts. */
function after(program: Program, start: number): Pick<Step, 'next'> & { mayEnd: boolean } {
  const next = new Map<number, number>();
  let mayEnd = false;
  let left = MOST_WAYS;
  const passed = new Set<number>();
  const follow = (at: number): void => {
    const instruction = program[at];
    // No way passes the same place twice: a repetition that takes nothing ends.
    if (instruction === undefined || passed.has(at) || left-- <= 0) return;
    if (instruction.op === 'character') next.set(at, Math.min(2, (next.get(at) ?? 0) + 1));
    else if (instruction.op === 'match') mayEnd = true;
    else if (instruction.op === 'fork') {
      passed.add(at);
      for (const to of instruction.to) follow(to);
      passed.delete(at);
    }
  };
  follow(start);
  return { next, mayEnd };
}

/** Two different ways lead from a step back to it over the same text. */
function isAmbiguous(steps: ReadonlyMap<number, Step>, start: number): boolean {
  const key = (a: number, b: number, differs: boolean): string => `${a} ${b} ${String(differs)}`;
  const waiting: [number, number, boolean][] = [[start, start, false]];
  const met = new Set<string>();
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [a, b, differs] = pair;
    for (const [toA, ways] of steps.get(a)!.next) {
      for (const toB of steps.get(b)!.next.keys()) {
        const [first, second] = [steps.get(toA), steps.get(toB)];
        if (first === undefined || second === undefined || (first.takes & second.takes) === 0n) continue;
        const differ = differs || toA !== toB || (a === b && ways > 1);
        if (toA === start && toB === start && differ) return true;
        const name = key(toA, toB, differ);
        if (!met.has(name)) {
          met.add(name);
          waiting.push([toA, toB, differ]);
        }
      }
    }
  }
  return false;
}
