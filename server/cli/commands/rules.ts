/** `archwright rules`: the catalogue. */
import type { Command } from 'commander';
import pc from 'picocolors';
import { catalogue, listedRules } from '../../app/rules.ts';
import { markdownTable } from '../../report/markdown-text.ts';
import { chosenFormat, wantsColor, write, type CommonOptions } from '../context.ts';

/** Adds `archwright rules`. */
export function addRules(program: Command): void {
  program.command('rules')
    .description('List all rules (formats: pretty, json, markdown)')
    .action(async (_own, command: Command) => list(command.optsWithGlobals<CommonOptions>()));
}

const LANGUAGES: Readonly<Record<string, string>> = { typescript: 'TS', javascript: 'JS', python: 'Py', notebook: 'Notebook' };

async function list(options: CommonOptions): Promise<void> {
  const format = chosenFormat(options, ['pretty', 'json', 'markdown'], 'pretty');
  if (format === 'json') return write(options, `${JSON.stringify(listedRules(), null, 2)}\n`);
  if (format === 'markdown') {
    const rows = catalogue.map((row) => [row.id, row.title, row.severity, row.guideline, row.fixable ? 'yes' : '']);
    return write(options, `${markdownTable(['Rule', 'Finds', 'Severity', 'Guideline', 'Fix'], rows).join('\n')}\n`);
  }
  const { default: Table } = await import('cli-table3');
  const colors = pc.createColors(wantsColor(options));
  const table = new Table({
    head: ['Rule', 'Finds', 'Severity', 'Languages', 'Guideline', 'Fix'].map((each) => colors.bold(each)),
    style: { head: [], border: [], compact: true },
  });
  for (const row of catalogue) {
    const severity = row.severity === 'error' ? colors.red(row.severity) : row.severity === 'warning' ? colors.yellow(row.severity) : colors.blue(row.severity);
    table.push([
      row.id,
      row.title,
      severity,
      row.languages
        .filter((each) => each !== 'notebook')
        .map((each) => LANGUAGES[each] ?? each)
        .join(' '),
      row.guideline,
      row.fixable ? 'yes' : '',
    ]);
  }
  return write(options, `${table.toString()}\n${catalogue.length} rules. "archwright explain RULE" describes one.\n`);
}
