/** Reads docstrings: Google, NumPy and reST, as far as they name parameters, results and errors. */
import type { DocFact } from '../../../facts/file-facts.ts';
import { isEmptyDoc } from '../../kit/signatures.ts';
import { stringValue } from '../strings.ts';
import { isBareString, part, type Node, type Source } from '../syntax.ts';

const PARAMS = /^(args|arguments|parameters|params|other parameters|keyword args|keyword arguments)$/i;
/** If a function takes no further keyword arguments, these are keys of one of its parameters. */
const KEYWORDS = /^keyword arg(s|uments)$/i;
const RETURNS = /^(returns?|yields?|outputs?)$/i;
const RAISES = /^(raises?|throws|exceptions?)$/i;
const SECTION = new RegExp(
  '^(args|arguments|parameters|params|other parameters|keyword args|keyword arguments|attributes|returns?|yields?|outputs?|raises?|'
  + 'throws|exceptions?|examples?|notes?|see also|references|warnings?|warns|todo|methods)$',
  'i',
);
/** `:rtype: int`, `:param int count:`, `count (int): …`, `count : int`, and a result that begins with its type. */
const TYPED = new RegExp(
  [
    String.raw`^[^\S\n]*[:@](type|rtype)\b`, String.raw`^[^\S\n]*[:@]param\s[\w.[\], ]*\s\w+\s*:`,
    String.raw`^[^\S\n]*\*{0,2}\w+\s*\([^)]+\)\s*:`, String.raw`^[^\S\n]*\w+ : \S`, String.raw`^[^\S\n]*returns?:[\w.[\], ]+:`,
    String.raw`^[^\S\n]*(returns?|yields?)[^\S\n]*(:[^\S\n]*)?\n([^\S\n]*-+[^\S\n]*\n)?[^\S\n]*[\w.]+(\[[^\n]*\])?[^\S\n]*(:|\n|$)`,
  ].join('|'),
  'im',
);
const ANY_FIELD = /^\s*[:@](param|parameter|arg|argument|key|keyword|type|returns?|rtype|yields?|raises?|raise|except|exception)\b/;

/** What stands deeper below it is code, which may have docstrings of its own. */
const CODE = /^\.\. (code|code-block|sourcecode|ipython|testcode)::/;

/** What follows such a word belongs to the same sentence. */
const GOES_ON = /(?:\b(?:a|an|and|else|from|if|in|of|or|the|to|with)|,)\s*$/i;

/** The docstring of a module, class or function, or null. */
export function documentationOf(source: Source, node: Node): DocFact | null {
  const body = node.type === 'module' ? node : part(node, 'body');
  const first = body?.children[0];
  if (first === undefined || !isBareString(first)) return null;
  const literal = first.children[0]!;
  const parameters = part(node, 'parameters');
  const doc = readDocumentation(stringValue(source, literal), parameters === null ? '' : source.textOf(parameters));
  if (isCopied(source, node)) doc.inherits = true;
  return { span: source.span(literal), empty: isEmptyDoc(doc), ...doc, ...(TYPED.test(stringValue(source, literal)) ? { typed: true as const } : {}) };
}

/** Copied with its documentation, which tools keep equal to where it comes from: `# Copied from diffusers.pipelines…`. */
const COPIED = /#[^\S\n]*Copied from [^\n]+\n[^\S\n]*$/;
/** Longer comments than this end elsewhere. */
const LONGEST_REMARK = 300;

function isCopied(source: Source, node: Node): boolean {
  const { start } = node.parent.type === 'decorated_definition' ? node.parent : node;
  return COPIED.test(source.text.slice(Math.max(0, start - LONGEST_REMARK), start));
}

/**
 * @param text of a docstring
 * @param parameters of the function, as written
 */
