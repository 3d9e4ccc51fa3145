/** Data that is read unseen or hoarded, and models that are kept under one name for ever. */
import type { PlaceFact } from '../../../../../facts/learning-facts.ts';
import { shortText, type Light } from '../../syntax/light-tree.ts';
import type { Call, Habits } from './walk.ts';

const TRACKERS = /^(mlflow|wandb|neptune|comet_ml|clearml|dvclive|aim|sacred|tensorboard\w*|trains|polyaxon|guild|torch\.utils\.tensorboard)\b|\.(TensorBoard|SummaryWriter|MLFlowLogger|WandbLogger|TensorBoardLogger|CSVLogger)$/;
const READS = /(^|\.)(read_csv|read_parquet|read_excel|read_json|read_sql|read_table|read_feather|read_hdf|read_pickle|loadtxt|genfromtxt)$/;
const IMAGE_READS = /^(cv2\.imread|PIL\.Image\.open|matplotlib\.\w+\.imread|imageio\.(v\d\.)?imread|skimage\.io\.imread)$/;
const LOOKS = /(^|\.)(isnull|isna|notnull|notna|info|describe|dtypes|duplicated|drop_duplicates|dropna|nunique|value_counts|isfinite|isinf|expect_\w+|is_valid|validate\w*|\w*_?validate\w*|check\w*|_check\w*|verify\w*|assert_\w+|model_validate|parse_obj|DataFrameSchema|SchemaModel|to_datetime|ProfileReport|profile_report|head|sample|columns|shape)$/i;
const CHECKERS = /^(pandera|great_expectations|pydantic|cerberus|deepchecks|evidently|ydata_profiling|pandas_profiling|whylogs|tensorflow_data_validation)\b/;
const REGISTERS = /(^|\.)(log_model|log_artifact|log_artifacts|register_model|add_file|push_to_hub|Artifact|use_artifact|save_version|create_model_version)$/;
/** A date, a number of a version, a hash in the name. */
const VERSIONED = /v\d|version|\d{4}|\{|%|epoch|stamp|hash|sha|run_id|commit|checkpoint|best/i;

const place = (text: string, { node }: Call): PlaceFact => ({ span: node.span, text: shortText(text, node) });

export const trackedIn = ({ imported, calls }: Habits): boolean => imported.some((name) => TRACKERS.test(name)) || calls.some((call) => TRACKERS.test(call.name) || /(^|\.)(TensorBoard|SummaryWriter)$/.test(call.name));

export function unversionedIn({ calls, imported, text }: Habits): PlaceFact[] {
  if (calls.some((call) => REGISTERS.test(call.name)) || imported.some((name) => /^(dvc|bentoml)\b/.test(name))) return [];
  return calls.filter((call) => {
    const path = writtenTo(pathOf(call), text);
    return path !== null && !VERSIONED.test(path) && /\.(pkl|pickle|joblib|sav|h5|hdf5|keras|pt|pth|bin|onnx|json|model|cbm|txt|ckpt|pmml)\W*$|^\W*[\w/.-]*model[\w-]*\W*$/i.test(path);
  }).map((call) => place(text, call));
}

/** Where a model is written to, when the call writes one. */
function pathOf(call: Call): Light | null {
  const [first, second] = call.positional;
  if (/^(joblib|sklearn\.externals\.joblib)\.dump$/.test(call.name) || call.name === 'torch.save') {
    const path = second ?? call.named.get('filename') ?? call.named.get('f') ?? null;
    return isModel(first) || (path?.type === 'string' && /model/i.test(path.token)) ? path : null;
  }
  if (/^(pickle|cloudpickle|dill)\.dump$/.test(call.name)) return isModel(first) && second?.type === 'call' ? second.fields['arguments']?.children[0] ?? null : second ?? null;
  if (!/(^|\.)(save|save_model|save_weights|save_pretrained)$/.test(call.name) || !/(model|net|network|clf|classifier|regressor|booster|bst|estimator|pipeline|pipe|forest|self)\.(save|save_model|save_weights|save_pretrained)$/i.test(call.name)) return null;
  return first ?? call.named.get('filepath') ?? call.named.get('fname') ?? null;
}

/** A fixed path, or that of the file that `with open(…) as name` opens; null for what is put together. */
function writtenTo(path: Light | null, text: string): string | null {
  if (path?.type === 'string') return path.children.length === 0 ? path.token : null;
  if (path?.type !== 'identifier') return null;
  return new RegExp(`open\\(\\s*(['"][^'"{}]+['"])[^)\\n]*\\)\\s*as\\s+${path.token}\\b`).exec(text)?.[1] ?? null;
}

/** By its name: other things are pickled too. */
function isModel(node: Light | undefined): boolean {
  if (node === undefined) return false;
  const name = node.type === 'call' ? node.fields['function']?.children.map((each) => each.token).join('.') ?? '' : node.type === 'attribute' ? node.children.map((each) => each.token).join('.') : node.token;
  return /model|net\b|network|clf|classif|regress|estimator|pipe|forest|tree|booster|xgb|lgb|svm|svc|knn|state_dict|grid|search|scaler|vectori/i.test(name);
}

/** @param trains the file trains a model when it runs */
export function uncheckedIn({ calls, imported, functions, asserts, text }: Habits, trains: boolean): PlaceFact | null {
  if (!trains || asserts || imported.some((name) => CHECKERS.test(name)) || calls.some((call) => LOOKS.test(call.name)) || /\.(dtypes|shape|columns|isnull)\b/.test(text)) return null;
  if (functions.some((fn) => LOOKS.test(fn.fields['name']?.token ?? ''))) return null;
  const read = calls.find((call) => READS.test(call.name) && !call.named.has('dtype') && !call.named.has('schema'));
  return read === undefined ? null : place(text, read);
}

/** In a loop over files each is read and put into a list, which holds them all in the end. */
export function hoardedIn({ calls, text }: Habits): PlaceFact[] {
  const joins = calls.filter((call) => /(^|\.)(concat|concatenate|vstack|stack|array|append)$/.test(call.name) && call.loops.length === 0);
  return calls.filter((call) => (READS.test(call.name) || IMAGE_READS.test(call.name)) && call.loops.length > 0 && !call.named.has('chunksize')).filter((call) => {
    const loop = call.loops.at(-1)!;
    if (loop.type === 'generator_expression') return false;
    const list = loop.type === 'for_statement' ? appendedIn(calls, loop) : listOf(text, loop);
    return list !== null && joins.some((join) => join.positional[0] !== undefined && (text.slice(join.positional[0].start, join.positional[0].end) === list || (join.positional[0].start <= loop.start && join.positional[0].end >= loop.end)));
  }).map((call) => place(text, call));
}

function appendedIn(calls: readonly Call[], loop: Light): string | null {
  const append = calls.find((call) => call.last === 'append' && call.loops.includes(loop));
  return append === undefined ? null : append.name.slice(0, -'.append'.length);
}

/** `frames = [pd.read_csv(f) for f in files]` */
function listOf(text: string, loop: Light): string | null {
  if (loop.type !== 'list_comprehension') return null;
  return /(\w+)\s*=\s*$/.exec(text.slice(Math.max(0, loop.start - 80), loop.start))?.[1] ?? text.slice(loop.start, loop.end);
}
