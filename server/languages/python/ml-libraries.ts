/** The one list of machine learning libraries, with what is true of each as a whole. What their functions do with data is in `learning/knowledge/libraries`. */

/** Properties of a library: its models take hyperparameters; its random functions take `random_state`. */
export type LibraryTrait = 'tuned' | 'random-state';

const TRAITS: Readonly<Record<string, readonly LibraryTrait[]>> = {
  'accelerate': [],
  'catboost': ['tuned'],
  'cuml': ['random-state'],
  'datasets': [],
  'fastai': [],
  'flax': [],
  'gensim': [],
  'h2o': [],
  'hyperopt': [],
  'imblearn': ['tuned', 'random-state'],
  'implicit': [],
  'jax': [],
  'keras': ['tuned'],
  'lightgbm': ['tuned'],
  'lightning': ['tuned'],
  'mlflow': [],
  'mxnet': [],
  'optuna': [],
  'paddle': [],
  'peft': [],
  'pycaret': [],
  'pyspark.ml': [],
  'pytorch_lightning': ['tuned'],
  'ray.train': [],
  'ray.tune': [],
  'sentence_transformers': [],
  'sklearn': ['tuned', 'random-state'],
  'skopt': ['random-state'],
  'sksurv': ['random-state'],
  'spacy': [],
  'stable_baselines3': [],
  'statsmodels': [],
  'surprise': ['random-state'],
  'tensorflow': ['tuned'],
  'timm': [],
  'torch': ['tuned'],
  'torchaudio': [],
  'torchvision': [],
  'transformers': ['tuned'],
  'xgboost': ['tuned'],
};

const ANY = modulesOf(Object.keys(TRAITS));

/**
 * @param module as an import names it
 * @returns whether it is a machine learning library or a part of one
 */
export function isLearningLibrary(module: string): boolean {
  return ANY.test(module);
}

/** @returns the libraries with this property, by import name */
export function librariesWith(trait: LibraryTrait): string[] {
  return Object.keys(TRAITS).filter((each) => TRAITS[each]!.includes(trait));
}

/** @returns a test of qualified names: these modules and their members */
export function modulesOf(libraries: readonly string[]): RegExp {
  return new RegExp(`^(${libraries.map((each) => each.replaceAll('.', '\\.')).join('|')})(\\.|$)`);
}
