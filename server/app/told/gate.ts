/** What `gate` tells in an editor. */
import { failedFirst } from '../../digest/gate.ts';
import type { EvaluatedGate } from '../../gates/evaluate.ts';
import type { GateParams, Told } from '../../protocol/commands.ts';
import { writeGates } from '../../report/gates/formats.ts';
import { showable } from '../../text/plain-text.ts';
import { counted } from '../../text/wording.ts';
import { recordGates } from '../audit/happenings.ts';
import { gatesOf } from '../gates.ts';
import { reviewedIn, type CommandFolder } from './folder.ts';

/** Evaluates gates, and logs that for audit, where such a log is kept. @throws {Failure} for a gate that is not there */
export async function tellGate(folder: CommandFolder, { name }: GateParams): Promise<Told> {
  const { opened, review, metrics } = await reviewedIn(folder);
  const gates = await gatesOf(opened, review, { name, ofChange: false, metrics });
  await recordGates(opened, gates);
  const document = { name: 'gates', text: writeGates(gates, 'markdown', false), use: 'page' } as const;
  return { headline: showable(headline(gates)), holds: gates.every(({ passed }) => passed), document };
}

function headline(gates: readonly EvaluatedGate[]): string {
  const failed = gates.filter(({ passed }) => !passed);
  const [only] = gates;
  if (gates.length > 1 || only === undefined) {
    const names = failed.map(({ name }) => name).join(', ');
    return failed.length === 0 ? `All ${gates.length} gates passed.` : `${failed.length} of ${gates.length} gates failed: ${names}.`;
  }
  const { name, conditions } = only;
  const wrong = conditions.filter(({ passed, severity }) => !passed && severity === 'blocking');
  if (failed.length === 0 || wrong.length === 0) return `The gate ${name} ${only.passed ? 'passed' : 'failed'}: ${counted(conditions.length, 'condition')}.`;
  return `The gate ${name} failed: ${failedFirst(wrong)[0]!.reason} (${wrong.length} of ${counted(conditions.length, 'condition')} failed).`;
}
