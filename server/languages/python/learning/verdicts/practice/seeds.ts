/** Random draws that nothing seeds. One seed for a whole library, anywhere in the file, is enough for all of its draws. */
import type { UnseededFact } from '../../../../../facts/learning-facts.ts';
import { DECIDES, DRAWS, NUMPY_DRAW, PYTHON_DRAW, SEEDS_ALL, SEEDS_ITS_PARTS, SHUFFLES, TORCH_DRAW } from '../../knowledge/habits.ts';
import { trainingReachedIn } from './flows.ts';
import { reachedIn } from './reached.ts';
import type { Call, Habits } from './walk.ts';

export function unseededIn(habits: Habits): UnseededFact[] {
  const { calls, imported, text } = habits;
  const isReached = reachedIn(habits);
  const trains = trainingReachedIn(habits);
  const meaning = (draw: Call): Pick<UnseededFact, 'use' | 'runs' | 'trains'> => ({
    use: useOf(draw), runs: isReached(draw), ...(trains(draw) ? { trains: true as const } : {}),
  });
  const found: UnseededFact[] = [...withoutState(habits, meaning), ...generators(calls, meaning)];
  const first = (pattern: RegExp, unless: RegExp, name: string, call: string): void => {
    const draws = isSeeded(calls, unless) ? [] : calls.filter((each) => pattern.test(each.name));
    // What the file runs itself says more than what it offers to others.
    const run = draws.filter(isReached);
    const draw = run.slice(0, MOST_FOLLOWED).find(trains) ?? run[0] ?? draws[0];
    if (draw !== undefined) found.push({ span: draw.node.span, name, argument: null, call, ...meaning(draw) });
  };
  first(NUMPY_DRAW, NUMPY_SEED, 'numpy.random', 'numpy.random.seed');
  first(PYTHON_DRAW, /^random\.seed$/, 'random', 'random.seed');
  if (imported.some((name) => /^(torch|pytorch_lightning|lightning)\b/.test(name))) {
    first(TORCH_DRAW, /^torch\.(cuda\.)?(manual_seed|manual_seed_all)$|\.manual_seed$/, 'torch', 'torch.manual_seed');
  }
  if (imported.some((name) => /^(tensorflow|keras)\b/.test(name)) && /\b(Sequential|Model)\(/.test(text)) {
    first(/\.(fit|fit_generator)$/, /(^|\.)random\.set_seed$|(^|\.)set_random_seed$/, 'tensorflow', 'tf.random.set_seed');
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** How many draws of one library are followed. */
const MOST_FOLLOWED = 50;
const NUMPY_SEED = /^numpy\.random\.seed$/;

/** A library is seeded by its own function, or by one that seeds all of them. */
function isSeeded(calls: readonly Call[], pattern: RegExp): boolean {
  const isGiven = ({ name, positional, named }: Call): boolean => positional.length > 0 || named.size > 0 || !/set_random_seed/.test(name);
  return calls.some((call) => pattern.test(call.name) || (SEEDS_ALL.test(call.name) && isGiven(call)));
}

type Meaning = (call: Call) => Pick<UnseededFact, 'use' | 'runs' | 'trains'>;

/** Calls that lack `random_state`, unless they are given to something that seeds them, or NumPy is seeded. */
function withoutState({ calls, imported }: Habits, meaning: Meaning): UnseededFact[] {
  if (isSeeded(calls, NUMPY_SEED)) return [];
  const seeding = calls.filter((call) => SEEDS_ITS_PARTS.test(call.last));
  const isPart = (call: Call): boolean => seeding.some(({ node }) => node !== call.node && node.start <= call.node.start && call.node.end <= node.end);
  return calls.filter((call) => drawsFreely(call, imported) && !isPart(call)).map((call) => ({
    span: call.node.span, name: call.last, argument: splitsItself(call, imported) ? 'seed' : 'random_state', call: 'numpy.random.seed',
    ...meaning(call),
  }));
}

/** `dataset.train_test_split()` of Hugging Face, which has its own name for the argument; libraries for learning have a function. */
function splitsItself({ name, last }: Call, imported: readonly string[]): boolean {
  return last === 'train_test_split' && name !== last && !imported.some((known) => name === known || (name.startsWith(`${known}.`) && !/[([]/.test(name)));
}

/** The first generator that is made without a seed. */
function generators(calls: readonly Call[], meaning: Meaning): UnseededFact[] {
  const isBare = ({ positional, named, open }: Call): boolean => positional.length === 0 && named.size === 0 && !open;
  const generator = calls.find((call) => /^numpy\.random\.(default_rng|RandomState)$/.test(call.name) && isBare(call));
  if (generator === undefined) return [];
  return [{ span: generator.node.span, name: generator.last, argument: 'seed', call: 'numpy.random.default_rng', ...meaning(generator), use: 'numbers' }];
}

/** What the draw is for, as far as its name tells. */
function useOf({ last, named }: Call): UnseededFact['use'] {
  // `table.sample(n=5)` is mostly a look at the data.
  if (last === 'sample' && named.has('n')) return 'look';
  return DECIDES.test(last) ? 'result' : 'numbers';
}

function drawsFreely(call: Call, imported: readonly string[]): boolean {
  if (call.open) return false;
  const state = call.named.get('random_state') ?? call.named.get('seed');
  if (state !== undefined) return state.type === 'none';
  if (call.last === 'sample') {
    const ofTable = ['frac', 'n', 'replace'].some((name) => call.named.has(name)) && !/^random\./.test(call.name);
    return ofTable && imported.some((name) => /^pandas\b/.test(name));
  }
  if (SHUFFLES.test(call.last)) return call.named.get('shuffle')?.type === 'true';
  if (call.named.get('shuffle')?.type === 'false' || !DRAWS.test(call.last)) return false;
  // `random.shuffle` and `dataset.shuffle()` are other functions.
  return !/^(shuffle|resample)$/.test(call.last) || /^sklearn\./.test(call.name);
}
