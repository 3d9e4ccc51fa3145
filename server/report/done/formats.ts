/** The formats in which the definition of done of an issue is shown. */
import pc from 'picocolors';
import type { DoneReport, DoneResult, DoneState } from '../../protocol/done.ts';
import { columns, eachText, padded, showable, wrapped } from '../../text/plain-text.ts';
import { groupedBy } from '../../text/order.ts';
import { markdownTable, markdownText } from '../markdown-text.ts';

export const DONE_FORMATS = ['pretty', 'json', 'markdown'] as const;
export type DoneFormat = (typeof DONE_FORMATS)[number];

type Colors = ReturnType<typeof pc.createColors>;

const MARKS: Readonly<Record<DoneState, string>> = { 'met': '✔', 'not-met': '✖', 'not-seen': '?' };
const STATES: Readonly<Record<DoneState, string>> = { 'met': '✅ met', 'not-met': '❌ not met', 'not-seen': 'not seen' };
const GAP = '  ';
/** Before a title: indent, mark, blank. */
const LEAD = 4;
/** Fewer columns than this are not enough for evidence beside a title. */
const NARROWEST = 24;

/** @param width of the terminal in columns @returns text with a final line break */
export function writeDone(report: DoneReport, format: DoneFormat, { color, width }: { color: boolean; width: number }): string {
  switch (format) {
    case 'pretty': return pretty(eachText(report, showable), pc.createColors(color), width);
    case 'json': return `${JSON.stringify(report, null, 2)}\n`;
    case 'markdown': return markdown(report);
  }
}

/** `Not done: 3 of 9 met, 1 not met, 5 not seen` */
export function doneWords({ done, items, counts: { met, notMet, notSeen } }: DoneReport): string {
  const missing = [...(notMet > 0 ? [`${notMet} not met`] : []), ...(notSeen > 0 ? [`${notSeen} not seen`] : [])];
  return `${done ? 'Done' : 'Not done'}: ${[`${met} of ${items.length} met`, ...missing].join(', ')}`;
}

/** What a person can tick. */
function open({ items }: DoneReport): string[] {
  return items.filter(({ state }) => state === 'not-seen').map(({ id }) => id);
}

function pretty(report: DoneReport, colors: Colors, width: number): string {
  const { issue, items, done, notes } = report;
  const tone = { 'met': colors.green, 'not-met': colors.red, 'not-seen': colors.dim };
  const head = [issue.key, issue.summary, issue.status].filter((each) => each !== '').join(' · ');
  const titles = Math.max(0, ...items.map(({ title }) => columns(title)));
  const room = width - LEAD - titles - GAP.length;
  const item = ({ title, state, evidence }: DoneResult): string[] => {
    const mark = `${GAP}${tone[state](MARKS[state])} `;
    if (room < NARROWEST) {
      return [
        ...wrapped(title, Math.max(NARROWEST, width - LEAD)).map((line, at) => (at === 0 ? mark : ' '.repeat(LEAD)) + line),
        ...wrapped(evidence, Math.max(NARROWEST, width - LEAD - 2)).map((line) => ' '.repeat(LEAD + 2) + colors.dim(line)),
      ];
    }
    return wrapped(evidence, room).map((line, at) =>
      `${at === 0 ? mark + padded(title, titles) : ' '.repeat(LEAD + titles)}${GAP}${colors.dim(line)}`);
  };
  const ids = open(report);
  const hint = ids.length === 0 ? [] : [
    '', ...wrapped(`To tick: ${ids.join(', ')}`, width),
    ...wrapped(`archwright track done tick ${issue.key} ${ids[0]!}`, width - GAP.length).map((line) => GAP + colors.dim(line)),
  ];
  const lines = [
    ...wrapped(head, width).map((line) => colors.bold(line)),
    `${done ? colors.green('✔') : colors.red('✖')} ${doneWords(report)}`,
    ...[...groupedBy(items, ({ group }) => group)].flatMap(([group, own]) => ['', colors.bold(group), ...own.flatMap(item)]),
    ...hint,
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapped(note, width)).map((line) => colors.dim(line))]),
  ];
  return `${lines.join('\n')}\n`;
}

function markdown(report: DoneReport): string {
  const { issue, items, notes } = report;
  const groups = [...groupedBy(items, ({ group }) => group)].map(([group, own]) => [
    `## ${markdownText(group)}`, '',
    ...markdownTable(['Item', 'State', 'Evidence'], own.map(({ title, state, evidence }) => [markdownText(title), STATES[state], markdownText(evidence)])),
  ].join('\n'));
  const status = issue.status === '' ? '' : ` · ${markdownText(issue.status)}`;
  const head = [`# ${markdownText(issue.key)}: ${markdownText(issue.summary)}`, `**${doneWords(report)}**${status}`];
  return `${[...head, ...groups, ...notes.map((note) => markdownText(note))].join('\n\n')}\n`;
}
