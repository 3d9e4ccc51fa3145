/** The log for whatever shows it or passes it on: people may have written secrets into it by hand. */
import { withoutSecrets } from '../../compose/evidence.ts';
import { readLog, type TrackingLog } from '../../tracking/log.ts';
import { readLogFiles } from './log-files.ts';
import { maskTexts } from './mask-texts.ts';

/** @returns the log and its text, without secrets @throws {Failure} when it cannot be read */
export async function readMasked(root: string): Promise<{ log: TrackingLog; text: string }> {
  const { log, text } = await readLogFiles(root);
  // Secrets become asterisks of the same length, so that rows and cells stay what they are.
  const masked = (await maskTexts(text.split('\n'), withoutSecrets)).join('\n');
  return masked === text ? { log, text } : { log: readLog(masked), text: masked };
}
