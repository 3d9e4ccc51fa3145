/** A block in at most ten lines, for editors. */
import type { BlockCard } from '../../protocol/block-card.ts';
import { capital, counted, firstNames } from '../../text/wording.ts';
import { SEVERITIES } from '../../digest/findings.ts';
import { showable } from '../../text/plain-text.ts';
import { markdownLink, markdownText } from '../markdown-text.ts';
import { contractWords } from './figures.ts';

const LONGEST = 160;
const MOST_USERS = 5;
const MOST_DECISIONS = 3;

/** How a card is written: what files say is a text for `text`. */
interface Writing {
  heading(title: string): string;
  text(words: string): string;
  link(words: string, uri: string): string;
  /** Between the lines below the heading. */
  lineBreak: string;
}

const MARKDOWN: Writing = { heading: (title) => `### ${title}\n\n`, text: markdownText, link: markdownLink, lineBreak: '  \n' };
const PLAIN: Writing = { heading: (title) => `${title}\n`, text: showable, link: (words) => words, lineBreak: '\n' };

/** @param graph address that shows the block in the graph; null where that cannot be shown */
export function cardMarkdown(card: BlockCard, graph: string | null): string {
  const link = graph === null ? [] : [MARKDOWN.link('Show in graph', graph)];
  return written(card, MARKDOWN, link);
}

/** The same for editors that show no Markdown. */
export function cardText(card: BlockCard): string {
  return written(card, PLAIN, []);
}

function written(card: BlockCard, writing: Writing, last: readonly string[]): string {
  const { heading, text, lineBreak } = writing;
  const lines = [
    ...contractWords(card.contract).map(([title, words]) => `${title}: ${text(shortened(words))}`),
    stateLine(card, text), healthLine(card),
    `Used by ${card.usedBy.length === 0 ? 'no other block' : text(firstNames(card.usedBy, MOST_USERS))}`,
    ...decisionLine(card, writing), ...last,
  ];
  return `${heading(`Block ${text(card.id)}`)}${lines.join(lineBreak)}`;
}

function stateLine({ version, state, asked }: BlockCard, text: Writing['text']): string {
  const known = version === null ? `State: ${state}` : `Version ${text(version)}, ${state}`;
  return asked === null ? known : `${known}; what changed in its interface since ${text(asked.since)} asks for ${text(asked.version)}`;
}

function healthLine({ health, tests, coverage }: BlockCard): string {
  const { score = null, grade = null } = health ?? {};
  const found = health === null ? [] : SEVERITIES.flatMap((severity) => (health.findings[severity] > 0 ? counted(health.findings[severity], severity) : []));
  const words = [
    ...(score === null ? [] : [`Health ${[grade, `(${score.toFixed(1)})`].filter((each) => each !== null).join(' ')}`]),
    ...(health !== null && found.length === 0 ? ['no findings'] : found),
    tests === 0 ? 'no tests' : counted(tests, 'test'), ...(coverage === null ? [] : [`${coverage} covered`]),
  ].join(', ');
  return capital(words);
}

function decisionLine({ decisions }: BlockCard, { text, link }: Writing): string[] {
  if (decisions.length === 0) return [];
  const named = decisions.map(({ number, title, status, uri }) => `${link(text(`${number} ${shortened(title)}`), uri)} (${text(status)})`);
  return [`Decisions: ${firstNames(named, MOST_DECISIONS)}`];
}

/** One line of text that is not too long to be read in passing. */
function shortened(words: string): string {
  const characters = [...words.trim()];
  return characters.length <= LONGEST ? words.trim() : `${characters.slice(0, LONGEST - 1).join('').trimEnd()}…`;
}
