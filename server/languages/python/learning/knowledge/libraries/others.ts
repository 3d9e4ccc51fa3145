/** Libraries with only a few relevant names, and those whose mention alone makes a file worth reading. */
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
  aliases: 'pl=polars',
  marks: true,
  names: {
    reader: 'from_csv scan_csv scan_parquet scan_ndjson scan_ipc from_pandas',
    namesColumns: `
      polars.col polars.all polars.exclude polars.nth polars.element polars.numeric polars.float polars.integer polars.by_name polars.by_dtype polars.matches
      polars.starts_with polars.ends_with polars.contains`,
    ofNamedColumn: 'polars.mean polars.median polars.std polars.var polars.min polars.max polars.quantile',
    addsColumns: 'with_columns with_column',
    choosesColumns: 'select',
    fillsByStrategy: 'fill_null fill_nan',
    applies: 'map_batches map_elements',
    appliesWhole: 'map_batches',
    neighbours: 'cum_sum cum_max cum_min cum_prod rolling_mean rolling_std rolling_sum rolling_max rolling_min rolling_median ewm_mean forward_fill',
    shape: 'n_unique null_count',
    conditions: 'is_null is_not_null is_between',
    asksEmpty: 'is_null is_not_null',
    negates: 'is_not_null',
    groups: 'group_by',
    slices: 'slice',
    appends: 'vstack',
    filters: 'drop_nulls',
  },
};

/** Files that use these are read; what they do is mostly known by their names. */
export const FURTHER: LibraryRows = {
  packages: 'fastai mxnet implicit surprise pycaret h2o jax',
  marks: true,
  names: { holdsRows: 'AnnData H2OFrame', transforms: 'wrap' },
};

/** Gradient boosting: XGBoost, LightGBM, CatBoost. */
export const BOOSTING: LibraryRows = {
  packages: 'xgboost lightgbm catboost',
  aliases: 'xgb=xgboost lgb=lightgbm',
  marks: true,
  names: {
    holdsRows: 'DMatrix QuantileDMatrix Pool',
    watcher: 'early_stopping',
    trains: 'xgboost.train lightgbm.train catboost.train',
    crossValidates: 'xgboost.cv lightgbm.cv catboost.cv',
  },
};

/** imbalanced-learn: rows drawn again, left out, or made to resemble others. */
export const RESAMPLING: LibraryRows = {
  packages: 'imblearn',
  marks: true,
  names: {
    oversampler: 'SMOTE SMOTENC SMOTEN BorderlineSMOTE SVMSMOTE KMeansSMOTE ADASYN RandomOverSampler SMOTEENN SMOTETomek',
    undersampler: `
      RandomUnderSampler NearMiss TomekLinks EditedNearestNeighbours RepeatedEditedNearestNeighbours AllKNN CondensedNearestNeighbour OneSidedSelection
      NeighbourhoodCleaningRule InstanceHardnessThreshold ClusterCentroids`,
    composite: 'make_imb_pipeline',
    pipeline: 'make_imb_pipeline',
    thins: 'make_imbalance',
    resamplesRows: 'fit_resample fit_sample',
    asksModel: 'fit_resample fit_sample',
  },
};
