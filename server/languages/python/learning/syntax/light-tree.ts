/**
 * The syntax tree as the analysis reads it: children by field, and the text of leaves. It is made from
 * the tree that the facts are read from, so that the parser's own tree is walked once. Below it, what import statements and literals in it say.
 */
import type { Span } from '../../../../facts/span.ts';
import type { Node, Source } from '../../syntax.ts';

export interface Light {
  type: string;
  /** Named children in their order. */
  children: Light[];
  /** By field: its first child, tokens included (`operator`). */
  fields: Readonly<Record<string, Light>>;
  /** Text of a leaf; empty for nodes with children. */
  token: string;
  readonly span: Span;
  start: number;
  end: number;
}

/** Deeper nesting is cut off: people do not write it, but generated files may have it. */
const DEEPEST = 400;
const NO_FIELDS: Readonly<Record<string, Light>> = {};

/** Computes lines and columns only on request, because few nodes need them. */
class LightNode implements Light {
  readonly children: Light[] = [];
  fields: Readonly<Record<string, Light>> = NO_FIELDS;
  token = '';
  readonly #source: Source;

  constructor(readonly type: string, readonly start: number, readonly end: number, source: Source) {
    this.#source = source;
  }

  get span(): Span {
    return this.#source.spanBetween(this.start, this.end);
  }
}

/** @param source a file with its tree @returns the tree as the analysis reads it */
export function lighten(source: Source): Light {
  const copy = (node: Node, depth: number): Light => {
    const made = new LightNode(node.type, node.start, node.end, source);
    if (depth < DEEPEST && (node.children.length > 0 || node.tokens.length > 0)) {
      const fields: Record<string, Light> = {};
      for (const each of node.children) {
        // For a string, only the expressions inserted into it.
        if (node.type === 'string' && each.type !== 'interpolation') continue;
        const child = copy(each, depth + 1);
        made.children.push(child);
        if (each.field !== '') fields[each.field] ??= child;
      }
      const [operator] = node.tokens;
      if (operator !== undefined) {
        const token = new LightNode(operator, node.start, node.start, source);
        token.token = operator;
        fields[node.type === 'comparison_operator' ? 'operators' : 'operator'] ??= token;
      }
      made.fields = fields;
    }
    if (made.children.length === 0) made.token = source.text.slice(made.start, made.end);
    return made;
  };
  return copy(source.root, 0);
}

/** The source of a node on one line, shortened for display. */
export function shortText(text: string, node: Light, longest = 80): string {
  const line = text.slice(node.start, node.end).replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

const dotted = (node: Light): string => (node.children.length === 0 ? node.token : node.children.map((each) => each.token).join('.'));

/**
 * Which names an import statement brings in.
 * @param node an import statement
 * @returns pairs of the name in the file and the qualified name behind it: `np` and `numpy`
 */
export function importedNames(node: Light): [string, string][] {
  const from = node.fields['module_name'];
  const module = from === undefined ? null : dotted(from);
  return node.children.filter((each) => each !== from && each.type !== 'wildcard_import').map((each) => {
    const name = each.type === 'aliased_import' ? dotted(each.fields['name'] ?? each) : dotted(each);
    const alias = each.type === 'aliased_import' ? each.fields['alias']?.token : undefined;
    if (module !== null) return [alias ?? name, `${module}.${name}`];
    return alias === undefined ? [name.split('.')[0]!, name.split('.')[0]!] : [alias, name];
  });
}

const QUOTED = /^[a-zA-Z]{0,2}(['"]{1,3})([\s\S]*)\1$/;

/** @param text a literal as written @returns the text between the quotes; other literals as they are */
export function unquoted(text: string): string {
  return text.replace(QUOTED, '$2');
}

/** @param text a literal as written @returns whether it is a string */
export function isQuoted(text: string): boolean {
  return /^[a-zA-Z]{0,2}['"]/.test(text);
}
