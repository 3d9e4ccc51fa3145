/** Signature conventions of Python and its frameworks. */
import type { SignatureHabits } from '../kit/signatures.ts';

export const SIGNATURE_HABITS: SignatureHabits = {
  knownMethods: new RegExp([
    '^(__\\w+__|render|visit_\\w+|do_[A-Z]+|setUp(Class)?|tearDown(Class)?|setup_method|teardown_method',
    '|forward|training_step|validation_step|test_step|configure_optimizers)$',
  ].join('')),
  knownResults: new RegExp([
    '^__(init_subclass|del|str|repr|bytes|format|bool|hash|len|length_hint|index|int|float|complex|contains|eq|ne|lt|le|gt|ge|set|delete|set_name',
    '|setattr|delattr|setitem|delitem|exit|aexit|post_init|dir|sizeof|getstate|setstate|reduce|reduce_ex|getnewargs|deepcopy|copy)__$',
  ].join('')),
  // `**kwargs`, and `*args` with it.
  passesThrough: (param, fact) => param.rest && fact.params.filter((each) => each.rest).length + (param.name === 'kwargs' ? 1 : 0) > 1,
};
