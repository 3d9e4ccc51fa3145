/**
 * Scripts and notebooks that train and evaluate a model and only print the result.
 *
 * Bad, because results that were not recorded cannot be compared, and the settings behind them are
 * soon forgotten.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/untracked-experiment',
    title: 'Training run that nothing records',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['workflow §4.1', 'review §2.2', 'blocks §10.1', 'review §5', 'general §8'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what: 'A script or notebook that trains and evaluates a model when it is run, without MLflow, Weights & Biases, TensorBoard or another tracker.',
      why: 'Results that were not recorded cannot be compared, and the settings behind them are soon forgotten.',
      fix: 'Log parameters, metrics and the model of each run: `mlflow.autolog()` is one line.',
      limits: 'Functions that train and are called from another file are skipped: the caller may record the run. Trackers of your own are not recognized.',
    },
    messages: {
      untracked: 'This trains and evaluates a model, but nothing records parameters and results. Log the run, for example with mlflow.autolog().',
    },
  },
  check(file, report) {
    const { experiment, tracked } = file.learning ?? { experiment: null, tracked: true };
    if (experiment !== null && !tracked) report({ messageId: 'untracked', span: experiment.span, about: 'experiment' });
  },
});
