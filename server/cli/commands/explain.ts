/** `archwright explain RULE`: one rule with its reason, examples, fix and guideline section. */
import type { Command } from 'commander';
import { explainRule } from '../../app/rules.ts';
import { terminalPage } from '../../report/rule/terminal-page.ts';
import { chosenFormat, wantsColor, write, type CommonOptions } from '../context.ts';

/** Adds `archwright explain`. */
export function addExplain(program: Command): void {
  program.command('explain')
    .description('Explain one rule: what it finds, why, examples, how to fix (formats: pretty, markdown)')
    .argument('<rule>', 'id of the rule, such as architecture/block-cycle')
    .action(async (rule: string, _own, command: Command) => explain(rule, command.optsWithGlobals<CommonOptions>()));
}

async function explain(id: string, options: CommonOptions): Promise<void> {
  const format = chosenFormat(options, ['pretty', 'markdown'], 'pretty');
  const page = explainRule(id);
  return write(options, format === 'markdown' ? page : terminalPage(page, { color: wantsColor(options), width: process.stdout.columns ?? 100 }));
}
