/** Splits first, and resamples only the training part. */
import type { FixProvider } from '../../../facts/adapter.ts';
import type { Span } from '../../../facts/span.ts';
import { argumentsOf, functionOf } from '../names.ts';
import { part, statementOf, unwrap } from '../syntax.ts';
import { nodeAt, openSource } from './edit.ts';
import { behindSplit, classOf, isUsedBetween } from './split-step.ts';

/** Data: `split`, where the rows are split. Applies to `X, y = sampler.fit_resample(X, y)`. */
export const resampleAfterSplit: FixProvider = (request, context) => {
  const source = openSource(request.path, context);
  const call = source === null ? null : nodeAt(source, request.span, 'call');
  if (source === null || call === null) return null;
  const split = request.data.split as Span;
  const callee = functionOf(call);
  const statement = statementOf(call);
  const [assignment] = statement.children;
  const left = assignment?.type === 'assignment' && part(assignment, 'right') === call ? part(assignment, 'left') : null;
  const { positional, keywords, spread } = argumentsOf(source, call);
  if (callee.type !== 'attribute' || left === null || left.children.length !== 2 || positional.length !== 2 || keywords.length + spread.length > 0) return null;
  if (![...left.children, ...positional].every((node) => node.type === 'identifier') || !/^fit_(re)?sample$/.test(source.textOf(part(callee, 'attribute')!)))
    return null;
  const receiver = unwrap(part(callee, 'object')!);
  if (!/^imblearn\.(over_sampling|combine)\./.test(classOf(source, receiver)) || isUsedBetween(source, receiver, call.end, split)) return null;
  const inputs = positional.map((node) => source.textOf(node));
  const step = behindSplit(source, { statements: [statement], outputs: left.children.map((node) => source.textOf(node)), inputs, sides: [] }, split);
  const trains = inputs.map((name) => step?.parts.get(name)?.train ?? '').join(', ');
  return step === null ? null : [{ path: request.path, edits: step.moved([`${trains} = ${source.textOf(callee)}(${trains})`]) }];
};
