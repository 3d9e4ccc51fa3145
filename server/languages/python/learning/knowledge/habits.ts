/** Names by which habits are recognised: seeds, checks of data, tracking, versions of models, settings. */
import { librariesWith, modulesOf } from '../../ml-libraries.ts';

const anyOf = (words: string): string => `(${words.trim().split(/\s+/).join('|')})`;
/** The whole name. */
const named = (words: string): RegExp => new RegExp(`^${anyOf(words)}$`);
/** The last part of a name. */
const ending = (words: string, flags = ''): RegExp => new RegExp(`(^|\\.)${anyOf(words)}$`, flags);
/** The package of a name. */
const inPackages = (words: string): string => `^${anyOf(words)}\\b`;

/** Take `random_state` and draw at random unless it is given. */
export const DRAWS = named(`
  train_test_split ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit RepeatedKFold RepeatedStratifiedKFold
  (RandomForest|ExtraTrees?|DecisionTree|GradientBoosting|HistGradientBoosting|AdaBoost|Bagging|SGD|MLP)(Classifier|Regressor)
  IsolationForest KMeans MiniBatchKMeans GaussianMixture TSNE RandomizedSearchCV SMOTE\\w* ADASYN BorderlineSMOTE RandomOverSampler RandomUnderSampler
  resample shuffle make_classification make_regression make_blobs make_moons`);
const TAKING_STATE = librariesWith('random-state');
/** Packages whose functions and classes these are; elsewhere the names mean something else. */
export const TAKES_STATE = modulesOf(TAKING_STATE);
/** All names of such a package are imported. */
export const LISTS_STATE = new RegExp(`^\\s*from\\s+${anyOf(TAKING_STATE.join(' '))}(\\.[\\w.]+)?\\s+import\\s+\\*`, 'm');
/** Arguments of a `fit` of Keras. */
export const TRAINS_IN_ROUNDS = named('epochs batch_size callbacks validation_data validation_split steps_per_epoch');
/** Ensembles that pass their own seed to the models they contain, like a class that passes it to its base class. */
export const SEEDS_ITS_PARTS = named(`
  (Balanced)?Bagging(Classifier|Regressor) AdaBoost(Classifier|Regressor) EasyEnsembleClassifier RUSBoostClassifier ClassifierChain RegressorChain __init__`);
/** Random only with `shuffle=True`. */
export const SHUFFLES = named('KFold StratifiedKFold StratifiedGroupKFold');
/** Functions of libraries, and the usual names of a project's own in other files. */
export const SEEDS_ALL = ending(`
  seed_(everything|all) (init|set|setup|fix|make|same|apply|initiali[sz]e|reset|configure)_(\\w+_)?seeds? (init|set|setup|fix)_seeds?_\\w+
  enable_full_determinism (set|make|ensure|enforce)_(reproducib|determinis)\\w*`);
export const NUMPY_DRAW = new RegExp(`^numpy\\.random\\.${anyOf(`
  rand randn randint random choice shuffle permutation normal uniform binomial standard_normal random_sample beta poisson`)}$`);
export const PYTHON_DRAW = /^random\.(random|randint|choice|choices|shuffle|sample|uniform|gauss|randrange)$/;
export const TORCH_DRAW = /^torch\.(rand|randn|randint|randperm|utils\.data\.(dataset\.)?random_split)$/;

/** Keep results of experiments. */
export const TRACKERS = new RegExp(`${inPackages(`
  mlflow wandb neptune comet_ml clearml dvclive aim sacred tensorboard\\w* trains polyaxon guild torch\\.utils\\.tensorboard`)}`
  + '|\\.(TensorBoard|SummaryWriter|MLFlowLogger|WandbLogger|TensorBoardLogger|CSVLogger)$');
/** Keep models with their versions. */
export const REGISTERS = ending(`
  log_model log_artifact log_artifacts register_model add_file push_to_hub Artifact use_artifact save_version create_model_version`);
/** Packages that keep versions of files themselves. */
export const VERSIONERS = /^(dvc|bentoml)\b/;
/** A path says which version it holds: a date, a number, a hash. */
export const VERSIONED = /v\d|version|\d{4}|\{|%|epoch|stamp|hash|sha|run_id|commit|checkpoint|best/i;
/** Files of models by their endings, or by their names. */
export const MODEL_FILE = new RegExp(
  String.raw`\.(pkl|pickle|joblib|sav|h5|hdf5|keras|pt|pth|bin|onnx|json|model|cbm|txt|ckpt|pmml)\W*$`
  + String.raw`|^[^\w/.-]*[\w/.-]*model[\w-]*(?:[^\w-]\W*)?$`,
  'i',
);
/** Variables that hold a model: other things are written to files too. */
export const MODEL_VARIABLE = new RegExp(anyOf(`
  model net\\b network clf classif regress estimator pipe forest tree booster xgb lgb svm svc knn state_dict grid search scaler vectori`), 'i');
/** Methods that write a model, on objects with the name of one. */
export const SAVES_MODEL = new RegExp(`${anyOf(`
  model net network clf classifier regressor booster bst estimator pipeline pipe forest self`)}\\.(save|save_model|save_weights|save_pretrained)$`, 'i');

/** Read a table from a file. */
export const READS = ending('read_csv read_parquet read_excel read_json read_sql read_table read_feather read_hdf read_pickle loadtxt genfromtxt');
export const IMAGE_READS = /^(cv2\.imread|PIL\.Image\.open|matplotlib\.\w+\.imread|imageio\.(v\d\.)?imread|skimage\.io\.imread)$/;
/** Inspect data, so that faults in it would show. */
export const LOOKS = ending(`
  isnull isna notnull notna info describe dtypes duplicated drop_duplicates dropna nunique value_counts isfinite isinf expect_\\w+ is_valid validate\\w*
  \\w*_?validate\\w* check\\w* _check\\w* verify\\w* assert_\\w+ model_validate parse_obj DataFrameSchema SchemaModel to_datetime ProfileReport
  profile_report head sample columns shape`, 'i');
/** Packages that check data. */
export const CHECKERS = new RegExp(inPackages(`
  pandera great_expectations pydantic cerberus deepchecks evidently ydata_profiling pandas_profiling whylogs tensorflow_data_validation`));
/** Combine what was read one by one into one table. */
export const JOINS = ending('concat concatenate vstack stack array append');

/** Names of settings that one tunes; `random_state`, `verbose` and the like are not among them. */
export const TUNED = named(`
  n_estimators max_depth max_features max_leaf_nodes min_samples_(split|leaf) learning_rate lr lr_init learning_rate_init alpha l1_ratio C gamma degree
  n_neighbors n_clusters n_components subsample colsample_bytree num_leaves reg_alpha reg_lambda min_child_weight hidden_layer_sizes dropout dropout_rate
  weight_decay momentum batch_size epochs n_epochs num_epochs max_epochs num_boost_round n_iter iterations depth hidden_size hidden_dim num_layers
  embedding_dim units`);
/** Packages whose classes take such settings. */
export const TUNABLE = modulesOf(librariesWith('tuned'));
/** Classes that are models by their names, where no library lists them. */
export const MODEL_CLASS = /Model|Forest|SVM|Net|Boost|Estimator|Learner/;
