/** Reads documentation comments (those that open with two asterisks) without the compiler's own, much slower, parser. */
import type { DocFact } from '../../../facts/file-facts.ts';
import { isEmptyDoc } from '../../kit/signatures.ts';
import { ts, type Source } from '../syntax.ts';

export interface Documentation extends Omit<DocFact, 'empty'> {
  /** Types given in the comment, for JavaScript. */
  paramTypes: ReadonlyMap<string, string>;
  returnType: string | null;
  /** Whole type of the documented item: `@type {…}`. */
  type: string | null;
}

const OLD_TYPE = /^(?:Number|String|Boolean|Object|Array|Function|Date|Element|HTMLElement|Map|Set|Promise|RegExp|Error|Mixed)(?:\[\])?\s+([\w$.]+)/;

/** Takes arguments of its own or has parts, which tags below it may describe. */
const HAS_PARTS = /function|callback|object|=>|\{/i;
/** One column more is a slip. */
const LEAST_DEEPER = 2;

/** Most comments are a sentence. */
const WITHOUT_TAGS: Omit<Documentation, 'span' | 'summary'> = {
  params: [], returns: false, throws: [], inherits: false, internal: false, deprecated: false, paramTypes: new Map(), returnType: null, type: null,
};

/** The documentation comment directly before a node, or null. */
export function documentationOf(source: Source, node: ts.Node): Documentation | null {
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos);
  if (ranges === undefined) return null;
  for (let index = ranges.length - 1; index >= 0; index--) {
    const range = ranges[index]!;
    if (source.text.startsWith('/**', range.pos) && range.end - range.pos > 4) {
      return read(source.text.slice(range.pos, range.end), source.spanBetween(range.pos, range.end));
    }
  }
  return null;
}

function withoutMark(line: string): string {
  return line.replace(/^\s*\* ?/, '');
}

function holdsWord(text: string): boolean {
  return /[A-Za-z]{2}/.test(text) || /\p{L}{2}/u.test(text);
}

function read(comment: string, span: DocFact['span']): Documentation {
  const inner = comment.slice(3, -2);
  const written = inner.includes('\n') ? inner.split('\n').map(withoutMark).join('\n') : withoutMark(inner);
  // An example may begin with a decorator: `@param.query('page')`.
  const body = written.includes('```') ? written.replaceAll(/```.*?```/gs, (code) => code.replaceAll('@', ' ')) : written;
  if (!body.includes('@')) return { ...WITHOUT_TAGS, span, summary: holdsWord(body) };
  const params: string[] = [];
  const bareParams: string[] = [];
  const throws: string[] = [];
  const paramTypes = new Map<string, string>();
  let returns = false;
  let returnType: string | null = null;
  let type: string | null = null;
  /** The last tag of a parameter itself; the first line of a comment tells no depth. */
  let outer: { name: string; depth: number } | null = null;
  for (const match of body.matchAll(/(?:^|\n)([^\S\n]*)@(\w+)[ \t]*(\{[^\n]*?\})?[ \t]*([^\n]*)/g)) {
    const [whole, { length: depth } = '', tag = '', braces, rest = ''] = match;
    const given = braces?.slice(1, -1) ?? null;
    if (/^(param|arg|argument)$/.test(tag)) {
      // In an older style the type comes first: `@param Number size`.
      const name = OLD_TYPE.exec(rest)?.[1] ?? /^\[?\s*([\w$.]+)/.exec(rest)?.[1];
      if (name === undefined) continue;
      // Tags that stand deeper describe the arguments of a callback.
      if (outer !== null && depth >= outer.depth + LEAST_DEEPER) {
        params.push(`${outer.name}.${name}`);
        continue;
      }
      outer = whole.startsWith('\n') && HAS_PARTS.test(given ?? 'object') ? { name, depth } : null;
      params.push(name);
      if (given !== null) paramTypes.set(name, given);
      else if (/^[\s-]*$/.test(rest.slice(rest.indexOf(name) + name.length))) bareParams.push(name);
    } else if (/^returns?$/.test(tag)) {
      returns = true;
      returnType = given;
    } else if (/^(throws|exception)$/.test(tag)) throws.push(given ?? /^[\w$.]+/.exec(rest)?.[0] ?? '');
    else if (tag === 'type') type = given;
  }
  const beforeTags = body.split(/(?:^|\n)[^\S\n]*@\w+/)[0] ?? '';
  return {
    span,
    summary: holdsWord(beforeTags) || /@(description|summary|deprecated)\s+\S/.test(body),
    params,
    ...(bareParams.length === 0 ? {} : { bareParams }),
    returns,
    throws,
    inherits: /@inheritdoc/i.test(body),
    internal: /@(internal|private|ignore|hidden)\b/.test(body),
    deprecated: /@deprecated\b/.test(body),
    paramTypes,
    returnType,
    type,
  };
}

/** The part that becomes a fact. */
export function toDocFact(documentation: Documentation | null): DocFact | null {
  if (documentation === null) return null;
  const { span, summary, params, bareParams, returns, throws, inherits, internal, deprecated } = documentation;
  return {
    span, summary, empty: isEmptyDoc(documentation), params, ...(bareParams ? { bareParams } : {}), returns, throws, inherits, internal, deprecated,
  };
}
