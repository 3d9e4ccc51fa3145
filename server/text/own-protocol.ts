/** Names between double underscores that a Python package made up for itself. */

/** Words that the language has such names of. */
const OF_THE_LANGUAGE = new RegExp(
  '^(abs|add|all|and|annotations|bool|bytes|call|ceil|class|closure|cmp|code|coerce|complex|contains|copy|deepcopy|del|delattr|delete|delitem|dict|dir|'
  + 'div|divmod|doc|enter|eq|exit|file|float|floor|format|fspath|func|future|ge|get|getattr|getattribute|getitem|getstate|globals|gt|hash|hex|import|index|'
  + 'init|instancecheck|int|invert|iter|le|len|length|loader|long|lt|main|matmul|missing|mod|module|mro|mul|name|ne|neg|new|next|nonzero|oct|or|package|'
  + 'path|pos|post|pow|prepare|qualname|reduce|repr|reversed|round|self|set|setattr|setitem|setstate|signature|sizeof|slots|spec|str|sub|subclasscheck|'
  + 'subclasses|subclasshook|truediv|trunc|unicode|version|weakref|wrapped|xor|array)$',
);

/**
 * Nothing calls a method of such a name but the package that made it up: `__rich__` and `__rich_console__` in `rich/text.py`.
 * @param path of the file with the method
 * @param name of the method
 */
export function isOwnProtocol(path: string, name: string): boolean {
  const [, owner = ''] = /^__([a-z0-9]+)(?:_\w+)?__$/.exec(name) ?? [];
  return owner !== '' && path.split('/').slice(0, -1).includes(owner) && !OF_THE_LANGUAGE.test(owner);
}
