/** Names of the models that files train: what a row of the log says about the machine learning behind it. */
import { adapterFor } from '../engine/analyze-file.ts';
import { NotJudged } from '../facts/adapter.ts';
import type { CallFact } from '../facts/file-facts.ts';
import { tools } from './tools.ts';

/** Parts of scikit-learn that hold what is trained, rather than what prepares data. */
const SCIKIT = /^sklearn\.(?:ensemble|linear_model|svm|tree|naive_bayes|neighbors|neural_network|cluster|gaussian_process|discriminant_analysis|mixture)\b/;
/** Libraries in which a class of this kind is a model. */
const BOOSTED = /^(?:xgboost|lightgbm|catboost)\b/;
/** Classes of these libraries that hold data. */
const TABLES = new Set(['DMatrix', 'QuantileDMatrix', 'Dataset', 'Pool']);
const NETWORKS = /^(?:tensorflow|keras|transformers|pytorch_lightning|lightning)\b/;
const NETWORK = /^(?:Sequential|Model|Trainer|AutoModel\w*|\w+ForSequenceClassification|LightningModule)$/;
/** Looked for before anything is parsed. */
const MENTIONS = /\b(?:sklearn|xgboost|lightgbm|catboost|tensorflow|keras|transformers|lightning)\b/;

/** @param path by whose ending the language is found @param text of the file @returns names of classes in the order of their calls, each once */
export async function modelsIn(path: string, text: string): Promise<string[]> {
  if (!/\.(?:py|ipynb)$/.test(path) || !MENTIONS.test(text)) return [];
  const adapter = adapterFor(tools.adapters, path);
  if (adapter === undefined) return [];
  await tools.load([path]);
  try {
    const { calls } = adapter.extract({ path, text, role: 'source' });
    return [...new Set(calls.filter(isModel).map(({ name }) => name))];
  } catch (error) {
    // A file that is too deep or too long says nothing about models.
    if (error instanceof NotJudged) return [];
    throw error;
  }
}

function isModel({ name, module, member }: CallFact): boolean {
  if (module === null || !/^[A-Z]/.test(name)) return false;
  const from = member === null ? module : `${module}.${member}`;
  return SCIKIT.test(from) || (BOOSTED.test(module) && !TABLES.has(name)) || (NETWORKS.test(module) && NETWORK.test(name));
}
