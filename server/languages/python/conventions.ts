/** Conventions of Python and its frameworks: the file through which others import a package, where a program starts, and methods whose signature is known. */
import type { ModuleFacts } from '../../facts/module-facts.ts';
import type { SignatureHabits } from '../kit/signatures.ts';
import { part, type Node, type Source } from './syntax.ts';

/** @returns whether it is the `__init__` of a package; an empty one does not count */
export function isFace({ path, exports, imports }: Pick<ModuleFacts, 'path' | 'exports' | 'imports'>): boolean {
  return (exports.length > 0 || imports.length > 0) && /(^|\/)__init__\.py$/.test(path);
}

/** The statement `if __name__ == "__main__":` of a file, or undefined when there is none. */
export function entryOf(source: Source): Node | undefined {
  // The condition may be missing while the user types.
  return source.root.children.find((each) => each.type === 'if_statement'
    && /^__name__\s*==|==\s*__name__$/.test(source.textOf(part(each, 'condition') ?? each)));
}

/** Methods that a framework or the language itself calls. */
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
