/** The findings in the terminal: by file, with repeated remarks summed up. */
import { groupedBy } from '../../../text/order.ts';
import type { ReportFinding } from '../../../protocol/report.ts';
import { remarksOf, sumsByRule, type Remark } from '../../../digest/remarks.ts';
import { columns, padded, shortened, showable, wrapped } from '../../../text/plain-text.ts';
import { counted, grouped } from '../../../text/wording.ts';
import type { RuleWords } from '../rule-words.ts';
import type { Colors } from './pretty.ts';

/** More information than this is summed up by rule. */
const MOST_INFOS = 20;
/** Rules that are named when information is summed up. */
const MOST_SUMS = 12;
const FIRST_PLACES = 4;
const HINT = '"archwright review --all" lists each finding, "archwright baseline" accepts what there is today, and "rules" in archwright.jsonc turns a '
  + 'rule off.';

/** Width before a message besides its place: margins and the symbol. */
const INDENT = 7;

export const SYMBOLS = { error: '✖', warning: '▲', info: '●' } as const;

/** The colour of a severity. */
export function severityColor(severity: ReportFinding['severity'], colors: Colors): (text: string) => string {
  return severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;
}

/** Column widths shared by all findings of a report, so that they align. */
interface Grid {
  place: number;
  message: number;
  /** The rule goes below the message, because there is no room beside it. */
  stacked: boolean;
}

/** A message narrower than this is unpleasant to read; then the rule goes below it. */
const NARROWEST_MESSAGE = 36;
/** A message wider than this is wrapped, so that one long sentence does not push all rules far to the right. */
const WIDEST_MESSAGE = 88;

function gridFor(findings: readonly ReportFinding[], width: number): Grid {
  const widest = (texts: string[]): number => texts.reduce((most, text) => Math.max(most, columns(text)), 0);
  const place = widest(findings.map(placeText));
  const room = width - place - INDENT;
  const beside = room - widest(findings.map(tailText)) - 2;
  const stacked = beside < NARROWEST_MESSAGE;
  return { place, stacked, message: Math.min(stacked ? room : beside, WIDEST_MESSAGE, widest(findings.map(({ message }) => showable(message)))) };
}

/**
 * Findings by file. What a rule says about many places of a block is summed up, and information in large numbers is only
 * summed up, so that a first review fits on a screen or two.
 * @param findings in the order of their places
 */
export function findingLines(
  findings: readonly ReportFinding[],
  rules: ReadonlyMap<string, RuleWords>,
  { width, all }: { width: number; all: boolean },
  colors: Colors,
): string[] {
  if (all) return byFile(findings, width, colors);
  const infos = findings.filter(({ severity }) => severity === 'info');
  const summed = infos.length > MOST_INFOS;
  const { single, repeated } = remarksOf(summed ? findings.filter(({ severity }) => severity !== 'info') : findings);
  return [
    ...byFile(single, width, colors),
    ...repeated.flatMap((remark) => remarkLines(remark, rules, width, colors)),
    ...(summed ? infoLines(infos, rules, width, colors) : []),
    ...(summed || repeated.length > 0 ? [...wrapped(HINT, width).map((line) => colors.dim(line)), ''] : []),
  ];
}

function byFile(findings: readonly ReportFinding[], width: number, colors: Colors): string[] {
  const grid = gridFor(findings, width);
  return [...groupedBy(findings, (finding) => finding.path)].flatMap(([path, group]) => [
    `${colors.underline(showable(path))}${placeOf(group[0], colors)}`,
    ...group.flatMap((finding) => oneFinding(finding, grid, colors)),
    '',
  ]);
}

/** A rule that says the same of many places: the count, the block, the first words and the first places. */
function remarkLines({ ruleId, severity, block, findings }: Remark, rules: ReadonlyMap<string, RuleWords>, width: number, colors: Colors): string[] {
  const where = block === null ? '' : ` in ${showable(block)}`;
  const places = findings.slice(0, FIRST_PLACES).map(({ path, range }) => `${showable(path)}:${range.start.line}`);
  const rest = findings.length - places.length;
  const indented = (text: string): string[] => wrapped(text, width - INDENT).map((line) => `${' '.repeat(INDENT)}${line}`);
  return [
    `${severityColor(severity, colors)(SYMBOLS[severity])}  `
      + `${colors.bold(`${grouped(findings.length)} × ${titleOf(ruleId, rules)}${where}`)}  ${colors.dim(showable(ruleId))}`,
    ...indented(showable(findings[0]!.message)),
    ...indented(`${places.join(', ')}${rest > 0 ? ` and ${grouped(rest)} more` : ''}`).map((line) => colors.dim(line)),
    '',
  ];
}

/** Information, a line for each rule. */
function infoLines(infos: readonly ReportFinding[], rules: ReadonlyMap<string, RuleWords>, width: number, colors: Colors): string[] {
  const sums = sumsByRule(infos);
  const room = grouped(sums[0]!.count).length;
  const rows = sums.slice(0, MOST_SUMS).map(({ ruleId, count, blocks, most }) => {
    const where = blocks > 1 && most.block !== null ? `, most in ${showable(most.block)}` : '';
    const title = shortened(`${titleOf(ruleId, rules)}${where}`, width - room - columns(ruleId) - 8);
    return `  ${grouped(count).padStart(room)} × ${title}  ${colors.dim(showable(ruleId))}`;
  });
  const left = sums.slice(MOST_SUMS);
  const more =
    left.length === 0
      ? []
      : [
          colors.dim(
            `  and ${counted(
              left.reduce((sum, { count }) => sum + count, 0),
              'finding',
            )} of ${counted(left.length, 'more rule')}`,
          ),
        ];
  return [colors.blue(`${SYMBOLS.info} ${grouped(infos.length)} for information`), ...rows, ...more, ''];
}

function titleOf(ruleId: string, rules: ReadonlyMap<string, RuleWords>): string {
  return showable(rules.get(ruleId)?.title ?? ruleId);
}

function placeOf(finding: ReportFinding | undefined, colors: Colors): string {
  const names = [finding?.layer, finding?.block].filter((name): name is string => typeof name === 'string').map(showable);
  return names.length > 0 ? colors.dim(`  ${names.join(' › ')}`) : '';
}

function placeText({ range }: ReportFinding): string {
  return `${range.start.line}:${range.start.column}`;
}

function tailText({ ruleId, blocker, fixable }: ReportFinding): string {
  const marks = [blocker ? 'blocker' : '', fixable ? 'fixable' : ''].filter((mark) => mark !== '');
  return `${showable(ruleId)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

function oneFinding(finding: ReportFinding, grid: Grid, colors: Colors): string[] {
  const symbol = severityColor(finding.severity, colors)(SYMBOLS[finding.severity]);
  const rule = finding.blocker ? colors.red(tailText(finding)) : colors.dim(tailText(finding));
  const head = `  ${colors.dim(placeText(finding).padStart(grid.place))}  ${symbol}  `;
  const blank = ' '.repeat(grid.place + INDENT);
  const [first = '', ...rest] = wrapped(showable(finding.message), grid.message);
  const body = grid.stacked ? [first, ...rest, rule] : [`${padded(first, grid.message)}  ${rule}`, ...rest];
  return body.map((line, at) => `${at === 0 ? head : blank}${line}`);
}
