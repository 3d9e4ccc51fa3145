/** Which of the names that the linter finds undefined are certain to be missing when the code runs. */
import type { Node, Tree } from 'web-tree-sitter';
import type { ExtractInput } from '../../../facts/adapter.ts';
import type { LintFact } from '../../../facts/file-facts.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { isNamedForLack } from '../../../text/lack-names.ts';
import { withTree } from '../kept-trees.ts';

const UNDEFINED = 'F821';
/** The file gives itself names that nobody can see. */
const DYNAMIC = new RegExp(
  String.raw`\b(exec|execfile|run_path)\(|\b(globals|locals|vars)\(\)(\[|\.(update|setdefault)\b)|`
  + String.raw`\b__dict__(\[|\.update\b)|\bsetattr\((builtins|sys\.modules)`,
);
/** Defined by Python 2, by what runs the file (IPython, Databricks, SCons, gdb, IDA, Ghidra, Snakemake, a profiler), or by `gettext.install`. */
const ELSEWHERE = new Set((
  'unicode long xrange basestring raw_input unichr reduce file cmp execfile reload apply buffer intern coerce WindowsError '
  + 'get_ipython display spark sc sqlContext dbutils profile _ __ N_ ngettext gettext __IPYTHON__ __file__ __class__ __builtins__ reveal_type '
  + 'env Import Export ARGUMENTS snakemake gdb currentProgram idc idaapi hou'
).split(' '));

/** @returns the linter's findings without undefined names that may exist after all, or that nothing evaluates; each missing name once */
export function withoutDoubtfulNames({ path, text }: ExtractInput, lint: LintFact[]): LintFact[] {
  if (!lint.some(({ code }) => code === UNDEFINED)) return lint;
  const told = new Set<string>();
  return withTree(path, text, (tree) => lint.filter((fact) => {
    if (fact.code !== UNDEFINED) return true;
    const name = /`([^`]+)`/.exec(fact.message)?.[1] ?? '';
    // Every package has one.
    if (name === '__path__' && path.endsWith('__init__.py')) return false;
    if (told.has(name) || DYNAMIC.test(text) || ELSEWHERE.has(name) || isNamedForLack(name)) return false;
    if (isQuoted(text, name) || isTakenBack(text, name) || isSwitchedOff(text, name) || !isMissing(tree, fact, name)) return false;
    told.add(name);
    return true;
  }));
}

/** A file that names it in quotes may have it put in by others: `register(imports=['os'])`. */
function isQuoted(text: string, name: string): boolean {
  return text.includes(`'${name}'`) || text.includes(`"${name}"`);
}

/** The module has it until it has made what needs it: `_raw = property … del _raw`. */
function isTakenBack(text: string, name: string): boolean {
  return new RegExp(`^del\\s(?:[\\w\\s,]*\\W)?${escapePattern(name)}\\b`, 'm').test(text);
}

/** Its import stands there as a comment, left for those who need the function: `# import matplotlib.pyplot as plt`. */
function isSwitchedOff(text: string, name: string): boolean {
  return new RegExp(`^[ \\t]*#+[ \\t]*(from[ \\t]+\\S+[ \\t]+)?import[ \\t](.*\\W)?${escapePattern(name)}[ \\t]*(,|#|$)`, 'm').test(text);
}

/**
 * In a function, outside of annotations and texts: what a module needs to be loaded would have been missed at once. A name
 * that the function gives a value further down may have it from the round of a loop before.
 */
function isMissing(tree: Tree, { span: [line, column] }: LintFact, name: string): boolean {
  const at = { row: line - 1, column: column - 1 };
  let node: Node | null = tree.rootNode.descendantForPosition(at, at);
  let around: Node | null = null;
  for (let inText = false; node !== null; node = node.parent) {
    if (node.type === 'interpolation') inText = false;
    else if (node.type === 'string_content' || node.type === 'string') {
      if (node.type === 'string_content') inText = true;
      if (inText) return false;
    } else if (node.type === 'type') return false;
    else if (node.type === 'function_definition') around = node;
  }
  return around !== null && !around.descendantsOfType('identifier').some((each) => each?.text === name && isTarget(each));
}

/** The left side of an assignment or a loop, or behind `as`. */
function isTarget(identifier: Node): boolean {
  let node = identifier;
  while (node.parent !== null && /^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(node.parent.type)) node = node.parent;
  const { parent } = node;
  if (parent === null) return false;
  if (parent.type === 'as_pattern_target') return true;
  const field = parent.type === 'named_expression' ? 'name' : 'left';
  return /^(assignment|augmented_assignment|for_statement|for_in_clause|named_expression)$/.test(parent.type)
    && parent.childForFieldName(field)?.startIndex === node.startIndex;
}
