/** Values that are written into a selection of a pandas table, which is a copy. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { onlyValue } from '../../names.ts';
import { isPlainString } from '../../strings.ts';
import { part, unwrap, type Node } from '../../syntax.ts';
import { mentions, methodOf, type Material } from './material.ts';

/** Methods of a column that give a mask. */
const MASKS = /^(isin|isnull|isna|notnull|notna|between|duplicated|contains|startswith|endswith|eq|ne|lt|gt|le|ge)$/;

/** @returns one fault for each assignment to a column of selected rows */
export function chainedAssignments(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.assignments.flatMap((node): TrainingFaultFact[] => {
    const left = part(node, 'left');
    const outer = left === null ? null : unwrap(left);
    if (outer?.type !== 'subscript' || part(node, 'right') === null) return [];
    const columns = outer.children.filter((each) => each.field === 'subscript');
    const inner = unwrap(part(outer, 'value')!);
    if (columns.length !== 1 || !isColumns(columns[0]!) || inner.type !== 'subscript') return [];
    const rows = inner.children.filter((each) => each.field === 'subscript');
    const table = unwrap(part(inner, 'value')!);
    const isLoc = table.type === 'attribute' && source.textOf(part(table, 'attribute')!) === 'loc';
    const frame = isLoc ? part(table, 'object')! : table;
    if (rows.length !== 1 || frame.type === 'call' || !(isMask(material, rows[0]!, frame) || (isLoc && rows[0]!.type === 'list'))) return [];
    return [{
      kind: 'chained-assignment', text: source.shorten(outer, 70), span: source.span(outer),
      other: `${source.shorten(frame, 20)}.loc[${source.shorten(rows[0]!, 30)}, ${source.shorten(columns[0]!, 20)}]`,
    }];
  });
}

function isColumns(node: Node): boolean {
  return isPlainString(node) || (node.type === 'list' && node.children.length > 0 && node.children.every(isPlainString));
}

/** A condition about the columns of this table, one value for each row. */
function isMask(material: Material, node: Node, frame: Node, steps = 4): boolean {
  const { source, scopes } = material;
  const inner = unwrap(node);
  if (steps <= 0) return false;
  switch (inner.type) {
    case 'comparison_operator': return inner.tokens.every((token) => /^([<>]=?|[!=]=)$/.test(token)) && isAbout(material, inner.children[0]!, frame);
    case 'binary_operator': return /^[&|^]$/.test(inner.tokens[0] ?? '') && inner.children.some((child) => isMask(material, child, frame, steps - 1));
    case 'unary_operator': return inner.tokens[0] === '~' && isMask(material, inner.children[0]!, frame, steps - 1);
    case 'call': {
      const method = methodOf(source, inner);
      return method !== null && MASKS.test(method.name) && isAbout(material, method.object, frame);
    }
    case 'identifier': {
      const declared = scopes.lookup(source.textOf(inner), inner);
      const value = declared === null ? null : onlyValue(declared);
      return value !== null && isMask(material, value, frame, steps - 1);
    }
    default: return false;
  }
}

/** `df['a']`, `df.a`, `df['a'].str.len()`: a column of the table, not a single value. */
function isAbout({ source }: Material, node: Node, frame: Node): boolean {
  let inner = unwrap(node);
  for (let method = methodOf(source, inner); method !== null; method = methodOf(source, inner)) inner = unwrap(method.object);
  const isColumn = inner.type === 'attribute' || (inner.type === 'subscript' && inner.children.some((each) => each.field === 'subscript' && isColumns(each)));
  return isColumn && mentions(source, inner, source.textOf(frame).split(/[.[(]/)[0]!);
}
