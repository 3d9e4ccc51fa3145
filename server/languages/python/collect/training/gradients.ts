/** Training loops in which the gradients of a step are added to those of the steps before. */
import type { TrainingFaultFact } from '../../../../facts/file-facts.ts';
import { argumentsOf } from '../../names.ts';
import { part, some, type Node } from '../../syntax.ts';
import { calledName, isWithin, loopsAround, methodOf, type Material } from './material.ts';

/** Something in the file clears gradients, or hands that to a library which does. */
const CLEARS = new RegExp(
  String.raw`zero_grad|\.grad\s*=|\.grad(\.data)?\.(zero_|fill_|mul_|detach)|\.grad\[|set_to_none|`
  + '[Aa]ccelerat|deepspeed|[Ff]abric|lightning|colossalai|ignite|fastai',
);
/** Trains on random numbers: it measures time or memory, and no result is used. */
const MEASURES = /\b(torch|th)\.(rand|randn|randint)\(|\brandom\w*\(|max_memory_allocated|perf_counter|benchmark/;
const OPTIMIZER = /^torch\.optim\.(\w+\.)?[A-Z]\w*$/;

/** @returns one fault for each loop that steps with an optimizer of torch */
export function missingZeroGrads(material: Material): TrainingFaultFact[] {
  const { source } = material;
  if (CLEARS.test(source.text)) return [];
  const seen = new Set<Node>();
  return material.calls.flatMap((call): TrainingFaultFact[] => {
    const step = methodOf(source, call);
    if (step?.name !== 'step' || argumentsOf(source, call).positional.length > 0) return [];
    const [loop] = loopsAround(call);
    if (loop === undefined || seen.has(loop) || MEASURES.test(source.textOf(loop))) return [];
    if (!goesBackward(material, loop) || !isMadeBefore(material, step.object, loop)) return [];
    seen.add(loop);
    return [{ kind: 'missing-zero-grad', text: source.shorten(call, 60), span: source.span(call), other: `${source.shorten(step.object, 40)}.zero_grad()` }];
  });
}

function goesBackward({ source }: Material, loop: Node): boolean {
  return some(loop, (each) => each.type === 'call' && methodOf(source, each)?.name === 'backward' && loopsAround(each)[0] === loop);
}

/** The optimizer comes from torch, and lives longer than one iteration. */
function isMadeBefore(material: Material, object: Node, loop: Node): boolean {
  const { source } = material;
  const made = material.assignments.filter((each) => source.textOf(part(each, 'left')!) === source.textOf(object));
  return made.length > 0 && made.every((each) => OPTIMIZER.test(calledName(material, part(each, 'right'))) && !isWithin(each, loop));
}
