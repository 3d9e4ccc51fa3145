/**
 * What is known of the libraries of the field: which classes learn from rows, repeat rows, split
 * them, train on them. By the last part of the name, for the same class is imported in many ways.
 */
import type { Model } from '../domain/values.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Learn something of the values in the rows. */
const LEARNERS = words(`
  StandardScaler MinMaxScaler RobustScaler MaxAbsScaler QuantileTransformer PowerTransformer KBinsDiscretizer SplineTransformer
  SimpleImputer Imputer KNNImputer IterativeImputer KNN MICE
  PCA IncrementalPCA KernelPCA SparsePCA MiniBatchSparsePCA TruncatedSVD FastICA NMF FactorAnalysis LatentDirichletAllocation DictionaryLearning
  TSNE UMAP Isomap MDS LocallyLinearEmbedding SpectralEmbedding Nystroem
  SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect VarianceThreshold RFE RFECV SelectFromModel SequentialFeatureSelector BorutaPy
  CountVectorizer TfidfVectorizer TfidfTransformer Tokenizer TextVectorization StringLookup Normalization TfidfModel Word2Vec Doc2Vec LdaModel
  TargetEncoder CatBoostEncoder LeaveOneOutEncoder JamesSteinEncoder MEstimateEncoder WOEEncoder CountEncoder CountFrequencyEncoder
  KMeans MiniBatchKMeans DBSCAN AgglomerativeClustering Birch SpectralClustering GaussianMixture
  MeanMedianImputer EqualFrequencyDiscretiser EqualWidthDiscretiser Winsorizer`);
/** Learn at most which categories there are, or nothing. */
const STATELESS = words(`
  LabelEncoder OneHotEncoder OrdinalEncoder LabelBinarizer MultiLabelBinarizer DictVectorizer BinaryEncoder HashingEncoder
  FeatureHasher HashingVectorizer Normalizer Binarizer FunctionTransformer PolynomialFeatures GaussianRandomProjection SparseRandomProjection RBFSampler
  ColumnSelector DataFrameSelector Dictionary`);
const COMPOSITES = words('Pipeline make_pipeline make_imb_pipeline ColumnTransformer make_column_transformer FeatureUnion make_union DataFrameMapper TransformedTargetRegressor');
const OVERSAMPLERS = words('SMOTE SMOTENC SMOTEN BorderlineSMOTE SVMSMOTE KMeansSMOTE ADASYN RandomOverSampler SMOTEENN SMOTETomek');
const UNDERSAMPLERS = words(`
  RandomUnderSampler NearMiss TomekLinks EditedNearestNeighbours RepeatedEditedNearestNeighbours AllKNN CondensedNearestNeighbour OneSidedSelection
  NeighbourhoodCleaningRule InstanceHardnessThreshold ClusterCentroids`);
const SPLITTERS = words(`
  KFold StratifiedKFold GroupKFold StratifiedGroupKFold RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit
  LeaveOneOut LeavePOut LeaveOneGroupOut LeavePGroupsOut TimeSeriesSplit PredefinedSplit`);
const SEARCHES = words('GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV BayesSearchCV EvolutionaryAlgorithmSearchCV TuneSearchCV TuneGridSearchCV');
/** Hold another model and are trained as a whole. */
const WRAPPERS = words(`
  CalibratedClassifierCV OneVsRestClassifier OneVsOneClassifier BaggingClassifier BaggingRegressor AdaBoostClassifier AdaBoostRegressor
  MultiOutputClassifier MultiOutputRegressor KerasClassifier KerasRegressor ClassifierChain RegressorChain`);

export function roleOfClass(name: string): Model['role'] {
  if (LEARNERS.has(name)) return 'learner';
  if (STATELESS.has(name)) return 'stateless';
  if (OVERSAMPLERS.has(name) || UNDERSAMPLERS.has(name)) return 'sampler';
  if (SPLITTERS.has(name)) return 'splitter';
  if (SEARCHES.has(name)) return 'search';
  if (WRAPPERS.has(name)) return 'model';
  if (/Loss$|^(CrossEntropy|BinaryCrossentropy|SparseCategoricalCrossentropy|CategoricalCrossentropy|MeanSquaredError)/.test(name)) return 'loss';
  return MODEL_NAME.test(name) ? 'model' : 'unknown';
}

