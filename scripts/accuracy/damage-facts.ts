/** What planted faults did to the score, and whether it is what they should do. */
import type { CriterionId } from '../../server/findings/rule-meta.ts';
import { toTenth } from '../../server/text/wording.ts';
import type { CriterionPoints } from './score-facts.ts';

/** One review of the copy. */
export interface Step {
  faults: number;
  /** What the criterion names as having cost points: findings, functions and tests. */
  found: number;
  total: number | null;
  criteria: CriterionPoints;
}

/** How the criteria moved. */
export interface Fall {
  /** Never up from one step to the next, and down in the end. */
  falls: boolean;
  /** No other criterion loses as large a share of its points. */
  fallsMost: boolean;
  /** After the faults were fixed, every criterion and the total are what they were. */
  returns: boolean;
  /** Other criteria that lost points at the most faults, with the points lost. */
  others: CriterionLoss;
}

export type CriterionLoss = Partial<Record<CriterionId, number>>;

export interface Damage extends Fall {
  formulaVersion: number;
  date: string;
  repository: string;
  commit: string;
  kind: string;
  criterion: CriterionId;
  /** Files of production code before anything was planted. */
  files: number;
  /** Without faults, with more and more, and fixed. */
  steps: Step[];
}

/** @param steps the first and the last without faults */
export function fallOf(criterion: CriterionId, steps: readonly Step[]): Fall {
  const [before, worst, fixed] = [steps[0]!, steps.at(-2)!, steps.at(-1)!];
  const points = steps.slice(0, -1).map(({ criteria }) => criteria[criterion]?.[0] ?? Number.NaN);
  const lost = new Map<CriterionId, number>();
  for (const [id, [reached]] of pairs(before.criteria)) lost.set(id, toTenth(reached - (worst.criteria[id]?.[0] ?? Number.NaN)));
  const share = (id: CriterionId): number => lost.get(id)! / before.criteria[id]![1];
  const others = [...lost].filter(([id, own]) => id !== criterion && own > 0);
  return {
    falls: points.every((own, index) => index === 0 || own <= points[index - 1]!) && points.at(-1)! < points[0]!,
    fallsMost: lost.has(criterion) && [...lost.keys()].every((id) => id === criterion || share(id) < share(criterion)),
    returns: fixed.total === before.total && JSON.stringify(fixed.criteria) === JSON.stringify(before.criteria),
    others: Object.fromEntries(others),
  };
}

function pairs(criteria: CriterionPoints): [CriterionId, [number, number]][] {
  return Object.entries(criteria) as [CriterionId, [number, number]][];
}

/** One kind on a line. */
export function damageText({ repository, kind, criterion, steps, falls, fallsMost, returns, others }: Damage): string {
  const points = steps.map(({ faults, criteria, total }) => `${faults}: ${criteria[criterion]?.[0] ?? '-'} (${total ?? '-'})`);
  const beside = Object.entries(others).map(([id, lost]) => `${id} -${lost}`);
  const verdict = `falls ${falls}, most ${fallsMost}, returns ${returns}${beside.length > 0 ? `; also ${beside.join(', ')}` : ''}`;
  return `${repository} ${kind} -> ${criterion}: ${points.join(', ')}; ${verdict}`;
}
