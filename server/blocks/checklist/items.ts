/** What has to be true before a block counts as complete (blocks, checklist at the end), in the document's order. */

export const CHECKLIST = [
  { id: 'interface-contract', title: 'Contract stated, interface typed' },
  { id: 'unit-tests', title: 'Tested, 90% of its lines covered' },
  { id: 'integration-tests', title: 'Tested together with the blocks that use it' },
  { id: 'benchmarks', title: 'Performance measured' },
  { id: 'security-scan', title: 'No open security finding' },
  { id: 'documentation', title: 'Public code documented' },
  { id: 'impact-analysis', title: 'Impact on other blocks known' },
  { id: 'rollback', title: 'Way back rehearsed' },
  { id: 'health-checks', title: 'Health checks in place' },
  { id: 'monitoring', title: 'Monitored in production' },
  { id: 'code-review', title: 'Reviewed by a person' },
  { id: 'diagram', title: 'Architecture diagram up to date' },
] as const;

export type ChecklistItemId = (typeof CHECKLIST)[number]['id'];

/** A person's word that an item is done. */
export interface Tick {
  by: string;
  /** Date, `2026-11-29`. */
  at: string;
  /** Hash of the block's interface on that day: the tick expires when it changes. */
  interface: string;
  /** What was seen of it, in words: `Rehearsed back to v1.2.0 (1a2b3c4)`. */
  seen?: string;
}
