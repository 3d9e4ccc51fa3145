/** A notebook's facts: those of its code as one Python file, with every place moved to the notebook's file. */
import { NotJudged, type ExtractInput } from '../../../facts/adapter.ts';
import type { FileFacts } from '../../../facts/file-facts.ts';
import { MOST_CODE } from '../../../facts/skip-reason.ts';
import type { Span } from '../../../facts/span.ts';
import { lineStarts } from '../../../text/line-starts.ts';
import { bareFacts } from '../../kit/bare-facts.ts';
import { placesOf, moveSpans, type Places } from './places.ts';
import { readNotebook, type Cell, type Notebook } from './read-notebook.ts';

/** A cell that brings a version of its own: `!pip install`, `%pip`, `!git checkout`. */
const INSTALLS = /(["'\s]|\\n)[!%]\s*(pip3?|conda|mamba|uv|git)\s/;

/**
 * @param input path, text and role of an `.ipynb` file
 * @param extractPython returns the facts of Python text
 * @throws NotJudged for a notebook in another language, or with more code than a file may have
 */
export function extractNotebook(input: ExtractInput, extractPython: (input: ExtractInput) => FileFacts): FileFacts {
  const read = readNotebook(input.text);
  if (read.kind === 'other') throw new NotJudged({ code: 'other-language', language: read.language });
  if (read.kind === 'broken') {
    const line = input.text.slice(0, read.offset).split(/\r\n|\n|\r/);
    const [row, column] = [line.length, line.at(-1)!.length + 1];
    const syntaxProblems: FileFacts['syntaxProblems'] = [{ message: read.message, span: [row, column, row, column] }];
    return { ...bareFacts({ ...input, text: '' }, 'notebook'), role: input.role, syntaxProblems };
  }
  const { notebook } = read;
  if (notebook.text.length > MOST_CODE) throw new NotJudged({ code: 'too-large', kilobytes: Math.round(notebook.text.length / 1024), most: MOST_CODE / 1024 });
  const found = extractPython({ ...input, text: notebook.text });
  const facts = INSTALLS.test(input.text) ? withInstalled(found) : found;
  return moved(withoutMeant(lintOfOthers(input, facts, notebook, extractPython), notebook), notebook, placesOf(input.text, notebook));
}

/** What it imports may be another version than the one in this folder. */
function withInstalled(facts: FileFacts): FileFacts {
  const { callShapes, ...others } = facts;
  const own = callShapes?.filter(({ from }) => from === undefined) ?? [];
  return { ...others, imports: facts.imports.map((each) => ({ ...each, guarded: true as const })), ...(own.length === 0 ? {} : { callShapes: own }) };
}

/**
 * IPython removes the indentation of a whole cell, so an indented first line is not a syntax error. A cell saved with the error that it
 * raised is shown on purpose.
 */
function withoutMeant(facts: FileFacts, { text, cells }: Notebook): FileFacts {
  const meant = cells.filter(({ start, end, unreadable }) => unreadable === true || /^(?:[ \t]*\r?\n)*[ \t]+\S/.test(text.slice(start, end)));
  if (meant.length === 0) return facts;
  const starts = lineStarts(text);
  const isMeant = ([line, column]: Span): boolean => {
    const at = Math.min(starts[line - 1]! + column - 1, text.length - 1);
    return meant.some(({ start, end }) => start <= at && at < end);
  };
  return { ...facts, syntaxProblems: facts.syntaxProblems.filter(({ span }) => !isMeant(span)) };
}

/** Where the syntax is broken, the linter reports only that error; without the broken cells it reports on the others. */
function lintOfOthers(input: ExtractInput, facts: FileFacts, notebook: Notebook, extractPython: (input: ExtractInput) => FileFacts): FileFacts {
  const starts = lineStarts(notebook.text);
  const places = facts.syntaxProblems.map(({ span: [line, column] }) => Math.min(starts[line - 1]! + column - 1, notebook.text.length - 1));
  const isBroken = ({ start, end }: Cell): boolean => places.some((at) => start <= at && at < end);
  if (!notebook.cells.some(isBroken) || notebook.cells.every(isBroken)) return facts;
  const text = notebook.cells.map((cell) => {
    const source = notebook.text.slice(cell.start, cell.end);
    return isBroken(cell) ? source.replace(/[^\r\n]/g, ' ') : source;
  }).join('');
  return { ...facts, lint: extractPython({ ...input, text }).lint };
}

function moved(facts: FileFacts, { masked }: Notebook, places: Places): FileFacts {
  // Some facts have lines without columns.
  const { fingerprints, doings, suppressions, longLines } = facts;
  const move = places.toFile;
  return {
    ...moveSpans(facts, move),
    language: 'notebook',
    fingerprints: fingerprints.map(([hash, from, to]) => [hash, places.fileLine(from), places.fileLine(to)] as const),
    doings: doings.map((line) => places.fileLine(line)),
    suppressions: suppressions.map((each) => ({ ...moveSpans(each, move), from: places.fileLine(each.from), to: places.fileLine(each.to) })),
    longLines: longLines.filter(({ line }) => !masked.has(line))
      .map((each) => ({ ...each, line: places.fileLine(each.line), start: places.fileColumn(each.line) })),
  };
}
