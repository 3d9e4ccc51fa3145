/**
 * How a block hangs together with the others, by Robert C. Martin's package metrics ("OO Design Quality Metrics", 1994),
 * with files in the place of classes where he counts dependencies.
 */
import { countsForBlocks } from '../../graph/edges.ts';
import type { Block, WorkspaceModel } from '../../graph/model.ts';

export interface Coupling {
  /** Ce / (Ca + Ce), from 0 (others depend on it) to 1 (it depends on others); null when it stands alone. */
  instability: number | null;
  /** Share of interfaces and abstract classes among all classes and interfaces; null when it has none. */
  abstractness: number | null;
  /** |A + I - 1|: how far it is from the line on which a block is as abstract as it is stable; null when either is. */
  distance: number | null;
}

export function couplingOf(model: WorkspaceModel, { id, files }: Block): Coupling {
  const isProduction = (path: string): boolean => countsForBlocks(model.modules.get(path)!.facts.role);
  const isOutside = (path: string): boolean => model.modules.get(path)!.block !== id && isProduction(path);
  const own = files.filter(isProduction);
  const afferent = new Set(own.flatMap((path) => (model.edgesTo.get(path) ?? []).map(({ from }) => from)).filter(isOutside)).size;
  const efferent = new Set(own.flatMap((path) => (model.edgesFrom.get(path) ?? []).map(({ to }) => to)).filter(isOutside)).size;
  let abstract = 0;
  let concrete = 0;
  for (const path of own) {
    const { classes, exports } = model.modules.get(path)!.facts;
    const abstractClasses = classes.filter((each) => each.abstract).length;
    abstract += abstractClasses + exports.filter(({ kind }) => kind === 'interface').length;
    concrete += classes.length - abstractClasses;
  }
  const instability = afferent + efferent === 0 ? null : efferent / (afferent + efferent);
  const abstractness = abstract + concrete === 0 ? null : abstract / (abstract + concrete);
  return { instability, abstractness, distance: instability === null || abstractness === null ? null : Math.abs(abstractness + instability - 1) };
}
