/** Tries the way of a block back in a working tree of its own, and records how it went. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, type OpenedFolder } from '../../compose/folder.ts';
import { workerFile } from '../../compose/program.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { changedPaths, userName } from '../../host/git-history.ts';
import { restoreFiles } from '../../host/git-restore.ts';
import { inWorktree, type TemporaryWorktree } from '../../host/git-worktree.ts';
import { CommandError, runCommand } from '../../host/run-command.ts';
import type { ImpactTests } from '../../protocol/impact.ts';
import type { Rehearsal, RehearsedCommand, RollbackPlan } from '../../protocol/rollback.ts';
import { asCommand } from '../../text/command-words.ts';
import { shortHash } from '../../text/short-hash.ts';
import { counted } from '../../text/wording.ts';
import { recordRehearsal } from '../audit/happenings.ts';
import { ticksOf } from '../checklist.ts';
import { readConfiguration } from '../configuration.ts';
import { Failure } from '../failure.ts';
import { impactOn } from '../impact.ts';
import { gitOrFailure, planRollback, type RollbackTarget } from '../rollback.ts';
import { States, type StatesOptions } from '../states.ts';
import { tickItem } from '../tick.ts';
import { linkDependencies } from './dependencies.ts';
import { maskOutput, shownOutput } from './output.ts';
import { proposedCommands } from './proposal.ts';

export interface RehearseOptions extends RollbackTarget {
  /** Who rehearses; git's user.name when it is undefined. */
  by?: string | undefined;
  /** Told of each command before it runs. */
  starting?(command: string): void;
}

const MINUTE = 60_000;

/**
 * The last commit is checked out outside of the workspace, the block is taken back there, and the configured commands run there.
 * @param opened the folder as it is
 * @returns the plan from the last commit; without a rehearsal when there is nothing to do
 * @throws {Failure} when no command is configured or one cannot be started, and when there is no such block or revision
 */
export async function rehearse(opened: OpenedFolder, readWith: StatesOptions, options: RehearseOptions): Promise<RollbackPlan> {
  const { root } = opened.workspace.ports;
  const { commands } = opened.survey.made.rehearsal;
  const states = await States.open(readWith);
  const plan = await planRollback(states, () => states.revision('HEAD', 'graph'), options);
  const paths = [...plan.files.restore, ...plan.files.remove];
  if (paths.length === 0) return plan;
  if (commands.length === 0) throw new Failure(await nothingToRun(opened));
  const started = performance.now();
  const from = (await states.revision('HEAD', 'graph')).name.commit!;
  const tried = await gitOrFailure(inWorktree(root, from, async (tree) => {
    await restoreFiles(tree.folder, plan.to.commit, paths);
    const { linked, notes, env } = await linkDependencies(tree, plan.to.commit, commands);
    const tests = await testsIn(tree, states, readWith);
    return { linked, notes, tests, commands: await runAll(opened, tree, env, options) };
  }));
  await states.cache.save();
  const passed = tried.commands.every(({ outcome }) => outcome === 'passed');
  const rehearsal: Rehearsal = { passed, from, ...tried, recorded: null, durationMs: Math.round(performance.now() - started) };
  const details = { block: plan.block, to: options.to, commit: plan.to.commit, files: paths.length, commands: commands.length, passed };
  await recordRehearsal(opened, details, options.by);
  return { ...plan, rehearsal: await inChecklist(opened, readWith, { ...plan, rehearsal }, options) };
}

async function nothingToRun({ workspace, survey }: OpenedFolder): Promise<string> {
  const proposed = await proposedCommands(workspace.ports.root, survey.files);
  const shown = JSON.stringify({ review: { rehearsal: { commands: proposed.length === 0 ? ['…'] : proposed } } });
  const seen = proposed.length === 0 ? 'Write those that build and test the project' : 'What is seen here would be';
  return `No commands are configured for a rehearsal, and nothing was run. ${seen} in ${CONFIG_FILE}: ${shown}`;
}

