/**
 * A file trains a model and measures it, and the result goes nowhere but to the screen.
 *
 * Bad, because results that were not written down cannot be compared, and what gave them is
 * forgotten by the next week.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/untracked-experiment',
    title: 'Experiment that nothing records',
    severity: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['workflow §4.1', 'review §2.2', 'blocks §10.1', 'review §5', 'general §8'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what: 'A script or notebook that trains a model and tests it when it is run, without MLflow, Weights & Biases, TensorBoard or another tracker.',
      why: 'Results that were not written down cannot be compared, and what gave them is forgotten.',
      fix: 'Log parameters, metrics and the model of each run: `mlflow.autolog()` is one line.',
      limits: 'Functions that train and are called from another file are left alone: the caller may track. A tracker of one\'s own is not known.',
    },
    messages: {
      untracked: 'This trains and measures a model, and nothing records parameters and results. Log the run, for example with mlflow.autolog().',
    },
  },
  check(file, report) {
    const { experiment, tracked } = file.learning ?? { experiment: null, tracked: true };
    if (experiment !== null && !tracked) report({ messageId: 'untracked', span: experiment.span, about: 'experiment' });
  },
});
