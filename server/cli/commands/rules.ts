/** `archwright rules`: the catalogue. */
import type { Command } from 'commander';
import Table from 'cli-table3';
import pc from 'picocolors';
import { rules } from '../../rules/registry.ts';
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
  const rows = rules.map(({ meta }) => ({
    id: meta.id, title: meta.title, severity: meta.severity, languages: meta.languages, guidelines: meta.guidelines, fixable: meta.fixable, blocker: meta.blocker,
  }));
  if (format === 'json') return write(options, `${JSON.stringify(rows, null, 2)}\n`);
  if (format === 'markdown') {
    const lines = rows.map((row) => `| ${row.id} | ${row.title} | ${row.severity} | ${row.guidelines[0]} | ${row.fixable ? 'yes' : ''} |`);
    return write(options, ['| Rule | Finds | Severity | Guideline | Fix |', '|---|---|---|---|---|', ...lines, ''].join('\n'));
  }
  const colors = pc.createColors(wantsColor(options));
  const table = new Table({ head: ['Rule', 'Finds', 'Severity', 'Languages', 'Guideline', 'Fix'].map((each) => colors.bold(each)), style: { head: [], border: [], compact: true } });
  for (const row of rows) {
    const severity = row.severity === 'error' ? colors.red(row.severity) : row.severity === 'warning' ? colors.yellow(row.severity) : colors.blue(row.severity);
    table.push([row.id, row.title, severity, row.languages.filter((each) => each !== 'notebook').map((each) => LANGUAGES[each] ?? each).join(' '), row.guidelines[0], row.fixable ? 'yes' : '']);
  }
  return write(options, `${table.toString()}\n${rows.length} rules. "archwright explain RULE" tells more of one.\n`);
}
