/** Parameters that are only named in a comment. */
import type { FunctionFact } from '../../../facts/file-facts.ts';
import { ts, type FunctionNode, type Source } from '../syntax.ts';

const SPACE = 32;
const SLASH = 47;
/** Beyond it, spaces have many forms. */
const LAST_ASCII = 127;

/** What follows the spaces could be a comment: hardly ever so, and quickly told. */
function mayComment(text: string, at: number): boolean {
  let place = at;
  while (text.charCodeAt(place) <= SPACE) place++;
  const found = text.charCodeAt(place);
  return found === SLASH || found > LAST_ASCII;
}

/** `function (err /*, res *\/) {}`: what a comment between the brackets names is passed, and not taken. */
export function paramsInComments(source: Source, node: FunctionNode): Pick<FunctionFact, 'paramsInComments'> {
  const words = new Set<string>();
  const add = (pos: number, end: number): void => {
    for (const [word] of source.text.slice(pos, end).matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
  };
  const { pos, end } = node.parameters;
  const ends = [pos, end, ...node.parameters.flatMap((each) => [each.pos, each.end])];
  if (!ends.some((at) => mayComment(source.text, at))) return {};
  for (const at of new Set(ends)) {
    ts.forEachLeadingCommentRange(source.text, at, add);
    ts.forEachTrailingCommentRange(source.text, at, add);
  }
  return words.size === 0 ? {} : { paramsInComments: [...words] };
}
