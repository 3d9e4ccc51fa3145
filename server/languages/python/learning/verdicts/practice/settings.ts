/** Numbers that steer the training, and functions that pick a model by its name. */
import type { FactoryFact, HardcodedFact } from '../../../../../facts/learning-facts.ts';
import { roleOfClass } from '../../knowledge/names.ts';
import type { Light } from '../../syntax/light-tree.ts';
import { isNumber, type Habits } from './walk.ts';

/** Names of what one tunes; `random_state`, `verbose` and the like are none of it. */
const TUNED = /^(n_estimators|max_depth|max_features|max_leaf_nodes|min_samples_(split|leaf)|learning_rate|lr|lr_init|learning_rate_init|alpha|l1_ratio|C|gamma|degree|n_neighbors|n_clusters|n_components|subsample|colsample_bytree|num_leaves|reg_alpha|reg_lambda|min_child_weight|hidden_layer_sizes|dropout|dropout_rate|weight_decay|momentum|batch_size|epochs|n_epochs|num_epochs|max_epochs|num_boost_round|n_iter|iterations|depth|hidden_size|hidden_dim|num_layers|embedding_dim|units)$/;
const LIBRARY = /^(sklearn|xgboost|lightgbm|catboost|imblearn|keras|tensorflow|torch|pytorch_lightning|lightning|transformers)\b/;

/** Calls that make or train a model with numbers of their own. */
export function hardcodedIn({ calls }: Habits): HardcodedFact[] {
  return calls.flatMap((call) => {
    const names = [...call.named].filter(([name, value]) => TUNED.test(name) && isNumber(value)).map(([name]) => name);
    if (names.length === 0 || !(LIBRARY.test(call.name) || /\.(fit|train|fit_generator|compile)$/.test(call.name))) return [];
    return [{ span: call.node.span, call: call.last, names }];
  });
}

/** Functions with two or more branches on one word, each of which makes a model. */
export function factoriesIn({ functions, text }: Habits): FactoryFact[] {
  return functions.flatMap((fn) => {
    const parameters = new Set((fn.fields['parameters']?.children ?? []).map((each) => (each.type === 'identifier' ? each.token : each.fields['name']?.token ?? each.children[0]?.token ?? '')));
    const classes: string[] = [];
    const visit = (node: Light): void => {
      if (node.type === 'function_definition' && node !== fn) return;
      const condition = node.type === 'if_statement' || node.type === 'elif_clause' ? node.fields['condition'] : undefined;
      if (condition !== undefined && comparesWord(condition, parameters, text)) classes.push(...madeIn(node.fields['consequence'], text));
      if (node.type === 'case_clause' && node.children[0] !== undefined && /^\s*case\s+['"]/.test(text.slice(node.start, node.end))) classes.push(...madeIn(node.fields['consequence'], text));
      for (const child of node.children) visit(child);
    };
    visit(fn);
    const made = [...new Set(classes)];
    const name = fn.fields['name'];
    return made.length < 2 || name === undefined ? [] : [{ span: name.span, name: name.token, classes: made }];
  });
}

/** `kind == 'svm'`, `self.kind in ('svm', 'svc')`. */
function comparesWord(condition: Light, parameters: ReadonlySet<string>, text: string): boolean {
  const [left, right] = condition.type === 'comparison_operator' ? condition.children : [];
  if (left === undefined || right === undefined || !/^(==|in)$/.test(condition.fields['operators']?.token ?? '')) return false;
  const subject = text.slice(left.start, left.end);
  return (parameters.has(/^\w+/.exec(subject)?.[0] ?? '')) && (right.type === 'string' || (/^(tuple|list|set)$/.test(right.type) && right.children.every((each) => each.type === 'string')));
}

/** Models that a branch makes at once: returned or assigned, not in what it calls. */
function madeIn(block: Light | undefined, text: string): string[] {
  return (block?.children ?? []).flatMap((statement) => {
    const value = statement.type === 'return_statement' ? statement.children[0] : statement.children[0]?.fields['right'];
    const callee = value?.type === 'call' ? value.fields['function'] : undefined;
    const name = callee === undefined ? '' : text.slice(callee.start, callee.end).split('.').at(-1) ?? '';
    return /^[A-Z]/.test(name) && (roleOfClass(name) === 'model' || /Model|Forest|SVM|Net|Boost|Estimator|Learner/.test(name)) ? [name] : [];
  });
}
