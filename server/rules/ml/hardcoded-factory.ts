/**
 * Functions that choose a model by comparing a name in one branch after another.
 *
 * Bad, because every new model means changing the function, and callers cannot set the parameters
 * used in its branches. A registry of models grows without touching the function.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/hardcoded-factory',
    title: 'Model chosen by a chain of branches',
    severity: 'warning',
    // How models are chosen is a matter of taste where nobody adopted the guidelines.
    recommended: 'info',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['patterns §4.1', 'patterns §1.1', 'style §7.1', 'architecture §3.2', 'architecture §3.1', 'review §2.2'],
    criterion: 'model-design',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Functions with two or more branches that compare a parameter with fixed strings and create a model of a different class in each.',
      why: 'Every new model means changing the function, and callers cannot set the parameters used in its branches.',
      fix: 'Register the classes in a dictionary or with a decorator, look them up by name and pass the parameters on.',
      limits: 'Models are recognized by their class names. Branches that call another function to create the model are not seen.',
    },
    messages: {
      branches: '{name} chooses between {classes} in branches. Register them by name, so that a new model needs no change here.',
    },
  },
  check(file, report) {
    for (const { span, name, classes } of file.learning?.factories ?? [])
      report({ messageId: 'branches', data: { name, classes: classes.join(', ') }, span, about: name });
  },
});
