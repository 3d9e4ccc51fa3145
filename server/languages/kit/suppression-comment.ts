/** Reads `archwright-ignore rule, rule -- reason`, in any kind of comment. */

export interface WrittenSuppression {
  /** For the whole file. */
  isFile: boolean;
  rules: string[];
  /** Empty when none is given. */
  reason: string;
}

const START = /archwright-ignore(-file)?[ \t]+([\w/*-]+(?:[ \t]*,[ \t]*[\w/*-]+)*)/;

/**
 * @param comment text of one comment, without what closes it
 * @returns null when it suppresses nothing, or when something other than a reason follows the rules
 */
export function readSuppression(comment: string): WrittenSuppression | null {
  const match = START.exec(comment);
  if (match === null) return null;
  const [start, file, written = ''] = match;
  const after = comment.slice(match.index + start.length).trim();
  if (after.includes('\n')) return null;
  const found = (written: string, reason: string): WrittenSuppression | null => {
    const rules = written.split(',').map((each) => each.trim());
    return rules.includes('') ? null : { isFile: file !== undefined, rules, reason: reason.trim() };
  };
  if (after === '') return found(written, '');
  if (after.startsWith('--')) return found(written, after.slice(2));
  // `rule--reason in words`: the dashes were taken for a part of the name.
  const dashes = written.lastIndexOf('--');
  return dashes <= 0 ? null : found(written.slice(0, dashes), written.slice(dashes + 2) + comment.slice(match.index + start.length));
}
