/** What counts as public by its name. */
import type { InterfaceEntry } from '../../../facts/interface.ts';

/** Names of modules that say something about the package and are no interface; the version is one, its value is not. */
const METADATA = new Set(('__author__ __author_email__ __authors__ __copyright__ __credits__ __date__ __license__ __maintainer__ __email__ __url__ __uri__ '
  + '__title__ __summary__ __description__ __status__ __build__ __cake__ __doc__ __all__ __path__ __file__ __name__ __dir__ __docformat__ '
  + '__builtins__ __slots__ __commit_id__ __version_tuple__ __revision__ __test__').split(' '));

export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith('__') && name.endsWith('__');
}

/** A name of a module that is not meant for others. */
export function isPrivateName(name: string): boolean {
  return METADATA.has(name) || (name.startsWith('_') && !isDunder(name));
}

/** Methods of every object, and those that are called in other ways than by their name. */
const OF_EVERY_OBJECT = new Set(('__init__ __new__ __slots__ __doc__ __module__ __match_args__ __annotations__ __repr__ __str__ __eq__ __ne__ __hash__ '
  + '__init_subclass__ __class_getitem__ __post_init__ __attrs_post_init__ __getstate__ __setstate__ __reduce__ __reduce_ex__ __sizeof__ __dir__ __format__ '
  + '__setattr__ __delattr__ __getattribute__ __getattr__ __subclasshook__ __del__ __weakref__ __dict__ __metaclass__ __abstractmethods__ __orig_bases__ '
  + '__prepare__ __set_name__ __qualname__ __copy__ __deepcopy__ __rich_repr__ __test__ __parameters__ __getnewargs__ __getinitargs__ __pretty__ '
  + '__get_pydantic_core_schema__ __get_pydantic_json_schema__ __repr_args__ __repr_name__ __repr_str__ __hints__ __fields__').split(' '));

/** A member of a class that is not meant for others, or that every class has. */
export function isPrivateMember(name: string): boolean {
  return OF_EVERY_OBJECT.has(name) || (name.startsWith('_') && !isDunder(name));
}

/** A module that others may import, by its dotted name or, where it has none, its path. */
export function isPublicModule(name: string): boolean {
  return name.replace(/\.pyi?$/, '').split(/[./]/).every((each) => !/^_/.test(each) && !/^(tests?|conftest|test_.*|.*_test)$/.test(each));
}

/**
 * The dotted names of all modules.
 * @param files Python files, relative to the root
 * @param entries whose names tell from which folders modules are imported
 */
export function moduleNames(files: readonly string[], entries: readonly InterfaceEntry[]): Map<string, string> {
  const known = new Set(files);
  const given = new Map(entries.map(({ path, name }) => [path, name]));
  const roots = new Set(entries.flatMap(({ path, name }) => {
    const folders = path.replace(/(\/__init__)?\.pyi?$/, '').split('/');
    const depth = folders.length - name.split('.').length;
    return depth < 0 || name.includes('/') ? [] : [folders.slice(0, depth).join('/')];
  }));
  const isPackage = (folder: string): boolean => known.has(`${folder}/__init__.py`) || known.has(`${folder}/__init__.pyi`);
  return new Map(files.map((file) => {
    const stated = given.get(file) ?? given.get(file.replace(/i$/, ''));
    if (stated !== undefined) return [file, stated];
    const parts = file.replace(/\.pyi?$/, '').split('/');
    const at = (length: number): string => parts.slice(0, length).join('/');
    let start = parts.length - 1;
    while (start >= 0 && !roots.has(at(start))) start--;
    if (start < 0) {
      start = parts.length - 1;
      while (start > 0 && isPackage(at(start))) start--;
    }
    const named = parts.slice(start);
    if (named.at(-1) === '__init__') named.pop();
    return [file, named.join('.')];
  }));
}
