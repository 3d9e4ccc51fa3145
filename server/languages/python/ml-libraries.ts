/** The one list of libraries of machine learning, with what holds for each as a whole. */

/**
 * What holds for a library: a file that names it may hold data worth following; its models take numbers
 * that are tuned; its functions that draw at random take `random_state`.
 */
export type LibraryTrait = 'followed' | 'tuned' | 'random-state';

const TRAITS: Readonly<Record<string, readonly LibraryTrait[]>> = {
  'accelerate': [],
  'catboost': ['followed', 'tuned'],
  'cuml': ['random-state'],
  'datasets': [],
  'fastai': ['followed'],
  'flax': [],
  'gensim': [],
  'h2o': ['followed'],
  'hyperopt': [],
  'imblearn': ['followed', 'tuned', 'random-state'],
  'implicit': ['followed'],
  'jax': ['followed'],
  'keras': ['followed', 'tuned'],
  'lightgbm': ['followed', 'tuned'],
  'lightning': ['followed', 'tuned'],
  'mlflow': [],
  'mxnet': ['followed'],
  'optuna': [],
  'paddle': [],
  'peft': [],
  'pycaret': ['followed'],
  'pyspark.ml': ['followed'],
  'pytorch_lightning': ['tuned'],
  'ray.train': [],
  'ray.tune': [],
  'sentence_transformers': [],
  'sklearn': ['followed', 'tuned', 'random-state'],
  'skopt': ['random-state'],
  'sksurv': ['random-state'],
  'spacy': [],
  'stable_baselines3': [],
  'statsmodels': ['followed'],
  'surprise': ['followed', 'random-state'],
  'tensorflow': ['followed', 'tuned'],
  'timm': [],
  'torch': ['followed', 'tuned'],
  'torchaudio': [],
  'torchvision': [],
  'transformers': ['followed', 'tuned'],
  'xgboost': ['followed', 'tuned'],
};

const ANY = modulesOf(Object.keys(TRAITS));

/**
 * @param module as an import names it
 * @returns whether it is a library of machine learning or a part of one
 */
export function isLearningLibrary(module: string): boolean {
  return ANY.test(module);
}

/** @returns the libraries for which this holds, by the names that programs import */
export function librariesWith(trait: LibraryTrait): string[] {
  return Object.keys(TRAITS).filter((each) => TRAITS[each]!.includes(trait));
}

/** @returns a test of qualified names: these modules, and what is in them */
export function modulesOf(libraries: readonly string[]): RegExp {
  return new RegExp(`^(${libraries.map((each) => each.replaceAll('.', '\\.')).join('|')})(\\.|$)`);
}
