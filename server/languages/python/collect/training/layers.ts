/** Modules of torch: which classes are modules, and which expressions make layers that have parameters. */
import { argumentsOf, basesOf, functionOf } from '../../names.ts';
import { each, isComprehension, part, unwrap, type Node } from '../../syntax.ts';
import { calledName, fullName, type Material } from './material.ts';

const MODULES = /^(torch\.nn\.(modules\.(module\.)?)?Module|(pytorch_lightning|lightning(\.pytorch)?)\.(core\.(\w+\.)*)?LightningModule)$/;
/** Layers that learn something, whatever they are given. */
const LEARNS = new RegExp(
  String.raw`^torch\.nn\.(modules\.\w+\.)?(Linear|Bilinear|LazyLinear|(Lazy)?Conv(Transpose)?[123]d|(Lazy)?BatchNorm[123]d|SyncBatchNorm|LayerNorm|`
  + 'GroupNorm|RMSNorm|'
  + 'Embedding|EmbeddingBag|LSTM|GRU|RNN|LSTMCell|GRUCell|RNNCell|MultiheadAttention|Transformer((En|De)coder(Layer)?)?|PReLU)$',
);
const HOLDS = /^torch\.nn\.(modules\.container\.)?(Sequential|ModuleList|ModuleDict)$/;
const PARAMETER = /^torch\.nn\.(parameter\.)?Parameter$/;
/** How many classes and containers are followed. */
const DEEPEST = 5;

/** What an expression makes: something with parameters, or a bare parameter; null for all else. */
export type Made = 'module' | 'parameter' | null;

/** @returns whether a class is a module of torch, by its bases or by theirs in the same file */
export function isModule(material: Material, node: Node, steps = DEEPEST): boolean {
  return steps > 0 && basesOf(material.source, node).some((base) => {
    const own = ownClass(material, base.node);
    return own === null ? MODULES.test(fullName(material, base.node)) : own !== node && isModule(material, own, steps - 1);
  });
}

/** The class of this file that a name stands for. */
export function ownClass({ source, scopes }: Material, name: Node): Node | null {
  const declared = name.type === 'identifier' ? scopes.lookup(source.textOf(name), name) : null;
  return declared?.kind === 'class' ? declared.node : null;
}

/** A class and its bases in the same file. */
export function withBases(material: Material, node: Node, steps = DEEPEST): Node[] {
  const bases = steps > 0 ? basesOf(material.source, node).flatMap((base) => ownClass(material, base.node) ?? []) : [];
  return [node, ...bases.filter((base) => base !== node).flatMap((base) => withBases(material, base, steps - 1))];
}

/** What an expression makes, in whatever containers. */
export function madeBy(material: Material, node: Node, steps = DEEPEST): Made {
  const inner = unwrap(node);
  if (steps <= 0) return null;
  const first = (nodes: readonly Node[]): Made => {
    for (const item of nodes) {
      const made = madeBy(material, item, steps - 1);
      if (made !== null) return made;
    }
    return null;
  };
  if (inner.type === 'call') return madeByCall(material, inner, first, steps);
  if (inner.type === 'list' || inner.type === 'tuple' || inner.type === 'dictionary') return first(inner.children);
  if (inner.type === 'pair') return first([part(inner, 'value') ?? inner.children.at(-1)!]);
  if (isComprehension(inner)) return first([part(inner, 'body')!].flatMap((body) => body ?? []));
  // `[nn.Linear(2, 2)] * 3`
  return inner.type === 'binary_operator' && inner.tokens[0] === '*' && inner.children[0]?.type === 'list' ? first(inner.children.slice(0, 1)) : null;
}

function madeByCall(material: Material, call: Node, first: (nodes: readonly Node[]) => Made, steps: number): Made {
  const name = calledName(material, call);
  if (LEARNS.test(name)) return 'module';
  const { positional, keywords } = argumentsOf(material.source, call);
  if (PARAMETER.test(name)) return keywords.some((each) => each.name === 'requires_grad') || positional.length > 1 ? null : 'parameter';
  if (HOLDS.test(name)) return first(positional) === null ? null : 'module';
  const own = ownClass(material, functionOf(call));
  return own !== null && isModule(material, own) && hasParameters(material, own, steps - 1) ? 'module' : null;
}

/** A class that keeps a layer or parameter in a field of its own. */
function hasParameters(material: Material, node: Node, steps: number): boolean {
  let found = false;
  for (const owner of withBases(material, node)) {
    each(owner, (inner) => {
      if (found || inner.type !== 'assignment' || part(inner, 'left')?.type !== 'attribute') return;
      const right = part(inner, 'right');
      found = right !== null && right.type === 'call' && madeBy(material, right, steps) !== null;
    });
  }
  return found;
}
