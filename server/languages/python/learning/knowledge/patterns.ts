/** Names that say what they are although no library lists them. They count for every role given here, besides the listed names. */
import type { Role } from './roles.ts';

/** `csr_matrix`, `distance_matrix` and the like are not metrics of a model. */
const METRIC_ENDING = '(_score|_error|_loss|_curve|_report|'
  + '(?<!^(?:cs[rc]|coo|lil|dok|bsr|dia|sparse|distance|design|feature|as|dist|adjacency|cost|term))_matrix|'
  + '_deviance|_coefficient|_at_k)$';
const METRIC_NAME = '^(score|accuracy|auc|rmse|rmsle|mse|mae|mape|f1|classification_report|confusion_matrix|roc_curve|brier_score_loss|'
  + 'plot_confusion_matrix|plot_roc_curve|from_predictions|from_estimator)$';
const MODEL_ENDING = '(Classifier|Regressor|Regression|RegressionCV|SVC|SVR|NB|LinearSVC|Lasso|LassoCV|Ridge|RidgeCV|ElasticNet|ElasticNetCV|Perceptron|'
  + 'Sequential|LightGBM|XGB\\w+|LGBM\\w+|CatBoost|GLM|OLS|Logit|Prophet|ARIMA|SARIMAX)$';

export const PATTERNS: Readonly<Partial<Record<Role, RegExp>>> = {
  metric: new RegExp(`${METRIC_ENDING}|${METRIC_NAME}`, 'i'),
  model: new RegExp(MODEL_ENDING),
  loss: /Loss$|^(CrossEntropy|BinaryCrossentropy|SparseCategoricalCrossentropy|CategoricalCrossentropy|MeanSquaredError)/,
  reader: /^(read_\w+|load_\w+|fetch_\w+|make_(?!pipeline|column|union|scorer|imb)\w+|flow_from_\w+)$/,
  readsNoRows: /^load_(model|weights|img|dotenv|ext|state_dict|config|learner|checkpoint\w*)$/,
  dataset: /^(VOC\w*|Coco\w*)$/,
  trainer: /Trainer$/,
  trainedOutside: /Module|TransformerMixin/,
  learnedNumbers: /[a-z]_$/,
};

/** By qualified name. */
export const PRETRAINED = new RegExp([
  '(^|\\.)(torchvision\\.)?models\\.[a-z]\\w*$', '\\bmodel_zoo\\.(\\w+\\.)*[a-z]\\w*$',
  '(^|\\.)(timm|hub|smp|pretrainedmodels)\\.(create_model|load|[A-Z]\\w+)$',
  '\\bAutoModel\\w*\\.from_pretrained$', '(^|\\.)(EfficientNet|\\w+For(Sequence|Token|Image)Classification|BertModel)\\.from_pretrained$',
].join('|'));

/** Pictures of a model's borders and curves, which measure nothing on test rows. */
export const PICTURED = /(DecisionBoundary|PartialDependence|LearningCurve|ValidationCurve)Display\./;

/** Names of variables and classes that stand for something that learns, where the class is not known. */
export const LEARNER_NAME = /scaler|imputer|vectori[sz]er|discreti[sz]er|selector|normali[sz]er|^pca$|^svd$|^tfidf|reducer/i;

/** What else makes a file worth reading, besides the names of libraries. */
export const MARKS = ['train_test_split', '\\.fit\\(', 'fit_transform', 'read_(csv|parquet|excel|json)', '\\w*(Forest|SVM|Classifier|Regressor)\\('];

/** Methods with which a class of the file that trains itself predicts and returns its results. */
export const OWN_ANSWERS = /^(predict(_proba|_all|_one)?|classify|score|accuracy|evaluate|compute_accuracy|get_accuracy)$/;

/** Names of variables that say which part of the data they hold: `1` for the test, `2` for validation, `0` for training. */
export function purposeOf(name: string): '0' | '1' | '2' | '' {
  return /te?st/i.test(name) ? '1' : /val|dev/i.test(name) ? '2' : /tr(ai)?n/i.test(name) ? '0' : '';
}

/** Transformers that learn one number per column and put it where a value is missing. */
export const FILLS_GAPS = /^(Simple|MeanMedian)?Imputer$/;
