/** Softmax over a single unit, which is 1 whatever goes in. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf } from '../../names.ts';
import { isPlainString, stringValue } from '../../strings.ts';
import { unwrap, type Node } from '../../syntax.ts';
import { argument, calledName, fullName, type Material } from './material.ts';

const DENSE = /(^|\.)layers\.(core\.)?Dense$/;
const KERAS = /^(keras|tensorflow|tf_keras|tensorflow\.keras)\b/;

/** @returns one fault for each such layer */
export function constantOutputs(material: Material): TrainingFaultFact[] {
  const { source } = material;
  return material.calls.flatMap((call): TrainingFaultFact[] => {
    const name = calledName(material, call);
    const at = isDense(material, call, name) ? call : /^torch\.nn\.(modules\.\w+\.)?Sequential$/.test(name) ? singleUnit(material, call) : null;
    return at === null ? [] : [{ kind: 'constant-output', text: source.shorten(at, 60), span: source.span(at), other: '' }];
  });
}

/** `Dense(1, activation='softmax')`. */
function isDense(material: Material, call: Node, name: string): boolean {
  if (!KERAS.test(name) || !DENSE.test(name)) return false;
  const { source } = material;
  const units = argument(source, call, 'units', 0);
  const activation = argument(source, call, 'activation', 1);
  return units !== null && isOne(material, units) && activation !== null && isSoftmax(material, unwrap(activation));
}

function isOne({ source }: Material, node: Node): boolean {
  return source.textOf(unwrap(node)) === '1';
}

function isSoftmax(material: Material, node: Node): boolean {
  if (isPlainString(node)) return /^(log_)?softmax$/.test(stringValue(material.source, node));
  return /^(tensorflow\.nn|(tensorflow\.)?keras\.activations)\.softmax$/.test(fullName(material, node));
}

/** `nn.Linear(n, 1), nn.Softmax(dim=-1)` in a row. Over another dimension it would share weights out, as attention does. */
function singleUnit(material: Material, sequence: Node): Node | null {
  const { source } = material;
  const layers = argumentsOf(source, sequence).positional;
  const isFlat = layers.some((each) => /^torch\.nn\.(modules\.\w+\.)?Flatten$/.test(calledName(material, each)));
  return layers.find((layer, index) => {
    if (!/^torch\.nn\.(modules\.\w+\.)?(Log)?Softmax$/.test(calledName(material, layer))) return false;
    const before = layers[index - 1];
    if (before === undefined || !/^torch\.nn\.(modules\.\w+\.)?Linear$/.test(calledName(material, before))) return false;
    const units = argument(source, before, 'out_features', 1);
    const dim = argument(source, layer, 'dim', 0);
    const isOwn = dim !== null && (source.textOf(dim) === '-1' || (isFlat && source.textOf(dim) === '1'));
    return units !== null && isOne(material, units) && isOwn;
  }) ?? null;
}
