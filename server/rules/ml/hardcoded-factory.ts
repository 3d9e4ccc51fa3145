/**
 * A function picks a model by comparing a word in branch after branch.
 *
 * Bad, because every new model means to change the function, and its parameters are set where nobody
 * can reach them. A table that models are registered in grows without it.
 */
import { WHERE_MODELS_ARE } from '../kit/data-way.ts';
import { defineFileRule } from '../kit/rule.ts';

export const rule = defineFileRule({
  meta: {
    id: 'ml/hardcoded-factory',
    title: 'Model picked in a chain of branches',
    severity: 'warning',
    roles: WHERE_MODELS_ARE,
    languages: ['python', 'notebook'],
    guidelines: ['patterns §4.1', 'patterns §1.1', 'style §7.1', 'architecture §3.2', 'architecture §3.1', 'review §2.2'],
    criterion: 'model-design',
    blocker: false,
    fixable: false,
    docs: {
      what: 'Functions with two or more branches that compare a parameter with fixed words and make a model of another class in each.',
      why: 'Every new model means to change the function, and the parameters in its branches cannot be reached from outside.',
      fix: 'Register the classes in a dictionary or by a decorator, look them up by name and pass the parameters on.',
      limits: 'Knows models by the names of their classes. Branches that call functions which make the models are not seen.',
    },
    messages: {
      branches: '{name} picks {classes} in branches. Register them under their names, so that a new model needs no change here.',
    },
  },
  check(file, report) {
    for (const { span, name, classes } of file.learning?.factories ?? []) report({ messageId: 'branches', data: { name, classes: classes.join(', ') }, span, about: name });
  },
});
