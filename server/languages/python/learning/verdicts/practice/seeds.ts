/** Random draws that nothing seeds. One seed for a whole library, anywhere in the file, is enough for all of its draws. */
import type { UnseededFact } from '../../../../../facts/learning-facts.ts';
import {
  DRAWS, LISTS_STATE, NUMPY_DRAW, PYTHON_DRAW, SEEDS_ALL, SEEDS_ITS_PARTS, SHUFFLES, TAKES_STATE, TORCH_DRAW, TRAINS_IN_ROUNDS,
} from '../../knowledge/habits.ts';
import { reachedIn } from './reached.ts';
import type { Call, Habits } from './walk.ts';

export function unseededIn(habits: Habits): UnseededFact[] {
  const { calls, imported, text } = habits;
  const isReached = reachedIn(habits);
  const found: UnseededFact[] = [...withoutState(habits, isReached), ...generators(calls, isReached)];
  const first = (isDraw: (call: Call) => boolean, seeds: RegExp, name: string, call: string): void => {
    const draws = isSeeded(calls, seeds) ? [] : calls.filter(isDraw);
    // What the file runs itself matters more than what it offers to others.
    const draw = draws.find(isReached) ?? draws[0];
    if (draw !== undefined) found.push({ span: draw.node.span, name, argument: null, call, runs: isReached(draw) });
  };
  const named = (pattern: RegExp) => ({ name }: Call): boolean => pattern.test(name);
  const imports = (pattern: RegExp): boolean => imported.some((name) => pattern.test(name));
  first(named(NUMPY_DRAW), NUMPY_SEED, 'numpy.random', 'numpy.random.seed');
  first(named(PYTHON_DRAW), /^random\.seed$/, 'random', 'random.seed');
  if (imports(/^(torch|pytorch_lightning|lightning)\b/)) {
    first(named(TORCH_DRAW), /^torch\.(cuda\.)?(manual_seed|manual_seed_all)$|\.manual_seed$/, 'torch', 'torch.manual_seed');
  }
  if (imports(/^(tensorflow|keras)\b/) && /\b(Sequential|Model)\(/.test(text)) {
    // Of several libraries in a file, the one that trains in rounds is meant: others have a `fit` too.
    const isAlone = !imports(TAKES_STATE);
    const fits = ({ name, named: given }: Call): boolean => (
      /\.(fit|fit_generator)$/.test(name) && (isAlone || [...given.keys()].some((key) => TRAINS_IN_ROUNDS.test(key))));
    // Keras by itself may run on a library other than TensorFlow, which its own function seeds too.
    const [library, call] = imports(/^tensorflow\b/) ? ['tensorflow', 'tf.random.set_seed'] : ['keras', 'keras.utils.set_random_seed'];
    first(fits, /(^|\.)random\.set_seed$|(^|\.)set_random_seed$/, library!, call!);
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

const NUMPY_SEED = /^numpy\.random\.seed$/;

/** A library is seeded by its own function, or by one that seeds all of them. */
function isSeeded(calls: readonly Call[], pattern: RegExp): boolean {
  const isGiven = ({ name, positional, named }: Call): boolean => positional.length > 0 || named.size > 0 || !/set_random_seed/.test(name);
  return calls.some((call) => pattern.test(call.name) || (SEEDS_ALL.test(call.name) && isGiven(call)));
}

/** Calls that lack `random_state`, unless they are passed to something that seeds them, or NumPy is seeded. */
function withoutState(habits: Habits, isReached: (call: Call) => boolean): UnseededFact[] {
  const { calls } = habits;
  if (isSeeded(calls, NUMPY_SEED)) return [];
  const seeding = calls.filter((call) => SEEDS_ITS_PARTS.test(call.last));
  const isPart = (call: Call): boolean => seeding.some(({ node }) => node !== call.node && node.start <= call.node.start && call.node.end <= node.end);
  return calls.flatMap((call) => {
    const argument = isPart(call) ? null : missing(call, habits);
    return argument === null ? [] : [{ span: call.node.span, name: call.last, argument, call: 'numpy.random.seed', runs: isReached(call) }];
  });
}

/** The first generator that is created without a seed. */
function generators(calls: readonly Call[], isReached: (call: Call) => boolean): UnseededFact[] {
  const isBare = ({ positional, named, open }: Call): boolean => positional.length === 0 && named.size === 0 && !open;
  const generator = calls.find((call) => /^numpy\.random\.(default_rng|RandomState)$/.test(call.name) && isBare(call));
  if (generator === undefined) return [];
  return [{ span: generator.node.span, name: generator.last, argument: 'seed', call: 'numpy.random.default_rng', runs: isReached(generator) }];
}

/** @returns the argument that would seed a call; null where it has one, takes none, or draws nothing */
function missing(call: Call, { imported, text }: Habits): 'random_state' | 'seed' | null {
  const { name, last, named, open } = call;
  const state = named.get('random_state') ?? named.get('seed');
  if (open || (state !== undefined && state.type !== 'none') || named.get('shuffle')?.type === 'false') return null;
  if (last === 'sample') {
    const ofTable = ['frac', 'n', 'replace'].some((each) => named.has(each)) && !/^random\./.test(name);
    return ofTable && imported.some((each) => /^pandas\b/.test(each)) ? 'random_state' : null;
  }
  if (SHUFFLES.test(last) ? named.get('shuffle')?.type !== 'true' : !DRAWS.test(last)) return null;
  // A project's own function of this name has arguments of its own.
  if (TAKES_STATE.test(name) || (name === last && LISTS_STATE.test(text))) return 'random_state';
  return last === 'train_test_split' && splitsItself(call, imported) ? 'seed' : null;
}

/** `dataset.train_test_split()` of Hugging Face, which has its own name for the argument. */
function splitsItself({ name, last }: Call, imported: readonly string[]): boolean {
  const isOf = (known: string): boolean => name.startsWith(`${known}.`) && !/[([]/.test(name);
  return name !== last && imported.some((known) => /^datasets\b/.test(known)) && !imported.some((known) => name === known || isOf(known));
}
