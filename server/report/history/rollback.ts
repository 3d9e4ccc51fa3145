/** The way of a block back, and how its rehearsal went, for the terminal and as JSON. */
import pc from 'picocolors';
import type { Rehearsal, RehearsedCommand, RollbackPlan } from '../../protocol/rollback.ts';
import { asCommand } from '../../text/command-words.ts';
import { showable } from '../../text/plain-text.ts';
import { shortHash } from '../../text/short-hash.ts';
import { counted, firstNames } from '../../text/wording.ts';
import { changeLines, type HISTORY_FORMATS } from './history.ts';

const MOST_FILES = 20;
const MOST_NAMED = 8;
const SECOND = 1000;

/** @returns text or JSON with a final line break */
export function writeRollback(plan: RollbackPlan, format: (typeof HISTORY_FORMATS)[number], color: boolean): string {
  if (format === 'json') return `${JSON.stringify(plan, null, 2)}\n`;
  const colors = pc.createColors(color);
  const { block, to, files, interface: changes, affected } = plan;
  const all = [...files.restore.map((path) => `restore ${showable(path)}`), ...files.remove.map((path) => `remove  ${showable(path)}`)];
  if (all.length === 0) return `${showable(block)} is as it was in ${showable(to.name)}: there is nothing to do.\n`;
  const breaks = changes.filter(({ effect }) => effect === 'major');
  const lines = [
    `${colors.bold(showable(block))} back to ${showable(to.name)} (${shortHash(to.commit)})`,
    ...all.slice(0, MOST_FILES).map((line) => `  ${line}`), ...(all.length > MOST_FILES ? [`  and ${counted(all.length - MOST_FILES, 'more file')}`] : []),
    breaks.length === 0 ? 'Its interface would break nobody.' : colors.red(`${counted(breaks.length, 'change')} of its interface may break others:`),
    ...changeLines(breaks),
    affected.length === 0 ? 'No block uses it.' : `Used by ${firstNames(affected.map(showable), MOST_NAMED)}`,
    ...outcome(plan, colors),
  ];
  return `${lines.join('\n')}\n`;
}

type Colors = ReturnType<typeof pc.createColors>;

function outcome({ applied, undo, rehearsal }: RollbackPlan, colors: Colors): string[] {
  if (rehearsal !== null) return rehearsalLines(rehearsal, colors);
  return [applied && undo !== null ? `Done; nothing was committed. To undo it: ${undo}` : 'Nothing was done; --rehearse tries it, --apply does it.'];
}

function rehearsalLines({ passed, from, commands, tests, linked, notes, recorded }: Rehearsal, colors: Colors): string[] {
  const named = tests.run.length === 0 ? '' : `: ${firstNames(tests.run.map(showable), MOST_NAMED)}`;
  return [
    '',
    `Rehearsed from ${shortHash(from)} in a working tree of its own, which is gone again`,
    ...(linked.length === 0 ? [] : [`With ${firstNames(linked.map(showable), MOST_NAMED)} of the working copy`]),
    ...commands.flatMap((command) => commandLines(command, colors)),
    `Impact would run ${counted(tests.run.length, 'test file')} of ${tests.of}${named}`,
    ...notes.map(showable),
    passed ? colors.green('The rehearsal passed; the working copy is as it was.') : colors.red('The rehearsal failed; the working copy is as it was.'),
    ...(recorded === null ? [] : [`Recorded in architecture/checklist.json by ${showable(recorded.by)}`]),
  ];
}

function commandLines({ command, outcome: how, exitCode, signal, durationMs, output }: RehearsedCommand, colors: Colors): string[] {
  const words = showable(asCommand(command));
  if (how === 'not-run') return [colors.dim(`  - ${words}: not run`)];
  const took = `${(durationMs / SECOND).toFixed(1)} s`;
  const ended = exitCode === null ? `ended by ${signal ?? 'a signal'}` : `exit code ${exitCode}`;
  if (how === 'passed') return [`  ${colors.green('✔')} ${words}: ${ended}, ${took}`];
  const why = how === 'timed-out' ? `took too long, ${ended}` : ended;
  return [`  ${colors.red('✖')} ${words}: ${why}, ${took}`, ...output.map((line) => colors.dim(`    ${line}`))];
}
