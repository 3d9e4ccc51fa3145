/** Under which conditions code runs, as far as these tell whom it concerns; shared by the rules about security. */
import type { BranchFact, FileFacts } from '../../facts/file-facts.ts';
import type { Span } from '../../facts/span.ts';
import { contains } from '../../text/spans.ts';

const NEGATED = /!==?|!=|\bnot\b|^!/;
const DEVELOPMENT = /(?<![a-z])(debug|dev|development|developer|local|test|testing)(?![a-z])/i;
const PRODUCTION = /(?<![a-z])prod(uction)?(?![a-z])/i;
/** `x is None`, `not x`, `!x`, `x === undefined`, `x == ''`. */
const MISSING = /^[\w.$?[\]'"() ]+ is None$|^not [\w.[\]'"]+$|^![\w.$?]+$|={2,3} ?(null|undefined|None|''|"")$/;
const PRESENT = /^[\w.$?[\]'"]+( is not None)?$|!={1,2} ?(null|undefined|''|"")$/;

/**
 * @param file that the place is in
 * @param span of the place
 * @param test tells by the condition of a branch around it
 */
export function runsUnder(file: Pick<FileFacts, 'branches'>, span: Span, test: (branch: BranchFact) => boolean): boolean {
  return file.branches.some((branch) => contains(branch.span, span) && test(branch));
}

/** Runs on a developer's machine or in a test only: `if DEBUG:`, `NODE_ENV !== 'production' ? …`. */
export function isForDevelopment(file: Pick<FileFacts, 'branches'>, span: Span): boolean {
  return runsUnder(file, span, ({ condition, otherwise = false }) => {
    const negated = NEGATED.test(condition);
    // `isTestLoginAllowed()` is about tests.
    const words = condition.replace(/([a-z\d])([A-Z])/g, '$1_$2');
    return DEVELOPMENT.test(words) ? negated === otherwise : PRODUCTION.test(words) && negated !== otherwise;
  });
}

/** A default: used only where something was not given, `if url is None: url = …`. */
export function isForMissing(file: Pick<FileFacts, 'branches'>, span: Span): boolean {
  return runsUnder(
    file,
    span,
    ({ condition, otherwise = false }) => (otherwise ? PRESENT : MISSING).test(condition) && !DEVELOPMENT.test(condition) && !PRODUCTION.test(condition),
  );
}
