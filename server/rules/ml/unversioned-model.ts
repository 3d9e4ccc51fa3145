/**
 * Models that are saved to a file which always has the same name.
 *
 * Bad, because the next run overwrites it: nobody can tell which model was in use last week, and
 * there is no way back to it.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/unversioned-model',
    title: 'Model saved without a version',
    severity: 'warning',
    recommended: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['blocks §10.1', 'review §2.2', 'review §5', 'general §8', 'patterns §5', 'scrum §6.1', 'workflow §11.1'],
    criterion: 'reproducibility',
    blocker: false,
    fixable: false,
    docs: {
      what:
        'Models that are saved (joblib, pickle, `torch.save`, `model.save`) under a fixed name without a version, date or hash, in a file that uses no '
        + 'model registry. Information in the profile "recommended": the file does not show whether anybody serves the model.',
      why: 'The next run overwrites it. Nobody can tell which model was in use last week, and there is no way back.',
      fix: 'Put a version in the file name, or save the model to a registry: `mlflow.sklearn.log_model`, `wandb.log_artifact`, DVC.',
      limits: 'Names that are computed or come from a setting are assumed to contain a version. Files that DVC tracks from outside are not seen.',
    },
    messages: {
      unversioned: '{text} overwrites the model of the previous run. Put a version in the file name, or use a model registry.',
    },
  },
  check(file, report) {
    for (const { span, text } of file.learning?.unversioned ?? []) report({ messageId: 'unversioned', data: { text }, span, about: text });
  },
});
