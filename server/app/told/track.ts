/** What commands of `track` tell in an editor. */
import type { Told, TrackParams } from '../../protocol/commands.ts';
import { REPORT_KINDS } from '../../protocol/progress.ts';
import { doneWords, writeDone } from '../../report/done/formats.ts';
import { maturityWords, writeMaturity } from '../../report/maturity/formats.ts';
import { writeProgress } from '../../report/progress/formats.ts';
import { showable } from '../../text/plain-text.ts';
import { issueDone } from '../track/done.ts';
import { tickDone } from '../track/done-tick.ts';
import { trackDocument } from '../track/document.ts';
import { trackMaturity } from '../track/maturity.ts';
import { trackReport } from '../track/report.ts';
import { reviewedIn, type CommandFolder } from './folder.ts';

type TrackCommand = TrackParams['command'];
type Asked<Kind extends TrackCommand['kind']> = Extract<TrackCommand, { kind: Kind }>;

/** Markdown has neither. */
const NO_TERMINAL = { color: false, width: 100 };

/** @throws {Failure} like the command */
export function tellTrack(folder: CommandFolder, { command }: TrackParams): Promise<Told> {
  switch (command.kind) {
    case 'report': return report(folder, command);
    case 'document': return document(folder, command);
    case 'maturity': return maturity(folder);
    case 'done': return done(folder, command);
    case 'tick': return tick(folder, command);
  }
}

async function report({ root, configuration }: CommandFolder, { report: kind, week }: Asked<'report'>): Promise<Told> {
  const made = await trackReport({ root, configuration, kinds: kind === 'all' ? REPORT_KINDS : [kind], week, now: new Date() });
  const text = writeProgress(made, 'markdown', NO_TERMINAL);
  return { headline: 'This is how the work goes.', holds: null, document: { name: `report-${kind}`, text, use: 'page' } };
}

async function document({ root, configuration }: CommandFolder, { document: kind, key, sprint }: Asked<'document'>): Promise<Told> {
  const { text, notes } = await trackDocument({ root, configuration, kind, key, sprint, now: new Date() });
  return { headline: notes.join(' '), holds: null, document: { name: kind === 'story' ? `story-${key ?? ''}` : kind, text, use: 'draft' } };
}

async function maturity({ root, configuration }: CommandFolder): Promise<Told> {
  const made = await trackMaturity({ root, configuration, now: new Date() });
  const text = writeMaturity(made, 'markdown', NO_TERMINAL);
  return { headline: `${showable(maturityWords(made))}.`, holds: null, document: { name: 'maturity', text, use: 'page' } };
}

async function done(folder: CommandFolder, { key }: Asked<'done'>): Promise<Told> {
  const { opened, review, metrics } = await reviewedIn(folder);
  const made = await issueDone(opened, review, { key, metrics });
  const text = writeDone(made, 'markdown', NO_TERMINAL);
  return { headline: `${showable(`${key}: ${doneWords(made)}`)}.`, holds: made.done, document: { name: `done-${key}`, text, use: 'page' } };
}

async function tick({ root, configuration }: CommandFolder, { key, item, remove }: Asked<'tick'>): Promise<Told> {
  const said = await tickDone({ root, configuration, key, item, remove, by: undefined });
  return { headline: showable(said.join(' ')), holds: null, document: null };
}
