/** The formats in which gates are shown. */
import pc from 'picocolors';
import { failedFirst } from '../../digest/gate.ts';
import type { EvaluatedCondition, EvaluatedGate } from '../../gates/evaluate.ts';
import type { GateReport } from '../../protocol/gates.ts';
import { showable } from '../../text/plain-text.ts';
import { markdownCode, markdownTable, markdownText } from '../markdown-text.ts';
import { orderedGate } from '../review/json.ts';

export const GATE_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type GateFormat = (typeof GATE_FORMATS)[number];

/** @param color for terminals that show it @returns text with a final line break */
export function writeGates(gates: readonly EvaluatedGate[], format: GateFormat, color: boolean): string {
  switch (format) {
    case 'pretty': return pretty(gates, color);
    case 'json': return `${JSON.stringify(jsonOf(gates), null, 2)}\n`;
    case 'markdown': return markdown(gates);
  }
}

function jsonOf(gates: readonly EvaluatedGate[]): GateReport {
  return { schemaVersion: 1, passed: gates.every(({ passed }) => passed), gates: gates.map(orderedGate) };
}

function pretty(gates: readonly EvaluatedGate[], color: boolean): string {
  const colors = pc.createColors(color);
  const paint = { failed: colors.red, warned: colors.yellow, passed: colors.green };
  const marks = { failed: '✖', warned: '▲', passed: '✔' };
  const lines = gates.flatMap(({ name, passed, conditions }) => [
    `${passed ? colors.green('✔') : colors.red('✖')} ${colors.bold(showable(name))} ${passed ? 'passed' : colors.red('failed')}`,
    ...failedFirst(conditions).map((condition) =>
      `    ${paint[standing(condition)](marks[standing(condition)])} ${showable(condition.reason)}${colors.dim(`  ${showable(condition.source)}`)}`),
    ...(conditions.length === 0 ? ['    It has no condition that is switched on.'] : []),
  ]);
  return `${lines.join('\n')}\n`;
}

function standing({ passed, severity }: EvaluatedCondition): 'failed' | 'warned' | 'passed' {
  return passed ? 'passed' : severity === 'warning' ? 'warned' : 'failed';
}

function markdown(gates: readonly EvaluatedGate[]): string {
  const parts = gates.map((gate) => [
    `## ${gate.passed ? '✅' : '❌'} Gate ${markdownText(gate.name)}`,
    '',
    ...markdownTable(['', 'Metric', 'Asked', 'Value', 'Source', 'Reason'], failedFirst(gate.conditions).map((condition) => [
      { failed: '❌', warned: '⚠️', passed: '✅' }[standing(condition)], markdownCode(condition.metric),
      markdownText(`${condition.operator} ${String(condition.threshold)}`), condition.value === null ? '–' : markdownText(String(condition.value)),
      markdownCode(condition.source), markdownText(condition.reason),
    ])),
  ].join('\n'));
  return `${parts.join('\n\n')}\n`;
}
