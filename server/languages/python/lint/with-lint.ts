/** Adds the findings of the linter and the project's linter settings to a file's facts; tells Python 2 and templates from broken code. */
import type { ExtractInput } from '../../../facts/adapter.ts';
import type { FileFacts } from '../../../facts/file-facts.ts';
import type { SyntaxProblem } from '../../../facts/module-facts.ts';
import { withoutGuesses } from '../../kit/certain-facts.ts';
import { isTemplateLine } from '../../kit/template.ts';
import { DEFAULT_SETTINGS, type LintSettings } from './project-settings.ts';
import type { LintTable } from './lint-table.ts';
import { lint } from './linter.ts';
import { readNoqa, silence } from './noqa.ts';
import { readNosec } from './nosec.ts';
import { readPylint } from './pylint.ts';
import { markPython2 } from './python-2.ts';
import { withoutDoubtfulNames } from './undefined-names.ts';

/**
 * @param input the file
 * @param facts extracted from it
 * @param table codes of the rules
 */
export function withLint(input: ExtractInput, facts: FileFacts, table: LintTable): FileFacts {
  const settings = (input.settings as LintSettings | undefined) ?? DEFAULT_SETTINGS;
  const found = lint(input.text, table, settings);
  return withoutGuesses({
    ...facts,
    lint: withoutDoubtfulNames(input, found.lint),
    syntaxProblems: [...facts.syntaxProblems, ...markPython2(input.text, markTemplate(input, found.syntaxProblems))],
    suppressions: [
      ...facts.suppressions, ...readNoqa(input.text, table), ...readNosec(input.text, table),
      ...readPylint(input.text, table),
      ...silence(settings.off, facts.metrics.lines, table),
    ],
    ...(settings.lineLength === null ? {} : { lineLimit: settings.lineLength }),
  });
}

/** All problems of a template come from what will be filled in. */
function markTemplate({ path, text }: ExtractInput, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  if (problems.length === 0) return problems;
  const lines = text.split(/\r\n|\n|\r/);
  const broken = new Set(problems.map(({ span }) => span[0]));
  return [...broken].some((line) => isTemplateLine(path, lines[line - 1] ?? '')) ? problems.map((each) => ({ ...each, rightIn: 'template' })) : problems;
}
