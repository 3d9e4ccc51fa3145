/** What goes to a worker and comes back. */
import type { FileInput, FileResult } from '../engine/analyze-file.ts';
import type { SkippedFile } from '../facts/skip-reason.ts';

/** What a worker receives: settings once per batch, not once per file. */
export interface WorkerTask {
  settings: Readonly<Record<string, FileInput['settings']>>;
  files: { path: string; text: string; role: FileInput['role']; settings: string }[];
}

/** The result of a file, or why it was not judged. */
export type Outcome = FileResult | SkippedFile;

/** A large young generation for short-lived syntax trees, and a limit for the rest. */
export const WORKER_MEMORY = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 384 };

/** @param inputs files for one worker @returns what the worker receives */
export function taskOf(inputs: readonly FileInput[]): WorkerTask {
  const settings: Record<string, FileInput['settings']> = {};
  for (const input of inputs) settings[input.settings.key] = input.settings;
  return { settings, files: inputs.map((input) => ({ path: input.path, text: input.text, role: input.role, settings: input.settings.key })) };
}