/** What `impact` chooses after the files are back. */
async function testsIn({ folder, signal }: TemporaryWorktree, states: States, { root, configuration }: StatesOptions): Promise<ImpactTests> {
  const today = existsSync(join(folder, CONFIG_FILE)) ? null : await readConfiguration(CONFIG_FILE, join(root, CONFIG_FILE));
  const opened = await openFolder({
    root: folder.replaceAll('\\', '/').replace(/\/$/, ''), configuration: configuration ?? today ?? undefined,
    cache: false, results: states.cache.results, workerFile: workerFile(), analyzeHere: true, outlined: true, signal,
  });
  try {
    return (await impactOn(opened, { base: 'HEAD' })).tests;
  } finally {
    await opened.analyzer.close();
  }
}

async function runAll(opened: OpenedFolder, tree: TemporaryWorktree, more: Record<string, string>, { starting }: RehearseOptions): Promise<RehearsedCommand[]> {
  const { commands, minutes } = opened.survey.made.rehearsal;
  const env = { ...process.env, ...more };
  const done: RehearsedCommand[] = [];
  for (const words of commands) {
    const command = await Promise.all(words.map(maskOutput));
    if (done.some(({ outcome }) => outcome !== 'passed')) {
      done.push({ command, outcome: 'not-run', exitCode: null, signal: null, durationMs: 0, output: [] });
      continue;
    }
    starting?.(asCommand(command));
    const run = await runCommand(words, { folder: tree.folder, env, limit: minutes * MINUTE, signal: tree.signal }).catch((error: unknown) => {
      if (error instanceof CommandError) throw new Failure(`The command "${asCommand(command)}" ${error.message}; the rehearsal was given up.`);
      throw error;
    });
    const { exitCode, signal, timedOut, milliseconds, tail, isCut } = run;
    const outcome = timedOut ? 'timed-out' : exitCode === 0 ? 'passed' : 'failed';
    done.push({ command, outcome, exitCode, signal, durationMs: Math.round(milliseconds), output: await shownOutput(tail, isCut) });
  }
  return done;
}

/** Ticks the item of the checklist after a rehearsal that passed, and takes an earlier tick back after one that did not. */
async function inChecklist(
  opened: OpenedFolder, readWith: StatesOptions, { rehearsal, ...plan }: RollbackPlan & { rehearsal: Rehearsal }, { to, by }: RehearseOptions,
): Promise<Rehearsal> {
  const { root } = opened.workspace.ports;
  const notes = [...rehearsal.notes];
  const changed = await gitOrFailure(changedPaths(root));
  const own = new Set([CONFIG_FILE, ...plan.files.restore, ...plan.files.remove, ...opened.workspace.model().blocks.get(plan.block)?.files ?? []]);
  if (changed.length > 0) notes.push(`It started from the last commit: changes that are not committed (${counted(changed.length, 'file')}) took no part.`);
  const name = by ?? await userName(root);
  if (changed.some((path) => own.has(path))) notes.push('It is not recorded in the checklist, because the block has changes that are not committed.');
  else if (name === '') notes.push('It is not recorded in the checklist, because nobody is named: give a name with --by, or set user.name of git.');
  else if (rehearsal.passed) {
    const seen = `Rehearsed back to ${await maskOutput(to)} (${shortHash(plan.to.commit)})`;
    await tickItem(opened, readWith, plan.block, 'rollback', { by: name, remove: false, seen });
    return { ...rehearsal, notes, recorded: { by: name, at: new Date().toISOString().slice(0, 10) } };
  } else if ((await ticksOf(root)).get(plan.block)?.rollback !== undefined) {
    await tickItem(opened, readWith, plan.block, 'rollback', { by: name, remove: true });
    notes.push('The tick of an earlier rehearsal was taken back.');
  }
  return { ...rehearsal, notes };
}
