/** Draws at random that nothing seeds. One seed for a whole library, anywhere in the file, is enough for all of its draws. */
import type { UnseededFact } from '../../../../../facts/learning-facts.ts';
import type { Call, Habits } from './walk.ts';

/** Take `random_state` and draw at random unless it is given. */
const DRAWS = /^(train_test_split|ShuffleSplit|StratifiedShuffleSplit|GroupShuffleSplit|RepeatedKFold|RepeatedStratifiedKFold|(RandomForest|ExtraTrees?|DecisionTree|GradientBoosting|HistGradientBoosting|AdaBoost|Bagging|SGD|MLP)(Classifier|Regressor)|IsolationForest|KMeans|MiniBatchKMeans|GaussianMixture|TSNE|RandomizedSearchCV|SMOTE\w*|ADASYN|BorderlineSMOTE|RandomOverSampler|RandomUnderSampler|resample|shuffle|make_classification|make_regression|make_blobs|make_moons)$/;
/** Ensembles that hand their own seed to the model that they repeat; a class that hands it to the one above is one as well. */
const SEEDS_ITS_PARTS = /^((Balanced)?Bagging(Classifier|Regressor)|AdaBoost(Classifier|Regressor)|EasyEnsembleClassifier|RUSBoostClassifier|ClassifierChain|RegressorChain|__init__)$/;
const SHUFFLES = /^(KFold|StratifiedKFold|StratifiedGroupKFold)$/;
const SEED_ALL = /(^|\.)(seed_everything|set_seed|set_random_seed|seed_all|fix_seeds?|set_all_seeds|enable_full_determinism)$/;
const NUMPY_DRAW = /^numpy\.random\.(rand|randn|randint|random|choice|shuffle|permutation|normal|uniform|binomial|standard_normal|random_sample|beta|poisson)$/;
const PYTHON_DRAW = /^random\.(random|randint|choice|choices|shuffle|sample|uniform|gauss|randrange)$/;
const TORCH_DRAW = /^torch\.(rand|randn|randint|randperm|utils\.data\.random_split)$|(^|\.)random_split$|\.backward$/;

export function unseededIn({ calls, imported, text }: Habits): UnseededFact[] {
  const seeded = (pattern: RegExp): boolean => calls.some((call) => pattern.test(call.name) || (SEED_ALL.test(call.name) && (call.positional.length > 0 || call.named.size > 0 || !/set_random_seed/.test(call.name))));
  const numpy = seeded(/^numpy\.random\.seed$/);
  const found: UnseededFact[] = [];
  const first = (pattern: RegExp, unless: RegExp, name: string, call: string): void => {
    const draw = seeded(unless) ? undefined : calls.find((each) => pattern.test(each.name));
    if (draw !== undefined) found.push({ span: draw.node.span, name, argument: null, call });
  };
  // What these are given, they seed themselves.
  const seeding = calls.filter((call) => SEEDS_ITS_PARTS.test(call.last));
  const isPart = (call: Call): boolean => seeding.some(({ node }) => node !== call.node && node.start <= call.node.start && call.node.end <= node.end);
  if (!numpy) for (const call of calls) if (drawsFreely(call, imported) && !isPart(call)) found.push({ span: call.node.span, name: call.last, argument: 'random_state', call: 'numpy.random.seed' });
  first(NUMPY_DRAW, /^numpy\.random\.seed$/, 'numpy.random', 'numpy.random.seed');
  first(PYTHON_DRAW, /^random\.seed$/, 'random', 'random.seed');
  const generator = calls.find((call) => /^numpy\.random\.(default_rng|RandomState)$/.test(call.name) && call.positional.length === 0 && call.named.size === 0 && !call.open);
  if (generator !== undefined) found.push({ span: generator.node.span, name: generator.last, argument: 'seed', call: 'numpy.random.default_rng' });
  if (imported.some((name) => /^(torch|pytorch_lightning|lightning)\b/.test(name))) first(TORCH_DRAW, /^torch\.(cuda\.)?(manual_seed|manual_seed_all)$|\.manual_seed$/, 'torch', 'torch.manual_seed');
  if (imported.some((name) => /^(tensorflow|keras)\b/.test(name)) && /\b(Sequential|Model)\(/.test(text)) first(/\.(fit|fit_generator)$/, /(^|\.)random\.set_seed$|(^|\.)set_random_seed$/, 'tensorflow', 'tf.random.set_seed');
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function drawsFreely(call: Call, imported: readonly string[]): boolean {
  if (call.open) return false;
  const state = call.named.get('random_state') ?? call.named.get('seed');
  if (state !== undefined) return state.type === 'none';
  if (call.last === 'sample') return (call.named.has('frac') || call.named.has('n') || call.named.has('replace')) && !/^random\./.test(call.name) && imported.some((name) => /^pandas\b/.test(name));
  if (SHUFFLES.test(call.last)) return call.named.get('shuffle')?.type === 'true';
  if (call.named.get('shuffle')?.type === 'false' || !DRAWS.test(call.last)) return false;
  // `random.shuffle`, `dataset.shuffle()` are others.
  return !/^(shuffle|resample)$/.test(call.last) || /^sklearn\./.test(call.name);
}
