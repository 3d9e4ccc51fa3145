/** Libraries of which only a few names matter, and those whose mention alone makes a file worth reading. */
import type { LibraryRows } from '../roles.ts';

export const STATSMODELS: LibraryRows = {
  packages: 'statsmodels',
  marks: true,
  names: {
    reader: 'get_rdataset',
    statistic: 'variance_inflation_factor',
    predicts: 'forecast get_prediction',
    learnedNumbers: 'pvalues params',
  },
};

export const SPARK: LibraryRows = {
  packages: 'pyspark.ml',
  marks: true,
  names: {
    sameRows: 'persist coalesce repartition',
    head: 'limit',
    splitsByShares: 'randomSplit',
    appends: 'union unionAll',
    tellsKnowledge: 'feature_importances',
  },
};

export const IMAGES: LibraryRows = {
  packages: 'cv2 PIL skimage imageio',
  names: {
    holdsRows: 'Image',
    reader: 'imread loadmat',
    likeness: 'rotate random_noise warpAffine',
  },
};

export const OPTIMIZERS: LibraryRows = {
  packages: 'hyperopt skopt optuna',
  names: { optimizes: 'fmin optimize minimize gp_minimize forest_minimize maximize' },
};

export const POLARS: LibraryRows = {
  packages: 'polars',
  names: { reader: 'from_csv scan_csv' },
};

/** Files that use these are read; what they do is mostly known by their names. */
export const FURTHER: LibraryRows = {
  packages: 'fastai mxnet implicit surprise pycaret h2o jax',
  marks: true,
  names: { holdsRows: 'AnnData H2OFrame', transforms: 'wrap' },
};
