/** scikit-learn. */
import type { LibraryRows } from '../roles.ts';

export const SCIKIT_LEARN: LibraryRows = {
  packages: 'sklearn',
  marks: true,
  names: {
    learner: `
      StandardScaler MinMaxScaler RobustScaler MaxAbsScaler QuantileTransformer PowerTransformer KBinsDiscretizer SplineTransformer
      SimpleImputer Imputer KNNImputer IterativeImputer
      PCA IncrementalPCA KernelPCA SparsePCA MiniBatchSparsePCA TruncatedSVD FastICA NMF FactorAnalysis LatentDirichletAllocation DictionaryLearning
      TSNE Isomap MDS LocallyLinearEmbedding SpectralEmbedding Nystroem
      SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect VarianceThreshold RFE RFECV SelectFromModel SequentialFeatureSelector
      CountVectorizer TfidfVectorizer TfidfTransformer TargetEncoder
      KMeans MiniBatchKMeans DBSCAN AgglomerativeClustering Birch SpectralClustering GaussianMixture`,
    corpus: 'CountVectorizer TfidfVectorizer TfidfTransformer',
    stateless: `
      LabelEncoder OneHotEncoder OrdinalEncoder LabelBinarizer MultiLabelBinarizer DictVectorizer FeatureHasher HashingVectorizer Normalizer Binarizer
      FunctionTransformer PolynomialFeatures GaussianRandomProjection SparseRandomProjection RBFSampler ColumnSelector DataFrameSelector`,
    composite: 'Pipeline make_pipeline ColumnTransformer make_column_transformer FeatureUnion make_union DataFrameMapper TransformedTargetRegressor',
    pipeline: 'Pipeline make_pipeline TransformedTargetRegressor',
    splitter: `
      KFold StratifiedKFold GroupKFold StratifiedGroupKFold RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit
      LeaveOneOut LeavePOut LeaveOneGroupOut LeavePGroupsOut TimeSeriesSplit PredefinedSplit`,
    search: `
      GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV BayesSearchCV EvolutionaryAlgorithmSearchCV TuneSearchCV
      TuneGridSearchCV`,
    // They contain another model and are trained as a whole.
    model: `
      CalibratedClassifierCV OneVsRestClassifier OneVsOneClassifier BaggingClassifier BaggingRegressor AdaBoostClassifier AdaBoostRegressor
      MultiOutputClassifier MultiOutputRegressor ClassifierChain RegressorChain`,
    featureTest: 'chi2 f_classif f_regression mutual_info_classif mutual_info_regression',
    statistic: 'chi2 f_classif f_regression mutual_info_classif mutual_info_regression',
    spreads: 'scale minmax_scale robust_scale maxabs_scale quantile_transform power_transform',
    crossValidates: 'cross_val_score cross_validate cross_val_predict permutation_test_score',
    splitsInTwo: 'train_test_split random_train_test_split iterative_train_test_split',
    resamples: 'resample',
    reorders: 'shuffle',
    clones: 'clone',
    fits: 'fit partial_fit',
    fitsFurther: 'partial_fit',
    fitsAndTransforms: 'fit_transform fit_predict',
    fitsAndPredicts: 'fit_predict',
    trainsInPlace: 'fit partial_fit fit_transform fit_predict',
    transforms: 'transform inverse_transform',
    splits: 'split',
    predicts: 'predict predict_proba predict_log_proba decision_function',
    scores: 'score',
    asksModel: 'fit predict predict_proba score partial_fit fit_transform transform split decision_function',
    tellsKnowledge: 'get_support get_feature_names_out get_feature_names',
    keepsModel: 'set_params copy',
    modelItself: 'best_estimator_ estimator estimator_ named_steps steps model best_model',
    innerScores: 'best_score_ cv_results_',
    bestSettings: 'best_params_ best_params',
    resultForRows: 'labels_ embedding_',
  },
};