export function readDocumentation(text: string, parameters = ''): Omit<DocFact, 'span' | 'empty'> {
  const lines = dedented(text.replace(/(?<!\w)_summary_(?!\w)/g, ''));
  const doc = {
    summary: false, params: [] as string[], bareParams: [] as string[], returns: false, throws: [] as string[],
    inherits: /\{@?inherit_?doc\}|^[^\S\n]*(see|inherit(ed|s)?( doc(umentation)?)?:?)( base| parent| super)( class)?\.?\s*$/im.test(text),
    internal: false, deprecated: /\.\. deprecated::|^[^\S\n]*deprecated[.:]/im.test(text),
  };
  const known = new Set(parameters.match(/\w+/g));
  let ofKeys = false;
  let section: 'params' | 'returns' | 'raises' | 'other' | null = null;
  /** Written the way of NumPy, where the names of entries stand alone. */
  let isUnderlined = false;
  let indent = 0;
  let base = 0;
  /** How far right the first `:param` stands. */
  let fieldDepth = 0;
  /** How far right an example of code stands; none when it is infinite. */
  let code = Infinity;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const depth = depthOf(line);
    if (depth > code) continue;
    code = CODE.test(trimmed) ? depth : Infinity;
    // What follows describes a route to a generator of its interface, in YAML.
    if (trimmed === '---' && !SECTION.test(lines[index - 1]?.trim() ?? '')) break;
    const underlined = /^[-=~]{3,}$/.test(lines[index + 1]?.trim() ?? '');
    const title = /^([A-Za-z](?:[A-Za-z ]*[A-Za-z])?)\s*:{0,2}$/.exec(trimmed)?.[1] ?? '';
    // A parameter may be named like a section: `args:` below `Args:`.
    const isParam = section === 'params' && depth > base && /^[a-z]/.test(title) && !underlined;
    // A line as far left as the title of a list with deeper entries is not an entry: `Raises` without a colon, or a sentence.
    const ends = section !== null && indent > base && depth <= base;
    if (!isParam && SECTION.test(title) && (underlined || trimmed.endsWith(':') || ends)) {
      section = PARAMS.test(title) ? 'params' : RETURNS.test(title) ? 'returns' : RAISES.test(title) ? 'raises' : 'other';
      isUnderlined = underlined;
      ofKeys = KEYWORDS.test(title) && !parameters.includes('**');
      base = depth;
      indent = -1;
      continue;
    }
    // `Sets` and the like: a section of the project's own.
    if (section !== null && isUnderlined && underlined && title !== '' && depth <= base) {
      section = 'other';
      continue;
    }
    if (/^[-=~]{3,}$/.test(trimmed)) continue;
    if (ANY_FIELD.test(line)) {
      const before = doc.params.length;
      readField(trimmed, doc);
      // Deeper than the one before, `:param weights:` names a part of it.
      if (before === 0) fieldDepth = depth;
      else if (depth > fieldDepth && doc.params.length > before && !known.has(doc.params.at(-1)!)) doc.params.length = before;
      // `:param query:` with nothing behind it, and nothing deeper below.
      const isBare = trimmed.startsWith(':') && trimmed.endsWith(':') && !(depthOf(lines[index + 1]) > depth);
      if (isBare && doc.params.length > before) doc.bareParams.push(doc.params.at(-1)!);
      section = null;
      continue;
    }
    // "Returns: the sum" on one line.
    const inline = /^(Returns?|Yields?|Raises?)\s*:\s+(\S.*)$/.exec(trimmed);
    if (inline) {
      if (/^R(eturn|aise)/.test(inline[1]!) && /^Raise/.test(inline[1]!)) doc.throws.push(/^[\w.]+/.exec(inline[2]!)?.[0] ?? '');
      else doc.returns = true;
      // Not in the text of a parameter, which goes on deeper than its name.
      if (section === 'params' && depth <= Math.max(indent, base)) section = 'returns';
      continue;
    }
    // In a list whose names stand as far left as its title, a sentence that says what comes back ends it.
    if (section === 'params' && depth <= base && /^(Returns?|Yields?)\s/.test(trimmed)) section = 'returns';
    if (section === null) {
      if (!doc.summary && /\p{L}{2}/u.test(trimmed)) doc.summary = true;
      if (/^(return|yield|get|give)s?\b/i.test(trimmed) || /\b(returns?|yields?)\b/i.test(trimmed)) doc.returns = true;
      continue;
    }
    if (section === 'returns') doc.returns = true;
    if (section === 'other' || section === 'returns') continue;
    if (indent < 0) indent = depth;
    if (depth < base || ends) {
      section = null;
      continue;
    }
    // An address on a line of its own is no entry.
    if (depth > indent || /^https?:\/\//.test(trimmed)) continue;
    if (section === 'params') {
      const names = /^((?:\*{0,2}\\?\*{0,2}[\w.]+(?:\\_)?)(?:\s*,\s*\*{0,2}\w+)*)\s*(?:\(.*?\)\s*)?(?::|--|-\s|$)/.exec(trimmed)?.[1] ?? '';
      const listed = names.split(',').map((each) => each.trim().replaceAll(/^\*+|\\\**/g, ''))
        // `path, optional` says that the path may be left out.
        .filter((name) => name !== 'optional' || known.has(name));
      // A dotted word begins a line that goes on from the one before; of a parameter it names a part.
      const isName = (name: string): boolean => name !== '' && (!name.includes('.') || known.has(name.split('.')[0]!));
      // A single word without a colon, where entries have one, ends the text of the entry above.
      const isWrapped = trimmed === names && doc.params.length > 0 && !known.has(names) && (!isUnderlined || GOES_ON.test(lines[index - 1] ?? ''));
      const entries = isWrapped ? [] : listed.filter((name) => isName(name) && (!ofKeys || known.has(name)));
      doc.params.push(...entries);
      // An editor put it there to be filled in, and nobody did.
      if (/(?<!\w)_description_(?!\w)/.test(trimmed)) doc.bareParams.push(...entries);
    } else doc.throws.push(/^`?~?([\w.]+)/.exec(trimmed)?.[1] ?? '');
  }
  const { bareParams, ...rest } = doc;
  return bareParams.length === 0 ? rest : doc;
}

/** @returns how far a line stands to the right; 0 for none and for an empty one */
function depthOf(line = ''): number {
  return line.trim() === '' ? 0 : line.length - line.trimStart().length;
}

/** A type behind the name: `count (int)`. */
const TYPE_BEHIND = /(\w)\s*(\(.*\)|\[.*\])$/;

/** `:param int count: how many`, `:param count (int): how many`, `:returns: …`, `:raises ValueError: …`. */
function readField(line: string, doc: { params: string[]; returns: boolean; throws: string[] }): void {
  const [, mark, kind = '', middle = '', end] = /^([:@])(\w+)\s*([^:]*)(:?)/.exec(line) ?? [];
  if (/^(param|parameter|arg|argument|key|keyword)$/.test(kind)) {
    // A trailing underscore is a link unless it is escaped: `type\_`.
    const words = middle.trim().replaceAll(/`|\\(?=_)/g, '').replace(TYPE_BEHIND, '$1').split(/\s+/);
    // The type is before the name only in `:param int count:`; in `@param count how many: …` the description follows.
    const name = words.at(mark === ':' && end === ':' ? -1 : 0)?.replace(/^[\\*]+|[;,.]+$/g, '');
    if (name) doc.params.push(name);
  } else if (/^(returns?|rtype|yields?)$/.test(kind)) doc.returns = true;
  else if (/^(raises?|except|exception)$/.test(kind)) for (const name of middle.split(',')) if (name.trim() !== '') doc.throws.push(name.trim());
}

/** Lines without the common indentation of all but the first. */
function dedented(text: string): string[] {
  const lines = text.replace(/\t/g, '    ').split('\n');
  const depths = lines.slice(1).filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(shared)));
}
