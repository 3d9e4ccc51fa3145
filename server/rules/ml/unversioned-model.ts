/**
 * A model is written to a file that always has the same name.
 *
 * Bad, because the next run overwrites it: which model answered last week cannot be told, and there
 * is no way back to it.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/unversioned-model',
    title: 'Model kept without a version',
    severity: 'warning',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['blocks §10.1', 'review §2.2', 'review §5', 'general §8', 'patterns §5', 'scrum §6.1', 'workflow §11.1'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Models that are saved (joblib, pickle, `torch.save`, `model.save`) under a fixed name that holds no version, date or hash, in a file that uses no registry.',
      why: 'The next run overwrites it. Which model answered last week cannot be told, and there is no way back.',
      fix: 'Put a version into the name, or hand the model to a registry: `mlflow.sklearn.log_model`, `wandb.log_artifact`, DVC.',
      limits: 'Names that are put together or come from a setting are taken to hold a version. Files that DVC keeps from outside are not seen.',
    },
    messages: {
      unversioned: '{text} overwrites the model of the run before. Put a version into the name or use a registry.',
    },
  },
  check(file, report) {
    for (const { span, text } of file.learning?.unversioned ?? []) report({ messageId: 'unversioned', data: { text }, span, about: text });
  },
});
