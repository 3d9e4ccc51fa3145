/** Options that commands of the audit log share. */
import type { VerifyOptions } from '../../../app/audit/anchors.ts';
import { Failure } from '../../../app/failure.ts';
import type { CommonOptions } from '../../context.ts';

export interface AuditOptions extends CommonOptions {
  folder: string;
  key?: string[];
  checkpoint?: string[];
}

/** @returns what a log is verified with */
export function verifyOptions({ key = [], checkpoint = [] }: AuditOptions): VerifyOptions {
  return { keys: key, checkpoints: checkpoint };
}

/** @param what is counted, for the message @throws {Failure} for what is no whole number */
export function wholeNumber(text: string, what: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new Failure(`${what} must be a whole number, not "${text}".`);
  return value;
}