const MODEL_NAME = /(Classifier|Regressor|Regression|RegressionCV|SVC|SVR|NB|LinearSVC|Lasso|LassoCV|Ridge|RidgeCV|ElasticNet|ElasticNetCV|Perceptron|Sequential|LightGBM|XGB\w+|LGBM\w+|CatBoost|GLM|OLS|Logit|Prophet|ARIMA|SARIMAX)$/;

/** Names that stand for something learned where the class is not known. */
export const LEARNER_NAME = /scaler|imputer|vectori[sz]er|discreti[sz]er|selector|normali[sz]er|^pca$|^svd$|^tfidf|reducer/i;

export const isComposite = (name: string): boolean => COMPOSITES.has(name);
export const isOversampler = (name: string): boolean => OVERSAMPLERS.has(name);

/** Statistics over rows, as methods of tables and functions of numpy and scipy. */
export const STATISTICS = words(`
  mean median mode std var quantile percentile nanmean nanmedian nanstd nanvar nanpercentile nanquantile average min max amin amax nanmin nanmax ptp sem skew kurt kurtosis mad
  corr cov corrwith value_counts describe agg aggregate groupby pivot_table crosstab idxmax idxmin norm sum_stat histogram argmax_stat
  f_classif chi2 f_regression mutual_info_classif mutual_info_regression pearsonr spearmanr ttest_ind variance_inflation_factor linregress trim_mean iqr`);
/** What changes values by what all rows say: result has the rows that went in. */
export const SPREADING = words('scale minmax_scale robust_scale maxabs_scale quantile_transform power_transform zscore boxcox yeojohnson rank rankdata qcut rolling_stat winsorize');
/** Makes likenesses of pictures and rows. */
export const LIKENESS = words('fliplr flipud flip rot90 rotate flip_left_right flip_up_down random_flip_left_right random_flip_up_down random_rotation random_brightness random_contrast GaussianBlur random_noise warpAffine');
/** Says how many there are or what they are called: nothing that is learned. */
export const SHAPES = words('len shape size ndim columns dtypes dtype nunique unique isnull isna notnull notna info head_names count memory_usage keys set sorted_names enumerate_names');
export const METRIC = /(_score|_error|_loss|_curve|_report|(?<!^(?:cs[rc]|coo|lil|dok|bsr|dia|sparse|distance|design|feature|as|dist|adjacency|cost|term))_matrix|_deviance|_coefficient|_at_k)$|^(score|accuracy|auc|rmse|rmsle|mse|mae|mape|f1|classification_report|confusion_matrix|roc_curve|brier_score_loss|plot_confusion_matrix|plot_roc_curve|from_predictions|from_estimator)$/i;
/** Read data from outside. */
export const READERS = /^(read_\w+|load_\w+|fetch_\w+|make_(?!pipeline|column|union|scorer|imb)\w+|loadtxt|genfromtxt|load|open|imread|loadmat|load_data|image_dataset_from_directory|text_dataset_from_directory|from_csv|scan_csv|flow_from_\w+|ImageFolder|get_rdataset)$/;
/** Data sets of libraries whose constructor hands over rows. */
export const DATASETS = /^(MNIST|FashionMNIST|KMNIST|EMNIST|CIFAR10|CIFAR100|SVHN|STL10|ImageNet|ImageFolder|DatasetFolder|CelebA|IMDB|AG_NEWS|VOC\w*|Coco\w*|Food101|Flowers102)$/;
/** Modules whose functions are drawings or files: nothing comes back that is followed. */
export const MUTE = /^(matplotlib|seaborn|plotly|bokeh|altair|IPython|warnings|os|sys|logging|pathlib|time|datetime|json|pickle|joblib|mlflow|wandb)\b/;
export const CROSS_VALIDATION = words('cross_val_score cross_validate cross_val_predict permutation_test_score');
export const TRAIN_CALLS = words('fit fit_generator partial_fit train_on_batch fit_on_texts fit_transform fit_predict adapt');
export const PREDICT_CALLS = words('predict predict_proba predict_classes predict_log_proba decision_function predict_generator predict_on_batch forecast get_prediction');
export const SCORE_CALLS = words('score evaluate evaluate_generator test_on_batch');
/** What watches a score while training, and then keeps the best or stops. */
export const WATCHERS = words('EarlyStopping ModelCheckpoint early_stopping');
