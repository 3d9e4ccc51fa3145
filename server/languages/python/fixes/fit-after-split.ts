/** Splits first, and fits only on the training part; the test part is only transformed. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { argumentsOf, functionOf, lastName } from '../names.ts';
import { each, part, statementOf, unwrap, type Node, type Source } from '../syntax.ts';
import { nodeAt, openSource, replace } from './edit.ts';
import { behindSplit, classOf, isUsedBetween, type Step } from './split-step.ts';

/** Classes whose fit and transform work row by row. */
const TRANSFORMS =
  /^sklearn\.(preprocessing|decomposition|feature_extraction(\.\w+)?|feature_selection|impute|random_projection|compose|kernel_approximation)\.[A-Z]\w*$/;
/** Names that suit the data before the step as well as after it. */
const PLAIN_NAME = /^([xXyY]\w?|data|df|features?|inputs?|labels?|targets?|values|corpus|texts?)$/;
/** Longer expressions are not written into the split. */
const LONGEST = 40;

/** `scaler.fit_transform(X)`, or `scaler.fit(X)` followed by `scaler.transform(X)`. */
interface Fit {
  statements: Node[];
  receiver: Node;
  output: string;
  /** What is transformed. */
  rows: Node;
  /** The target it is fitted with, if it takes one. */
  sides: string[];
  /** The call, with what is applied to its result directly. */
  whole: Node;
}

/** Data: `split`, where the rows are split. */
export const fitAfterSplit: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const call = source === null ? null : nodeAt(source, request.span, 'call');
  const fit = source === null || call === null ? null : fitOf(source, call);
  const split = request.data.split as Span;
  if (source === null || fit === null || !TRANSFORMS.test(classOf(source, fit.receiver))
    || isUsedBetween(source, unwrap(fit.receiver), fit.statements.at(-1)!.end, split)) return null;
  const step = stepOf(source, fit);
  const behind = step === null ? null : behindSplit(source, step, split);
  const receiver = unwrap(fit.receiver);
  const inPlace = receiver.type !== 'identifier';
  const name = inPlace ? freeName(source, lastName(source, functionOf(receiver))) : source.textOf(receiver);
  if (step === null || behind === null || name === null) return null;
  const rows = behind.parts.get(step.inputs[0]!)!;
  const given = [rows, ...fit.sides.map((each) => behind.parts.get(each)!)].map((each) => each.train).join(', ');
  const after = fit.statements.length === 1 ? source.text.slice(call!.end, fit.whole.end) : '';
  return [{
    path: request.path,
    edits: behind.moved([
      ...(inPlace ? [`${name} = ${source.textOf(receiver)}`] : []),
      `${rows.train} = ${name}.fit_transform(${given})${after}`,
      `${rows.test} = ${name}.transform(${rows.test})${after}`,
    ]),
  }];
};

/** A name is passed to the split directly; an expression is kept under the output's name if that suits, or written into the split. */
function stepOf(source: Source, { statements, output, rows, sides, whole }: Fit): Step | null {
  const text = source.textOf(rows);
  const plain = { statements, outputs: [output], sides };
  if (rows.type === 'identifier') return { ...plain, inputs: [text] };
  if (PLAIN_NAME.test(output) && statements.length === 1) return { ...plain, inputs: [output], kept: [replace(source, whole, text)] };
  return text.length <= LONGEST && /^(attribute|subscript)$/.test(rows.type) ? { ...plain, inputs: [text] } : null;
}

function fitOf(source: Source, call: Node): Fit | null {
  const callee = functionOf(call);
  const { positional, keywords, spread } = argumentsOf(source, call);
  const [rows, ...sides] = positional;
  if (callee.type !== 'attribute' || keywords.length + spread.length > 0 || rows === undefined || !sides.every((each) => each.type === 'identifier'))
    return null;
  const receiver = part(callee, 'object')!;
  const method = source.textOf(part(callee, 'attribute')!);
  const statement = statementOf(call);
  const common = { receiver, rows, sides: sides.map((each) => source.textOf(each)) };
  if (method === 'fit_transform') {
    const dense = call.parent.type === 'attribute' && /^(toarray|todense)$/.test(source.textOf(part(call.parent, 'attribute')!)) ? call.parent.parent : null;
    const whole = dense?.type === 'call' && source.textOf(part(dense, 'arguments')!) === '()' ? dense : call;
    const output = assigned(source, statement, whole);
    return output === null ? null : { ...common, statements: [statement], output, whole };
  }
  const next = statement.parent.children[statement.parent.children.indexOf(statement) + 1];
  if (method !== 'fit' || receiver.type !== 'identifier' || statement.children[0] !== call || next === undefined) return null;
  const whole = next.children[0]?.type === 'assignment' ? part(next.children[0], 'right') : null;
  const output = whole === null ? null : assigned(source, next, whole);
  return output !== null && source.textOf(whole!) === `${source.textOf(receiver)}.transform(${source.textOf(rows)})`
    ? { ...common, statements: [statement, next], output, whole: whole! }
    : null;
}

/** The only name that a statement assigns. */
function assigned(source: Source, statement: Node, value: Node): string | null {
  const [assignment] = statement.children;
  if (statement.type !== 'expression_statement' || assignment?.type !== 'assignment' || part(assignment, 'right') !== value
    || part(assignment, 'type') !== null) return null;
  const left = part(assignment, 'left')!;
  return left.type === 'identifier' ? source.textOf(left) : null;
}

/** `StandardScaler` gives `scaler`, `PCA` gives `pca`; null when the file already uses that name. */
function freeName(source: Source, className: string): string | null {
  const words = className.match(/[A-Z]+(?![a-z])|[A-Z][a-z]+/g) ?? [];
  const last = words.at(-1)?.toLowerCase() ?? '';
  const name = /^(scaler|vectorizer|imputer|transformer|normalizer|encoder|discretizer)$/.test(last) ? last : words.map((each) => each.toLowerCase()).join('_');
  let taken = name === '';
  each(source.root, (node) => void (node.type === 'identifier' && source.textOf(node) === name && (taken = true)));
  return taken ? null : name;
}
