/** Which items of a block's checklist are done: what can be seen is seen, the rest is for a person to tick. */
import type { JsonChecklistItem } from '../../protocol/blocks.ts';
import { counted, listed, percent } from '../../text/wording.ts';
import { CHECKLIST, type ChecklistItemId, type Tick } from './items.ts';

/** What is known about a block. */
export interface BlockEvidence {
  interfaceHash: string;
  /** A responsibility, input and output are stated. */
  hasContract: boolean;
  /** Public functions without types. */
  untyped: number;
  tests: number;
  /** Lines of its files by the coverage report; null without a report. */
  coverage: { covered: number; total: number } | null;
  /** Blocks that use it, and those of them without any test. */
  dependants: readonly string[];
  untestedDependants: readonly string[];
  benchmarks: readonly string[];
  /** Findings of security rules that are no mere information. */
  securityFindings: number;
  publicItems: number;
  documentedItems: number;
  /** The dependency matrix in the repository: missing, or naming the same dependencies as the code or not. */
  matrix: 'missing' | 'current' | 'outdated';
}

/** An item as it is reported. */
export type ChecklistResult = JsonChecklistItem & { id: ChecklistItemId };

interface Seen {
  done: boolean | null;
  evidence: string;
}

/** Share of lines that tests have to run. */
const COVERED = 0.9;
/** Share of public code that has to be documented. */
const DOCUMENTED = 0.9;
const NAMED = 3;

/** @param ticks of this block by item */
export function evaluateChecklist(evidence: BlockEvidence, ticks: Readonly<Partial<Record<ChecklistItemId, Tick>>>): ChecklistResult[] {
  return CHECKLIST.map(({ id, title }) => {
    const seen = SEEN[id]?.(evidence) ?? { done: null, evidence: 'For a person to tick' };
    const tick = ticks[id];
    // What can be seen to be wrong is not put right by a tick.
    if (tick === undefined || seen.done !== null) return { id, title, ...seen, by: null, at: null, expired: false };
    const expired = tick.interface !== evidence.interfaceHash;
    const words = `${tick.seen ?? 'Ticked'} by ${tick.by} on ${tick.at}`;
    return { id, title, done: !expired, evidence: expired ? `${words}, before its interface changed` : words, by: tick.by, at: tick.at, expired };
  });
}

const SEEN: Readonly<Partial<Record<ChecklistItemId, (evidence: BlockEvidence) => Seen>>> = {
  'interface-contract': ({ hasContract, untyped }) => ({
    done: hasContract && untyped === 0,
    evidence: listed([
      hasContract ? 'Contract stated' : 'No contract', untyped === 0 ? 'public functions typed' : `${counted(untyped, 'public function')} without types`,
    ]),
  }),
  'unit-tests': ({ tests, coverage }) => {
    if (tests === 0) return { done: false, evidence: 'No test imports it' };
    if (coverage === null || coverage.total === 0) return { done: null, evidence: `${counted(tests, 'test')}; no coverage report` };
    const words = `${counted(tests, 'test')}; ${percent(coverage.covered, coverage.total)} of its lines covered`;
    return { done: coverage.covered >= COVERED * coverage.total, evidence: words };
  },
  'integration-tests': ({ dependants, untestedDependants }) => {
    if (dependants.length === 0) return { done: true, evidence: 'No block uses it' };
    if (untestedDependants.length === 0) return { done: true, evidence: `Tests run ${counted(dependants.length, 'block')} that use it` };
    return { done: false, evidence: `Used by ${someOf(untestedDependants)} without a test of theirs` };
  },
  'benchmarks': ({ benchmarks }) =>
    (benchmarks.length > 0 ? { done: true, evidence: `Measured by ${someOf(benchmarks)}` } : { done: null, evidence: 'No benchmark imports it' }),
  'security-scan': ({ securityFindings }) =>
    ({ done: securityFindings === 0, evidence: securityFindings === 0 ? 'No security finding' : counted(securityFindings, 'security finding') }),
  'documentation': ({ publicItems, documentedItems }) => ({
    done: documentedItems >= DOCUMENTED * publicItems,
    evidence: publicItems === 0
      ? 'Nothing public to document'
      : `${percent(documentedItems, publicItems)} of ${counted(publicItems, 'public item')} documented`,
  }),
  'diagram': ({ matrix }) => ({
    missing: { done: null, evidence: 'No dependency matrix; "archwright matrix" writes one' },
    current: { done: true, evidence: 'The dependency matrix shows it as it is' },
    outdated: { done: false, evidence: 'The dependency matrix is out of date' },
  })[matrix],
};

function someOf(names: readonly string[]): string {
  return listed(names.length <= NAMED ? names : [...names.slice(0, NAMED), `${names.length - NAMED} more`]);
}
